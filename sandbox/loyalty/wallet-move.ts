/** One change to a guest's wallet. */
export interface WalletMove {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  guestId: string;
  walletId: string;
  /** In roubles; negative when taken. */
  sum: number;
  balanceAfter: number;
  /** iiko's name for what caused it. */
  typeName: "CloseOrder" | "CancelOrder" | "RefillWallet" | "PayFromWallet";
  /** The till's order number; null without an order. */
  orderNumber: number | null;
}
