import { type EntityManager } from "typeorm";

import { InjectionEvent, InjectionState } from "../../../domain/injection-state";
import { type Order } from "../../../entities/order";
import { type OrderMeter } from "../../../ports/order-meter";
import { correctPeople } from "../../fallback/correct-people";
import { cancelWhatTurnedUp } from "../operate/ask-till-to-cancel";
import { type Followers, moveInjection } from "./move-injection";

/**
 * Notes that the till has a locked order: people who thought otherwise are corrected, and what was cancelled is cancelled
 * there. Part of `tx`; the caller saves `injectionState`. Returns false, and changes nothing, when that was known.
 */
export async function arriveInTill(
  tx: EntityManager,
  { jobs, feed, meter }: Followers & { readonly meter: OrderMeter },
  order: Order,
  at: Date,
  attempt: number | null = null,
): Promise<boolean> {
  const unwanted = order.injectionState === InjectionState.CANCELLED_BEFORE_SEND;
  const moved = await moveInjection(tx, { jobs, feed }, order, InjectionEvent.POS_CREATED, {
    at,
    source: "IIKO",
    attempt,
  });
  if (!moved) return false;
  meter.reachedTill(order.branchId, (at.getTime() - order.createdAt.getTime()) / 1000);
  await correctPeople(tx, jobs, order);
  if (unwanted) await cancelWhatTurnedUp(tx, jobs, feed, order, at);
  return true;
}
