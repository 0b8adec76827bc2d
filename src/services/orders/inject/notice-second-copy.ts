import { type EntityManager } from "typeorm";

import { InjectionState } from "../../../domain/injection-state";
import { type Text } from "../../../domain/locale";
import { isFinal } from "../../../domain/order-status";
import { DeliveryPurpose } from "../../../entities/fallback-delivery";
import { type Order } from "../../../entities/order";
import { PosOrder } from "../../../entities/pos-order";
import { type EventFeed } from "../../../ports/event-feed";
import { type JobQueue } from "../../../ports/job-queue";
import { type PosOrderUpdate } from "../../../ports/pos";
import { writeToPeople } from "../../fallback/write-to-people";
import { appendEvents } from "../append-events";
import { saveOrder } from "../lock-order";

const TWICE: Text = {
  ru: "Касса приняла заказ второй раз, под прежним номером: одну копию нужно отменить",
  en: "The till has taken the order a second time, under another id: one copy has to be cancelled",
};

/**
 * Is this news of another copy of a locked order than the one that counts? The till said that the first had failed for
 * good, the order got a new id, and both are there all the same. A moved order is no copy: it keeps its generation.
 */
export async function isSecondCopy(tx: EntityManager, order: Order, known: PosOrder): Promise<boolean> {
  if (order.injectionState !== InjectionState.IN_POS || known.posOrderId === order.posOrderId) return false;
  const counting = await tx.findOneBy(PosOrder, { posOrderId: order.posOrderId });
  return counting !== null && counting.generation !== known.generation;
}

/**
 * Asks people to cancel one of two living copies, once. What becomes of the other copy is none of the guest's business.
 * Part of `tx`; the caller holds the order's lock. Safe to repeat.
 */
export async function noticeSecondCopy(
  tx: EntityManager,
  { jobs, feed }: { readonly jobs: JobQueue; readonly feed: EventFeed },
  order: Order,
  { creation, status }: PosOrderUpdate,
  at: Date,
): Promise<void> {
  const lives = creation === "created" && (status === null || !isFinal(status));
  if (!lives || isFinal(order.status)) return;
  if (await isNoticed(tx, order.id)) return;
  await writeToPeople(tx, jobs, order, DeliveryPurpose.TWICE_IN_TILL);
  const note = { at, source: "IIKO", summary: TWICE, detail: { kind: "NOTE" } } as const;
  await appendEvents(tx, feed, order, [note]);
  await saveOrder(tx, order, []);
}

async function isNoticed(tx: EntityManager, orderId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    "select 1 from order_events where order_id = $1 and summary = $2::jsonb limit 1",
    [orderId, JSON.stringify(TWICE)],
  );
  return rows.length > 0;
}
