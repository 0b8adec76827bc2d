import { type Kopecks } from "../money/money";

/** What a wallet in a loyalty programme contains. */
export enum WalletKind {
  BONUS = "BONUS",
  DEPOSIT = "DEPOSIT",
  PRODUCTS = "PRODUCTS",
  DISCOUNT = "DISCOUNT",
  CERTIFICATE = "CERTIFICATE",
  OTHER = "OTHER",
}

/** A wallet of a guest. One point is one unit of the currency. */
export interface LoyaltyWallet {
  readonly posId: string;
  readonly name: string;
  readonly kind: WalletKind;
  readonly balance: Kopecks;
}

/**
 * Returns the wallet that holds a branch's points: the one named in its settings, otherwise the
 * only one of the kind BONUS. null: the guest has none; "ambiguous": there are several, and the
 * settings name none, so guessing is not allowed.
 */
export function bonusWalletOf(
  wallets: readonly LoyaltyWallet[],
  chosenId: string | null,
): LoyaltyWallet | "ambiguous" | null {
  if (chosenId !== null) return wallets.find(({ posId }) => posId === chosenId) ?? null;
  const [only, ...others] = wallets.filter(({ kind }) => kind === WalletKind.BONUS);
  return others.length > 0 ? "ambiguous" : (only ?? null);
}
