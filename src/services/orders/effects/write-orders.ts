import { newId } from "../../../domain/ids";
import { type NewEvent } from "../../../domain/orders/decision";
import { type StoredSource, toStoredSource } from "../../../domain/orders/event-source";
import { ORDER_COLUMNS } from "../../../domain/orders/order-facts";
import { Order } from "../../../entities/orders/order";
import { prepared } from "../../../ports/prepared";
import { type Transaction } from "../../../postgres/transaction";
import { rowOf } from "../rows/order-rows";

/** An event with its position in the history of its order. */
export interface NumberedEvent extends Omit<NewEvent, "source"> {
  readonly source: StoredSource;
  readonly id: string;
  readonly orderId: string;
  readonly branchId: string;
  readonly sequence: number;
}

/**
 * Gives events the next positions in the history of an order, and advances `order.version`. Writes
 * nothing yet.
 */
export function numberEvents(order: Order, events: readonly NewEvent[]): NumberedEvent[] {
  const { id: orderId, branchId, version } = order;
  order.version += events.length;
  return events.map((event, index) => ({
    ...event,
    id: newId(),
    source: toStoredSource(event.source),
    orderId,
    branchId,
    sequence: version + index + 1,
  }));
}

/** @param events the statement's parameter that holds numbered events as JSON */
export function insertEvents(events: `$${number}`): string {
  return `
    insert into order_events (id, order_id, branch_id, sequence, at, source, actor, summary, detail)
    select e.id, e."orderId", e."branchId", e.sequence, e.at, e.source, e.actor, e.summary, e.detail
    from jsonb_to_recordset(${events}::jsonb) as e(
      id uuid, "orderId" uuid, "branchId" uuid, sequence integer, at timestamptz, source text, actor text,
      summary jsonb, detail jsonb)`;
}

/** Wakes the subscribers of these orders or their branches once the transaction is committed. */
export async function announceEvents(
  tx: Transaction,
  events: readonly NumberedEvent[],
): Promise<void> {
  const topics = events.flatMap(
    ({ orderId, branchId }) => [`order:${orderId}`, `branch:${branchId}`] as const,
  );
  await tx.announce(...new Set(topics));
}

const WRITTEN = ["id", "version", ...ORDER_COLUMNS] as const;

/**
 * Writes the changed rows of locked orders and their new history events, in one statement for any
 * number of them.
 */
export async function writeOrders(
  tx: Transaction,
  orders: readonly Order[],
  events: readonly NumberedEvent[],
): Promise<void> {
  if (orders.length === 0) return;
  const { columns } = tx.dataSource.getMetadata(Order);
  const written = columns.filter(({ propertyName }) => isWritten(propertyName));
  const rows = orders.map((order) => rowOf(written, order));
  const changes = written
    .filter(({ propertyName }) => propertyName !== "id")
    .map(({ databaseName }) => `${databaseName} = now.${databaseName}`);
  const statement = prepared(`
    with told as (${insertEvents("$2")})
    update orders set ${changes.join()} from jsonb_populate_recordset(null::orders, $1) now where orders.id = now.id`);
  await tx.write(statement, [JSON.stringify(rows), JSON.stringify(events)]);
}

function isWritten(name: string): boolean {
  return (WRITTEN as readonly string[]).includes(name);
}
