import { type PosOrderTerms } from "./pos-order-terms";

/**
 * The secret parts of a key to a POS, by their names; which parts, its vendor says. Stored as JSON,
 * sealed.
 */
export interface PosCredential {
  /** One of the vendor's kinds of key. */
  readonly kind: string;
  readonly [part: string]: string;
}

/** Where one branch lives in its POS. */
export interface PosBranch {
  readonly credential: PosCredential;
  readonly organizationId: string;
  /** null: the POS distributes the order itself. */
  readonly terminalGroupId: string | null;
  readonly externalMenuId: string | null;
  readonly priceCategoryId: string | null;
  /** Whose menu and prices it has; null or left out: those of `organizationId`. */
  readonly menuOrganizationId?: string | null;
  /** IANA zone of the branch: the POS speaks wall-clock time. */
  readonly timeZone: string;
  /** How its orders stand in the POS; left out: nothing is chosen. */
  readonly orderTerms?: PosOrderTerms;
}
