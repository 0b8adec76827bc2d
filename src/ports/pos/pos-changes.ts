import { type PosCredential } from "./pos-branch";
import { type PosOrderUpdate } from "./pos-orders";

/** News of any number of orders, and the place in the POS's changes from which to go on reading. */
export interface PosChanges {
  readonly updates: readonly PosOrderUpdate[];
  /** Opaque; good for the same credential and organizations only. */
  readonly place: string;
}

/**
 * What has changed in any orders, for a POS that tells many at once; of another each order is asked
 * for. Errors are those of {Pos}.
 */
export interface PosOrderChanges {
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
}
