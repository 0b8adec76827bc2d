import { type EntityManager } from "typeorm";

import { newId } from "../../domain/ids";
import { type Text } from "../../domain/locale";
import { type OrderEventDetail } from "../../domain/order-event";
import { type Order } from "../../entities/order";
import { type EventFeed } from "../../ports/event-feed";
import { prepared } from "../../ports/prepared";

export interface NewEvent {
  readonly at: Date;
  readonly source: "RESULT_REST" | "IIKO" | "GATEWAY";
  readonly actor?: string | null;
  readonly summary: Text;
  readonly detail: OrderEventDetail;
}

/** An event with its place in the history of its order. */
export interface NumberedEvent extends NewEvent {
  readonly id: string;
  readonly orderId: string;
  readonly branchId: string;
  readonly sequence: number;
}

/**
 * Adds events to an order's history and announces them, all as part of `tx`. The caller holds the order's row lock (or has
 * just inserted the row), so sequences have no gaps. Moves `order.version` on; the caller saves the row.
 */
export async function appendEvents(
  tx: EntityManager,
  feed: EventFeed,
  order: Order,
  events: readonly NewEvent[],
): Promise<void> {
  await writeEvents(tx, feed, numberEvents(order, events));
}

/** Gives events the next places in the history of a locked order, and moves `order.version` on. Nothing is written yet. */
export function numberEvents(order: Order, events: readonly NewEvent[]): NumberedEvent[] {
  const { id: orderId, branchId, version } = order;
  order.version += events.length;
  return events.map((event, index) => ({ ...event, id: newId(), orderId, branchId, sequence: version + index + 1 }));
}

/** Writes the numbered events of any number of orders, in this order, and announces them, all as part of `tx`. */
export async function writeEvents(tx: EntityManager, feed: EventFeed, events: readonly NumberedEvent[]): Promise<void> {
  if (events.length === 0) return;
  await tx.query(prepared(insertEvents("$1")), [JSON.stringify(events)]);
  await announceEvents(tx, feed, events);
}

/** @param events which parameter of the statement holds numbered events as JSON */
export function insertEvents(events: `$${number}`): string {
  return `
    insert into order_events (id, order_id, branch_id, sequence, at, source, actor, summary, detail)
    select e.id, e."orderId", e."branchId", e.sequence, e.at, e.source, e.actor, e.summary, e.detail
    from jsonb_to_recordset(${events}::jsonb) as e(
      id uuid, "orderId" uuid, "branchId" uuid, sequence integer, at timestamptz, source text, actor text,
      summary jsonb, detail jsonb)`;
}

export async function announceEvents(
  tx: EntityManager,
  feed: EventFeed,
  events: readonly NumberedEvent[],
): Promise<void> {
  const topics = events.flatMap(({ orderId, branchId }) => [`order:${orderId}`, `branch:${branchId}`] as const);
  await feed.announce(tx, ...new Set(topics));
}
