import { type DataSource, In, IsNull } from "typeorm";

import { Moment } from "../../domain/moment";
import { FallbackDelivery } from "../../entities/fallback-delivery";
import { CallHeldBack } from "../../errors";
import { type CallGuard, LONGEST_PROOF_MS } from "../../ports/call-guard";

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

export type EarlierCopy = Pick<FallbackDelivery, "sendingSince" | "messageId">;

/** Which rows still are as the claim has left them. */
export function asClaimed({ ids, sendingSince }: Pick<ClaimedDeliveries, "ids" | "sendingSince">) {
  return { id: In([...ids]), sendingSince, sentAt: IsNull(), givenUpAt: IsNull() };
}

/**
 * Stands before the calls of a message: while this process stood still, another may have taken its deliveries over. A quick
 * call asks nothing, the claim is the proof.
 */
export function deliveryGuard(db: DataSource, deliveries: ClaimedDeliveries): CallGuard {
  let last = deliveries.claimed;
  const prove = async (): Promise<Moment> => {
    if (last.ageMs() <= LONGEST_PROOF_MS) return last;
    const asked = Moment.now();
    const open = await db.manager.countBy(FallbackDelivery, asClaimed(deliveries));
    if (open < deliveries.ids.length) throw new CallHeldBack("Others have taken the message over");
    return (last = asked);
  };
  return { prove };
}
