import { type PosCredential } from "./pos-branch";

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
  /** What a guest pays with; null: something else, or the POS does not tell. */
  readonly means: "CASH" | "CARD" | "POINTS" | null;
  /**
   * May a payment of this type be marked as taken outside the till? null when the POS does not
   * tell.
   */
  readonly mayBeExternal: boolean | null;
}

export interface PosDiscount extends PosDictionaryEntry {
  /** The sum may be sent along with it. */
  readonly takesSum: boolean;
}

export interface PosOrderType extends PosDictionaryEntry {
  /** How its orders are received; null: neither way, or the POS does not tell. */
  readonly way: "COURIER" | "PICKUP" | null;
}

/**
 * What a POS knows around orders. A list that it does not have is empty. Errors are those of {Pos}.
 */
export interface PosDirectory {
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
  ): Promise<Map<string, PosDiscount[]>>;
  /** By organization id. One call for any number of organizations. */
  orderTypes(
    credential: PosCredential,
    organizationIds: readonly string[],
  ): Promise<Map<string, PosOrderType[]>>;
  /**
   * How far the POS's clock was ahead of ours at its last answer to anybody, in milliseconds; null
   * before the first. Asks nothing; never throws.
   */
  clockAheadMs(): number | null;
}
