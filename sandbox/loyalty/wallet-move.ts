/** One change of a guest's wallet. */
export interface WalletMove {
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  guestId: string;
  walletId: string;
  /** Roubles; negative when taken. */
  sum: number;
  balanceAfter: number;
  /** iiko's word for what caused it. */
  typeName: "CloseOrder" | "CancelOrder" | "RefillWallet" | "PayFromWallet";
  /** The till's number of the order; null without one. */
  orderNumber: number | null;
}
