import { type EntityManager } from "typeorm";

import { InjectionEvent, InjectionState } from "../../../domain/injection-state";
import { type Text } from "../../../domain/locale";
import { type Order } from "../../../entities/order";
import { type OrderMeter } from "../../../ports/order-meter";
import { correctPeople, tellOfSecondCopy } from "../../fallback/correct-people";
import { appendEvents } from "../append-events";
import { cancelWhatTurnedUp } from "../operate/ask-till-to-cancel";
import { lookKey } from "./look-later";
import { type Followers, moveInjections } from "./move-injection";

const BY_HAND_AND_BY_US: Text = {
  ru: "Заказ внесли вручную, а касса приняла его и от шлюза: одну копию нужно отменить",
  en: "The order was entered by hand, and the till took it from the gateway, too: one copy has to be cancelled",
};

/**
 * Notes that the till has locked orders: nobody looks for them any more, people who thought otherwise are corrected, and
 * what was cancelled is cancelled there. Part of `tx`; the caller saves `injectionState`.
 *
 * @returns those of which it was not known; nothing of the others is changed
 */
export async function arriveInTill(
  tx: EntityManager,
  { jobs, feed, meter }: Followers & { readonly meter: OrderMeter },
  orders: readonly Order[],
  at: Date,
  attempt: number | null = null,
): Promise<Order[]> {
  const unwanted = orders.filter(({ injectionState }) => injectionState === InjectionState.CANCELLED_BEFORE_SEND);
  const byHand = orders.filter(({ injectionState }) => injectionState === InjectionState.ENTERED_BY_HAND);
  const details = { at, source: "IIKO", attempt } as const;
  const moves = orders.map((order) => ({ order, event: InjectionEvent.POS_CREATED, details }));
  const arrived = await moveInjections(tx, { jobs, feed }, moves);
  await jobs.withdraw(tx, arrived.map(lookKey));
  for (const order of arrived) {
    meter.reachedTill(order.branchId, (at.getTime() - order.createdAt.getTime()) / 1000);
    if (byHand.includes(order)) await noteSecondCopy(tx, { jobs, feed }, order, at);
    else await correctPeople(tx, jobs, order);
    if (unwanted.includes(order)) await cancelWhatTurnedUp(tx, jobs, feed, order, at);
  }
  return arrived;
}

async function noteSecondCopy(tx: EntityManager, { jobs, feed }: Followers, order: Order, at: Date): Promise<void> {
  const note = { at, source: "GATEWAY", summary: BY_HAND_AND_BY_US, detail: { kind: "NOTE" } } as const;
  await appendEvents(tx, feed, order, [note]);
  await tellOfSecondCopy(tx, jobs, order);
}
