/** Roubles in a guest's wallet reserved by `wallet/hold`. */
export interface WalletHold {
  transactionId: string;
  guestId: string;
  walletId: string;
  sum: number;
  state: "held" | "cancelled" | "settled";
}
