import { type LoyaltyWallet } from "../domain/loyalty/loyalty-wallet";
import { type Kopecks } from "../domain/money/money";
import { type ToldStatus } from "../domain/orders/decide-status";
import { type OrderTicket } from "../domain/ticket/order-ticket";
import { type PosReason } from "../domain/pos/pos-fault";
import { type PackedPosMenu } from "../domain/catalogue/pos-menu";
import { type PosPromotion } from "../domain/ticket/pos-promotion";
import { type TerminalGroupStopList } from "../domain/catalogue/stop-list";
import { type PosExchange, type RefusalKind } from "../errors";
import { type CallGuard } from "./call-guard";
import { type PosOrderRules, type PosOrderTerms } from "./pos-order-terms";

export type PosCredential =
  | { readonly kind: "API_LOGIN_V1"; readonly apiLogin: string }
  | {
      readonly kind: "APP_KEY_V2";
      readonly apiKey: string;
      readonly appId: string;
      readonly clientSecret: string;
    };

/** Where one branch lives in its POS. */
export interface PosBranch {
  readonly credential: PosCredential;
  readonly organizationId: string;
  /** null: the POS distributes the order itself. */
  readonly terminalGroupId: string | null;
  readonly externalMenuId: string | null;
  readonly priceCategoryId: string | null;
  /** IANA zone of the branch: the POS speaks wall-clock time. */
  readonly timeZone: string;
  /** How its orders stand in the POS; left out: nothing is chosen. */
  readonly orderTerms?: PosOrderTerms;
}

export interface PosOrganization {
  readonly posId: string;
  readonly name: string;
}

export interface PosTerminalGroup {
  readonly posId: string;
  readonly organizationId: string;
  readonly name: string;
  /** false: the key may not see it, though orders sent there are taken. */
  readonly visible: boolean;
  /** How far its wall clock is ahead of UTC, in minutes; null when the POS does not tell. */
  readonly utcOffsetMinutes: number | null;
}

export interface PosExternalMenu {
  readonly posId: string;
  readonly name: string;
  readonly priceCategories: readonly PosDictionaryEntry[];
}

export interface PosDictionaryEntry {
  readonly posId: string;
  readonly name: string;
  /** The POS's own word for the sort of entry: Cash, Card, FlexibleSum … */
  readonly kind: string | null;
}

export interface PosPaymentType extends PosDictionaryEntry {
  /**
   * May a payment of this type be marked as taken outside the till? null when the POS does not
   * tell.
   */
  readonly mayBeExternal: boolean | null;
}

/** What became of a submitted order. */
export interface Submission {
  readonly kind: "created" | "pending";
  /** The POS knew the id already: an earlier attempt had got through. */
  readonly existed: boolean;
  readonly exchange: PosExchange;
}

export interface PosFailure {
  readonly code: string;
  readonly message: string;
  readonly kind: RefusalKind;
  /** undefined for words that nobody has explained yet. */
  readonly reason?: PosReason | undefined;
}

/** One observation of an order in the POS, however it was made. */
export interface PosOrderUpdate extends ToldStatus {
  readonly posOrderId: string;
  readonly organizationId: string;
  /** Set exactly when `creation` is "failed". */
  readonly failure: PosFailure | null;
  /** The order was moved to another restaurant and lives on under this id. */
  readonly movedToPosOrderId: string | null;
  /** Set only together with the id, when it is known. */
  readonly movedToOrganizationId: string | null;
}

/** News of any number of orders, and the place in the POS's changes from which to go on reading. */
export interface PosChanges {
  readonly updates: readonly PosOrderUpdate[];
  /** Opaque; good for the same credential and organizations only. */
  readonly place: string;
}

export interface WebhookRegistration {
  readonly url: string | null;
}

/** What the loyalty programme knows of a guest. */
export interface PosLoyaltyAccount {
  /** null: it does not know the phone. */
  readonly customerId: string | null;
  readonly wallets: readonly LoyaltyWallet[];
}

/** A promo code of the POS's own. What it gives is known to the POS alone. */
export interface PosCoupon {
  /** As the POS spells it. */
  readonly code: string;
  /** What the POS calls all coupons of its sort. */
  readonly name: string;
  readonly used: boolean;
  readonly deleted: boolean;
}

