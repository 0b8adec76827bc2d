import { type DataSource, In, IsNull } from "typeorm";

import { type Moment } from "../../domain/time/moment";
import { StaffMessage } from "../../entities/orders/staff-message";
import { type CallGuard, callGuard } from "../../ports/call-guard";

/** The deliveries of one message, as they were claimed. */
export interface ClaimedDeliveries {
  readonly ids: readonly string[];
  /** What the claim has noted of them. */
  readonly sendingSince: Date;
  /** Right before the claim. */
  readonly claimed: Moment;
  /** By id, what was noted of an earlier copy that may have arrived. */
  readonly earlier: ReadonlyMap<string, EarlierCopy>;
}

export type EarlierCopy = Pick<StaffMessage, "sendingSince" | "messageId">;

/** Which rows still are as the claim has left them. */
export function asClaimed({ ids, sendingSince }: Pick<ClaimedDeliveries, "ids" | "sendingSince">) {
  return { id: In([...ids]), sendingSince, sentAt: IsNull(), givenUpAt: IsNull() };
}

/**
 * Stands before the calls of a message: while this process stood still, another may have taken its
 * deliveries over. A quick call asks nothing, the claim is the proof.
 */
export function deliveryGuard(db: DataSource, deliveries: ClaimedDeliveries): CallGuard {
  const areOurs = async () => {
    const open = await db.manager.countBy(StaffMessage, asClaimed(deliveries));
    return open === deliveries.ids.length;
  };
  return callGuard(areOurs, "Others have taken the message over", deliveries.claimed);
}
