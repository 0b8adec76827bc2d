/** Roubles of a guest's wallet set aside by `wallet/hold`. */
export interface WalletHold {
  transactionId: string;
  guestId: string;
  walletId: string;
  sum: number;
  state: "held" | "cancelled" | "settled";
}
