import { type EntityManager } from "typeorm";

import { InjectionState } from "../../../domain/injection-state";
import { Observation } from "../../../domain/order-event";
import { OrderStatus } from "../../../domain/order-status";
import { type TicketLine } from "../../../domain/order-ticket";
import { Order } from "../../../entities/order";
import { OrderLine } from "../../../entities/order-line";
import { type EventFeed } from "../../../ports/event-feed";
import { prepared } from "../../../ports/prepared";
import { announceEvents, insertEvents, type NewEvent, numberEvents } from "../append-events";
import { toRow } from "../order-rows";
import { injectionSummary } from "../inject/injection-summary";
import { statusSummary } from "../status/status-summary";

/** All but what the database and this file fill in. */
type NewOrderColumns = Omit<Order, "number" | "version" | OptionalColumn>;
type OptionalColumn = "alertedAt" | "promisedAt" | "trackingUrl" | "cancelReason";

/**
 * Writes a new order with its lines, its first POS id and the beginning of its history, in one statement.
 *
 * @returns undefined when there is an order of that idempotency key; waits for one that is being written
 */
export async function insertOrder(
  tx: EntityManager,
  feed: EventFeed,
  columns: NewOrderColumns,
  lines: readonly TicketLine[],
): Promise<Order | undefined> {
  const order = tx.create(Order, { ...columns, version: 0 });
  const events = numberEvents(order, beginning(columns.createdAt));
  const row = toRow(tx, Order, { ...columns, version: order.version });
  const itsLines = lineRows(order.id, lines).map((line) => toRow(tx, OrderLine, line));
  const parameters = [row, itsLines, events].map((values) => JSON.stringify(values));
  const statement = insertOf(Object.keys(row), Object.keys(itsLines[0] ?? {}));
  const [taken] = await tx.query<{ number: string }[]>(statement, parameters);
  if (!taken) return undefined;
  await announceEvents(tx, feed, events);
  return Object.assign(order, { number: taken.number });
}

function insertOf(columns: readonly string[], lineColumns: readonly string[]): string {
  return prepared(`
    with taken as (
      insert into orders (number, ${columns.join()})
      select nextval('order_numbers')::text, ${columns.join()} from jsonb_populate_record(null::orders, $1)
      on conflict do nothing
      returning id, number, pos_order_id, generation
    ),
    lines as (
      insert into order_lines (${lineColumns.join()})
      select ${lineColumns.map((column) => `line.${column}`).join()}
      from taken join jsonb_populate_recordset(null::order_lines, $2) line on line.order_id = taken.id
    ),
    ids as (
      insert into pos_orders (pos_order_id, order_id, generation) select pos_order_id, id, generation from taken
    ),
    told as (${insertEvents("$3")} where exists (select from taken))
    select number from taken`);
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
