/**
 * An order that its till has not closed a week after it was due will not be closed any more: POSes
 * forget orders by then (docs/iiko.md#polls). It is asked for no more, and counts as open nowhere;
 * lists and searches find it as before.
 */
const OPEN_DAYS = 7;

/** When an order is due, as the index `orders_open_since` has it. @param order its name in SQL */
export function dueIn(order: string): string {
  return `coalesce(${order}.wanted_at, ${order}.created_at)`;
}

/**
 * May a till still change the order? A condition of SQL that the index `orders_open_since` answers.
 *
 * @param now an expression in SQL
 */
export function isOpenAtTill(order: string, now: string): string {
  return `${order}.status not in ('CLOSED', 'CANCELLED') and ${dueIn(order)} > ${now} - interval '${OPEN_DAYS} days'`;
}