/** What the loyalty programme gives and takes for an order. */
export interface PosLoyaltyQuote {
  /** Together never more than a line costs. */
  readonly promotions: readonly PosPromotion[];
  /** What points may pay, by wallet; nothing from a wallet that is missing. */
  readonly bonusLimits: ReadonlyMap<string, Kopecks>;
}

/** Points that are set aside for an order. */
export interface PosHold {
  /** The same id never holds twice. */
  readonly holdId: string;
  /** Of the programme's account. */
  readonly customerId: string;
  readonly walletId: string;
  readonly sum: Kopecks;
}

/** One change of a wallet. */
export interface PosLoyaltyTransaction {
  readonly posId: string;
  /** null: of no wallet. */
  readonly walletId: string | null;
  readonly at: Date;
  /** Negative: taken from the wallet. */
  readonly sum: Kopecks;
  readonly balanceAfter: Kopecks | null;
  /** The POS's own word, such as CloseOrder. */
  readonly kind: string;
  /** The till's number of the order it belongs to. */
  readonly posOrderNumber: string | null;
}

/**
 * A point-of-sale system. One implementation per vendor, in src/adapters/.
 *
 * Every method may throw {PosUnavailable} (no usable answer), {PosRateLimited}, {PosRejected} (the
 * key or the request is refused) or {PosContractBroken}. All of them are safe to repeat.
 */
