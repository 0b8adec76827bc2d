import { type OrderEventRow } from "../entities/orders/order-event-row";

const told = new WeakMap<OrderEventRow, Map<string | null, OrderEventRow>>();

/**
 * An event as it is told to those who were told that other one before it. The same object for all
 * of them, so that they share its answer.
 *
 * @param previousCursor of the event before; null: there was none
 */
export function toldAfter(event: OrderEventRow, previousCursor: string | null): OrderEventRow {
  const versions = told.get(event) ?? new Map<string | null, OrderEventRow>();
  told.set(event, versions);
  const version = versions.get(previousCursor) ?? { ...event, previousCursor };
  versions.set(previousCursor, version);
  return version;
}
