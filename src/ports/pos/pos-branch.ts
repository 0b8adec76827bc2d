import { type PosOrderTerms } from "./pos-order-terms";

/**
 * The secret parts of a key to a POS, by name; its vendor defines which parts. Stored as sealed
 * JSON.
 */
export interface PosCredential {
  /** One of the vendor's kinds of keys. */
  readonly kind: string;
  readonly [part: string]: string;
}

/** How a branch is represented in its POS. */
export interface PosBranch {
  readonly credential: PosCredential;
  readonly organizationId: string;
  /** null: the POS assigns the order itself. */
  readonly terminalGroupId: string | null;
  readonly externalMenuId: string | null;
  readonly priceCategoryId: string | null;
  /** The organization whose menu and prices apply; null or omitted: those of `organizationId`. */
  readonly menuOrganizationId?: string | null;
  /** IANA zone of the branch: the POS uses wall-clock time. */
  readonly timeZone: string;
  /** How its orders are represented in the POS; omitted: nothing is chosen. */
  readonly orderTerms?: PosOrderTerms;
}
