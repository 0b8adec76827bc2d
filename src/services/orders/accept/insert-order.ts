import { type EntityManager } from "typeorm";

import { InjectionState } from "../../../domain/injection-state";
import { Observation } from "../../../domain/order-event";
import { OrderStatus } from "../../../domain/order-status";
import { type TicketLine } from "../../../domain/order-ticket";
import { Order } from "../../../entities/order";
import { OrderLine } from "../../../entities/order-line";
import { PosOrder } from "../../../entities/pos-order";
import { type EventFeed } from "../../../ports/event-feed";
import { appendEvents, type NewEvent } from "../append-events";
import { injectionSummary } from "../inject/injection-summary";
import { statusSummary } from "../status/status-summary";

/** All but what the database and this file fill in. */
type NewOrderColumns = Omit<Order, "number" | "version" | OptionalColumn>;
type OptionalColumn = "alertedAt" | "promisedAt" | "trackingUrl" | "cancelReason";

/**
 * Writes a new order with its lines, its first POS id and the beginning of its history, a statement each.
 *
 * @returns undefined when there is an order of that idempotency key; waits for one that is being written
 */
export async function insertOrder(
  tx: EntityManager,
  feed: EventFeed,
  columns: NewOrderColumns,
  lines: readonly TicketLine[],
): Promise<Order | undefined> {
  const events = beginning(columns.createdAt);
  const inserted = await tx
    .createQueryBuilder()
    .insert()
    .into(Order)
    .values({ ...columns, version: events.length, number: () => "nextval('order_numbers')::text" })
    .orIgnore()
    .returning("number")
    .updateEntity(false)
    .execute();
  const [row] = inserted.raw as { number: string }[];
  if (!row) return undefined;
  const order = tx.create(Order, { ...columns, version: 0, number: row.number });
  await tx.insert(OrderLine, lineRows(order.id, lines));
  await tx.insert(PosOrder, { posOrderId: order.posOrderId, orderId: order.id, generation: order.generation });
  await appendEvents(tx, feed, order, events);
  return order;
}

function lineRows(orderId: string, lines: readonly TicketLine[]): Partial<OrderLine>[] {
  return lines.map((line, position) => ({
    ...line,
    options: [...line.options],
    halves: line.halves && [...line.halves],
    parts: line.parts && [...line.parts],
    orderId,
    position,
  }));
}

function beginning(at: Date): NewEvent[] {
  const status = { from: null, to: OrderStatus.NEW, rawPosStatus: null, lateBySeconds: null };
  return [
    {
      ...{ at, source: "RESULT_REST", summary: statusSummary[OrderStatus.NEW] },
      detail: { kind: "STATUS", ...status, observedBy: Observation.COMMAND },
    },
    {
      ...{ at, source: "GATEWAY", summary: injectionSummary.QUEUED },
      detail: { kind: "INJECTION", state: InjectionState.QUEUED, attempt: null, fault: null },
    },
  ];
}
