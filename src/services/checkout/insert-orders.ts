import { type EntityManager } from "typeorm";

import { type NewEvent } from "../../domain/orders/decision";
import { InjectionState } from "../../domain/orders/injection-state";
import { injectionSummary } from "../../domain/orders/injection-summary";
import { Observation } from "../../domain/orders/order-event";
import { OrderStatus } from "../../domain/orders/order-status";
import { statusSummary } from "../../domain/orders/stage-words";
import { type TicketLine } from "../../domain/ticket/order-ticket";
import { Order } from "../../entities/orders/order";
import { OrderLine } from "../../entities/orders/order-line";
import { prepared } from "../../ports/prepared";
import { type Transaction } from "../../postgres/transaction";
import { announceEvents, insertEvents, numberEvents } from "../orders/effects/write-orders";
import { toRow } from "../orders/rows/order-rows";

/** All columns except those that the database and this file fill in. */
type NewOrderColumns = Omit<Order, "number" | "version" | OptionalColumn>;
type OptionalColumn =
  | "alertedAt"
  | "trackingUrl"
  | "cancelReason"
  | "repeatsPayment"
  | "trackingGeneration"
  | "claim"
  | "erasedAt"
  | "guestCount"
  | "companyId"
  | "placeAt"
  | "deliveryProductId";

export interface OrderToInsert {
  readonly columns: NewOrderColumns;
  readonly lines: readonly TicketLine[];
  /** Its place in its branch's line. */
  readonly placeAt: Date;
}

/**
 * Locks an idempotency key of a branch, regardless of its owner, until `tx` ends; waits for the
 * current holder.
 *
 * @param patienceMs limit for this and every other lock for which `tx` waits; when it is exceeded,
 *   an error that satisfies `isLockTimeout` is thrown
 */
export async function lockOrderKey(
  tx: EntityManager,
  { branchId, idempotencyKey }: Pick<Order, "branchId" | "idempotencyKey">,
  patienceMs: number,
): Promise<void> {
  const lock = `select set_config('lock_timeout', $3, true), pg_advisory_xact_lock(${LOCK_OF_KEY("$1", "$2")})`;
  await tx.query(lock, [branchId, idempotencyKey, `${patienceMs}ms`]);
}

/**
 * Locks a payment of a branch until `tx` ends; waits for the current holder. Always taken after the
 * key, which prevents deadlocks.
 */
export async function lockPayment(
  tx: EntityManager,
  branchId: string,
  externalPaymentId: string,
): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(${LOCK_OF_PAYMENT("$1", "$2")})`, [
    branchId,
    externalPaymentId,
  ]);
}

const LOCK_OF_KEY = (branchId: string, key: string) =>
  `hashtextextended('order-key:' || ${branchId} || ':' || ${key}, 0)`;

const LOCK_OF_PAYMENT = (branchId: string, paymentId: string) =>
  `hashtextextended('order-payment:' || ${branchId} || ':' || ${paymentId}, 0)`;

/**
 * Writes new orders with their lines, their first POS ids and the beginning of their history, in
 * one statement.
 *
 * @param branches what to do about orders of a branch that somebody else has locked: wait for it,
 *   or leave them out
 * @returns the order for each; or "collided" if one already exists with its idempotency key (for
 *   the same input or the same owner) or its payment, and "busy" while somebody else writes one or
 *   has locked its branch: this function does not wait for that, because it would hold up the
 *   others
 */
export async function insertOrders(
  tx: Transaction,
  wanted: readonly OrderToInsert[],
  branches: "wait" | "skip",
): Promise<(Order | "collided" | "busy")[]> {
  const orders = wanted.map(({ columns, placeAt }) =>
    Object.assign(new Order(), columns, { version: 0, placeAt }),
  );
  const events = orders.map((order) => numberEvents(order, beginning(order)));
  const rows = orders.map((order) => toRow(tx, Order, order));
  const lines = wanted.flatMap(({ columns, lines }) =>
    lineRows(columns.id, lines).map((line) => toRow(tx, OrderLine, line)),
  );
  const statement = insertOf(Object.keys(rows[0] ?? {}), Object.keys(lines[0] ?? {}), branches);
  const parameters = [rows, lines, events.flat()].map((values) => JSON.stringify(values));
  const branchIds = [...new Set(orders.map(({ branchId }) => branchId))];
  const outcomes = await tx.rows<{ id: string; number: string | null }>(statement, [
    ...parameters,
    branchIds,
  ]);
  const numbers = new Map(outcomes.map(({ id, number }) => [id, number]));
  await announceEvents(
    tx,
    events.filter((_, index) => numbers.get(orders[index]?.id ?? "")).flat(),
  );
  return orders.map((order) => {
    const number = numbers.get(order.id);
    if (number === undefined) return "busy";
    return number === null ? "collided" : Object.assign(order, { number });
  });
}

/**
 * An order's foreign key locks its branch, as the first lock here does; that one may be omitted.
 */
function insertOf(
  columns: readonly string[],
  lineColumns: readonly string[],
  branches: "wait" | "skip",
): string {
  return prepared(`
    with open_branches as materialized (
      select b.id as place, c.id as company, c.order_numbers as numbers
      from branches b join companies c on c.id = b.company_id
      where b.id = any ($4) order by b.id for key share of b ${branches === "skip" ? "skip locked" : ""}
    ),
    wanted as materialized (
      select * from jsonb_populate_recordset(null::orders, $1)
      where case
        when branch_id not in (select place from open_branches) then false
        when not pg_try_advisory_xact_lock(${LOCK_OF_KEY("branch_id", "idempotency_key")}) then false
        when external_payment_id is null then true
        else pg_try_advisory_xact_lock(${LOCK_OF_PAYMENT("branch_id", "external_payment_id")})
      end
    ),
    taken as (
      insert into orders (number, company_id, ${columns.join()})
      select nextval(numbers::regclass)::text, company, ${columns.join()}
      from wanted join open_branches on place = branch_id
      on conflict do nothing
      returning id, number, id_in_pos, generation
    ),
    lines as (
      insert into order_lines (${lineColumns.join()})
      select ${lineColumns.map((column) => `line.${column}`).join()}
      from taken join jsonb_populate_recordset(null::order_lines, $2) line on line.order_id = taken.id
    ),
    ids as (
      insert into pos_orders (id_in_pos, order_id, generation) select id_in_pos, id, generation from taken
    ),
    told as (${insertEvents("$3")} where e."orderId" in (select id from taken))
    select wanted.id, taken.number from wanted left join taken on taken.id = wanted.id`);
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

function beginning({ createdAt: at, fulfilment }: Order): NewEvent[] {
  const status = { from: null, to: OrderStatus.NEW, rawPosStatus: null, lateBySeconds: null };
  return [
    {
      at,
      source: "RESULT_REST",
      summary: statusSummary(OrderStatus.NEW, fulfilment),
      detail: { kind: "STATUS", ...status, observedBy: Observation.COMMAND },
    },
    {
      at,
      source: "GATEWAY",
      summary: injectionSummary.QUEUED,
      detail: { kind: "INJECTION", state: InjectionState.QUEUED, attempt: null, fault: null },
    },
  ];
}
