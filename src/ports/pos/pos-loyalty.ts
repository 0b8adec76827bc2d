import { type LoyaltyWallet } from "../../domain/loyalty/loyalty-wallet";
import { type Kopecks } from "../../domain/money/money";
import { type OrderTicket } from "../../domain/ticket/order-ticket";
import { type PosPromotion } from "../../domain/ticket/pos-promotion";
import { type PosBranch, type PosCredential } from "./pos-branch";
import { type PosDictionaryEntry } from "./pos-directory";

/** What the loyalty programme knows about a guest. */
export interface PosLoyaltyAccount {
  /** null: the programme does not know the phone. */
  readonly customerId: string | null;
  readonly wallets: readonly LoyaltyWallet[];
}

/** What the loyalty programme grants and takes for an order. */
export interface PosLoyaltyQuote {
  /** Their sum never exceeds the price of a line. */
  readonly promotions: readonly PosPromotion[];
  /** How much points may pay, by wallet; nothing from a wallet that is missing. */
  readonly bonusLimits: ReadonlyMap<string, Kopecks>;
}

/** One change to a wallet. */
export interface PosLoyaltyTransaction {
  readonly posId: string;
  /** null: it belongs to no wallet. */
  readonly walletId: string | null;
  readonly at: Date;
  /** Negative: deducted from the wallet. */
  readonly sum: Kopecks;
  readonly balanceAfter: Kopecks | null;
  /** The POS's own word, such as CloseOrder. */
  readonly kind: string;
  /** The till's number of the order that it belongs to. */
  readonly posOrderNumber: string | null;
}

/**
 * The loyalty programme of a POS. Errors are those of {Pos}.
 */
export interface PosLoyalty {
  /**
   * Returns the wallets that guests of an organization may have, each once; `kind` is a
   * {WalletKind}.
   *
   * @throws {LoyaltyDisabled} if the organization has no loyalty programme
   */
  loyaltyWallets(credential: PosCredential, organizationId: string): Promise<PosDictionaryEntry[]>;
  /**
   * Returns the current wallets of the guest with this phone. If the programme does not know the
   * guest: an empty account.
   *
   * @param phone E.164
   * @param options `urgent`: an order is waiting for it
   * @throws {LoyaltyDisabled} if the organization has no loyalty programme
   */
  loyaltyAccount(
    credential: PosCredential,
    organizationId: string,
    phone: string,
    options?: { readonly urgent?: boolean },
  ): Promise<PosLoyaltyAccount>;
  /**
   * Returns what the programme would grant and take for an order like this one. Nothing is placed
   * and nothing changes.
   *
   * @throws {LoyaltyDisabled} if the organization has no loyalty programme
   */
  loyaltyQuote(branch: PosBranch, ticket: OrderTicket): Promise<PosLoyaltyQuote>;
  /**
   * Returns the changes to a guest's wallets in a period, in the POS's own order, one page of at
   * most `size`.
   *
   * @param page counted from 0
   * @throws {LoyaltyDisabled} if the organization has no loyalty programme
   */
  loyaltyTransactions(
    credential: PosCredential,
    organizationId: string,
    asked: {
      readonly customerId: string;
      readonly from: Date;
      readonly to: Date;
      readonly page: number;
      readonly size: number;
    },
  ): Promise<PosLoyaltyTransaction[]>;
}
