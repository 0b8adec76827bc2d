import { type PosCredential } from "./pos-branch";
import { type PosOrderUpdate } from "./pos-orders";

/**
 * News of any number of orders, and the place in the POS's changes from which to continue reading.
 */
export interface PosChanges {
  readonly updates: readonly PosOrderUpdate[];
  /** Opaque; valid only for the same credential and organizations. */
  readonly place: string;
}

/**
 * Reads what changed in any orders, for a POS that reports many at once; with others, each order is
 * probed. Errors are those of {Pos}.
 */
export interface PosOrderChanges {
  /**
   * Returns what has changed since `place` in orders from all channels, in one call. null: the POS
   * no longer knows what came after such an old place, and `ordersDue` returns a new one.
   */
  orderChanges(
    credential: PosCredential,
    organizationIds: readonly string[],
    place: string,
  ): Promise<PosChanges | null>;
  /**
   * Returns the current state of the orders promised for a period, and a place after which no
   * change is missed.
   */
  ordersDue(
    credential: PosCredential,
    organizations: readonly { readonly organizationId: string; readonly timeZone: string }[],
    period: { readonly from: Date; readonly to: Date },
  ): Promise<PosChanges>;
}
