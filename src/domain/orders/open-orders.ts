/**
 * An order that its POS has not closed a week after it was due will never be closed: POSes delete
 * orders by then (docs/iiko.md#polls). It is no longer probed, and counts as open nowhere; lists
 * and searches still find it.
 */
const OPEN_DAYS = 7;

/** When an order is due, as in the index `orders_open_since`. @param order its name in SQL */
export function dueIn(order: string): string {
  return `coalesce(${order}.wanted_at, ${order}.created_at)`;
}

/**
 * SQL condition for orders that a POS may still change, answered by the index `orders_open_since`.
 *
 * @param now an SQL expression
 */
export function isOpenAtTill(order: string, now: string): string {
  return `${order}.status not in ('CLOSED', 'CANCELLED') and ${dueIn(order)} > ${now} - interval '${OPEN_DAYS} days'`;
}
