import { type OrderEventRow } from "../entities/order-event-row";
import { InvalidInput } from "../errors";

/**
 * A place in the history of orders: the sequence within the order, and (xid, position) among the events of a branch.
 * Opaque to clients, good for both.
 */
export function cursorOf(event: Pick<OrderEventRow, "sequence" | "xid" | "position">): string {
  return Buffer.from(`${event.sequence}.${event.xid}.${event.position}`).toString("base64url");
}

/**
 * The sequence within its order that a cursor stands for.
 *
 * @throws {InvalidInput} the cursor is none of ours
 */
export function sequenceOf(cursor: string): number {
  const match = /^(\d{1,9})\.\d{1,20}\.\d{1,20}$/.exec(Buffer.from(cursor, "base64url").toString());
  if (!match) throw new InvalidInput("after is not a cursor of an order's history");
  return Number(match[1]);
}
