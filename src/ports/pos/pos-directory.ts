import { type PosCredential } from "./pos-branch";

export interface PosOrganization {
  readonly posId: string;
  readonly name: string;
}

export interface PosTerminalGroup {
  readonly posId: string;
  readonly organizationId: string;
  readonly name: string;
  /** false: the key may not see it, although orders sent there are accepted. */
  readonly visible: boolean;
  /** How far its wall clock is ahead of UTC, in minutes; null if the POS does not say. */
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
  /** The POS's own word for the kind of entry: Cash, Card, FlexibleSum … */
  readonly kind: string | null;
}

export interface PosPaymentType extends PosDictionaryEntry {
  /** What a guest pays with; null: something else, or the POS does not say. */
  readonly means: "CASH" | "CARD" | "POINTS" | null;
  /**
   * Whether a payment of this type may be marked as taken outside the till; null if the POS does
   * not say.
   */
  readonly mayBeExternal: boolean | null;
}

export interface PosDiscount extends PosDictionaryEntry {
  /** Whether the sum may be sent along with it. */
  readonly takesSum: boolean;
}

export interface PosOrderType extends PosDictionaryEntry {
  /** How its orders are received; null: in neither way, or the POS does not say. */
  readonly way: "COURIER" | "PICKUP" | null;
}

/**
 * What a POS knows besides orders. A list that it does not have is empty. Errors are those of
 * {Pos}.
 */
export interface PosDirectory {
  organizations(credential: PosCredential): Promise<PosOrganization[]>;
  /** Includes hidden groups. One call for any number of organizations. */
  terminalGroups(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<PosTerminalGroup[]>;
  /**
   * Returns only those that the key may see; saves the second request that identifies hidden ones.
   */
  visibleTerminalGroups(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<PosTerminalGroup[]>;
  /** Returns the ids among `terminalGroupIds` whose till answers now. A hint, not a guarantee. */
  liveTerminalGroups(
    credential: PosCredential,
    organizationIds: readonly string[],
    terminalGroupIds: readonly string[],
  ): Promise<Set<string>>;
  externalMenus(credential: PosCredential): Promise<PosExternalMenu[]>;
  paymentTypes(credential: PosCredential, organizationId: string): Promise<PosPaymentType[]>;
  /** Keyed by organization id. One call for any number of organizations. */
  discounts(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<Map<string, PosDiscount[]>>;
  /** Keyed by organization id. One call for any number of organizations. */
  orderTypes(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<Map<string, PosOrderType[]>>;
  /**
   * How far the POS's clock was ahead of ours at its last answer to any caller, in milliseconds;
   * null before the first. Makes no call; never throws.
   */
  clockAheadMs(): number | null;
}
