import { type DataSource, In, IsNull } from "typeorm";

import { type Moment } from "../../domain/time/moment";
import { StaffMessage } from "../../entities/orders/staff-message";
import { type CallGuard, callGuard } from "../../ports/call-guard";

/** The deliveries of one message, as claimed. */
export interface ClaimedDeliveries {
  readonly ids: readonly string[];
  /** The value that the claim recorded on them. */
  readonly sendingSince: Date;
  /** The moment right before the claim. */
  readonly claimed: Moment;
  /** By delivery id, what was recorded about an earlier copy that may have arrived. */
  readonly earlier: ReadonlyMap<string, EarlierCopy>;
}

export type EarlierCopy = Pick<StaffMessage, "sendingSince" | "messageId">;

/** Matches the rows that are still as the claim left them. */
export function asClaimed({ ids, sendingSince }: Pick<ClaimedDeliveries, "ids" | "sendingSince">) {
  return { id: In([...ids]), sendingSince, sentAt: IsNull(), givenUpAt: IsNull() };
}

/**
 * Guards the calls of a message: while this process was stalled, another may have taken over its
 * deliveries. A call made soon after the claim checks nothing, because the claim is proof enough.
 */
export function deliveryGuard(db: DataSource, deliveries: ClaimedDeliveries): CallGuard {
  const areOurs = async () => {
    const open = await db.manager.countBy(StaffMessage, asClaimed(deliveries));
    return open === deliveries.ids.length;
  };
  return callGuard(areOurs, "Others have taken the message over", deliveries.claimed);
}