export interface Pos {
  organizations(credential: PosCredential): Promise<PosOrganization[]>;
  /** Hidden groups included. One call for any number of organizations. */
  terminalGroups(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<PosTerminalGroup[]>;
  /**
   * Only those that the key may see; spares the POS the second question that tells hidden ones
   * apart.
   */
  visibleTerminalGroups(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<PosTerminalGroup[]>;
  /** The ids among `terminalGroupIds` whose till answers now. A hint, not a promise. */
  liveTerminalGroups(
    credential: PosCredential,
    organizationIds: readonly string[],
    terminalGroupIds: readonly string[],
  ): Promise<Set<string>>;
  externalMenus(credential: PosCredential): Promise<PosExternalMenu[]>;
  paymentTypes(credential: PosCredential, organizationId: string): Promise<PosPaymentType[]>;
  /** By organization id. One call for any number of organizations. */
  discounts(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<Map<string, PosDictionaryEntry[]>>;
  /**
   * By organization id; `kind` is the service, such as DeliveryByCourier. One call for any number
   * of organizations.
   */
  orderTypes(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<Map<string, PosDictionaryEntry[]>>;
  /** Where orders may come from, for reports. Left out by a POS that knows none. */
  marketingSources?(
    credential: PosCredential,
    organizationId: string,
  ): Promise<PosDictionaryEntry[]>;
  /**
   * What an organization demands of orders; null: it does not tell. Left out by a POS that demands
   * nothing.
   */
  orderRules?(credential: PosCredential, organizationId: string): Promise<PosOrderRules | null>;
  /**
   * How far the POS's clock was ahead of ours at its last answer to anybody, in milliseconds; null
   * before the first. Asks nothing; never throws.
   */
  clockAheadMs(): number | null;

  /** The branch's menu, normalised from whichever format the POS gave. */
  menu(branch: PosBranch): Promise<PackedPosMenu>;

  /**
   * By organization id, the lists of those of its terminal groups that have anything on them. One
   * call for any number of organizations; one that the POS says nothing of is missing.
   */
  stopLists(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<Map<string, TerminalGroupStopList[]>>;

  /**
   * Places an order. Safe to repeat with the same `ticket.posOrderId`: a copy the POS has already
   * is adopted.
   *
   * @param guard judges right before the call that places it
   * @throws {CallHeldBack} the guard stopped it: nothing was sent
   * @throws {PosRejected} refused; `kind` says whether a repeat can help
   * @throws {PosUnavailable} no usable answer; the order may or may not exist there
   */
  submitOrder(branch: PosBranch, ticket: OrderTicket, guard?: CallGuard): Promise<Submission>;

  /**
   * The current state of at most 200 orders; those the POS does not know are missing from the
   * answer.
   */
  findOrders(
    credential: PosCredential,
    organizationId: string,
    posOrderIds: readonly string[],
  ): Promise<PosOrderUpdate[]>;

  /**
   * What has changed since `place` in orders of all channels, in one call. null: the POS no longer
   * knows what came after so old a place, and `ordersDue` gives a new one.
   */
  orderChanges(
    credential: PosCredential,
    organizationIds: readonly string[],
    place: string,
  ): Promise<PosChanges | null>;
  /**
   * The present state of the orders promised for a period, and a place that no later change
   * escapes.
   */
  ordersDue(
    credential: PosCredential,
    organizations: readonly { readonly organizationId: string; readonly timeZone: string }[],
    period: { readonly from: Date; readonly to: Date },
  ): Promise<PosChanges>;

  /**
   * Asks for an order to be cancelled. The POS decides later: its status tells.
   *
   * @param comment why, for the restaurant
   * @param guard judges right before the call
   * @returns what `cancellationRefusal` wants; null where the POS gives nothing to ask by
   */
  cancelOrder(
    credential: PosCredential,
    organizationId: string,
    posOrderId: string,
    comment: string,
    guard?: CallGuard,
  ): Promise<string | null>;
  /**
   * Why the POS will not do what `cancelOrder` asked. AMBIGUOUS: the request was lost on its way
   * and may be made again; of every other kind it is refused for good.
   *
   * @returns UNDECIDED: the request is still under way; null: nothing is known against it
   */
  cancellationRefusal(
    credential: PosCredential,
    organizationId: string,
    receipt: string,
  ): Promise<PosFailure | "UNDECIDED" | null>;
  /**
   * The wallets of the guest with this phone, as of now. Nobody the programme knows: an empty
   * account.
   *
   * @param phone E.164
   * @param options `urgent`: an order waits for it
   * @throws {LoyaltyDisabled} the organization has no loyalty programme
   */
  loyaltyAccount(
    credential: PosCredential,
    organizationId: string,
    phone: string,
    options?: { readonly urgent?: boolean },
  ): Promise<PosLoyaltyAccount>;
  /**
   * The coupon that the loyalty programme has under this code; null: there is none. Case may
   * matter.
   *
   * @param options `last`: nobody we know asks; where calls wait, this one goes after all others,
   * and waits for 5 s at most
   * @throws {LoyaltyDisabled} the organization has no loyalty programme
   */
  coupon(
    credential: PosCredential,
    organizationId: string,
    code: string,
    options?: { readonly last?: boolean },
  ): Promise<PosCoupon | null>;
  /**
   * What the programme would give and take for an order like this one. Nothing is placed and
   * nothing changes.
   *
   * @throws {LoyaltyDisabled} the organization has no loyalty programme
   */
  loyaltyQuote(branch: PosBranch, ticket: OrderTicket): Promise<PosLoyaltyQuote>;
  /**
   * Changes of a guest's wallets in a period, in the POS's own order, one page of at most `size`.
   *
   * @param page counted from 0
   * @throws {LoyaltyDisabled} the organization has no loyalty programme
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

  /**
   * Sets points aside until the till takes them with the order. Safe to repeat with the same
   * `holdId`.
   *
   * @param guard judges right before the call
   * @throws {PosRejected} refused, for want of points perhaps
   * @throws {LoyaltyDisabled} the organization has no loyalty programme
   */
  holdPoints(
    credential: PosCredential,
    organizationId: string,
    hold: PosHold,
    guard?: CallGuard,
  ): Promise<void>;
  /**
   * Gives back what is held. Safe to repeat.
   *
   * @returns false: nothing is held under this id, never was or not any more
   * @throws {LoyaltyDisabled} the organization has no loyalty programme
   */
  cancelHold(credential: PosCredential, organizationId: string, holdId: string): Promise<boolean>;

  webhookRegistration(
    credential: PosCredential,
    organizationId: string,
  ): Promise<WebhookRegistration>;
  /** Overwrites whatever was registered for this key and organization. */
  registerWebhook(
    credential: PosCredential,
    organizationId: string,
    url: string,
    token: string,
  ): Promise<void>;
  /**
   * The orders a web-hook body speaks of; events of other kinds and broken ones are left out. Never
   * throws.
   */
  parseWebhook(body: unknown): PosOrderUpdate[];
  /**
   * Does a web-hook body say that a stop list of the organization has changed? It does not say how.
   * Never throws.
   */
  tellsOfStopList(body: unknown, organizationId: string): boolean;
}
