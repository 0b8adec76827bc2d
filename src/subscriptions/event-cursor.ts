import { type OrderEventRow } from "../entities/order-event-row";
import { InvalidInput } from "../errors";

/** A place among the events of a branch: after what this transaction wrote up to this position. */
export interface BranchPlace {
  readonly xid: string;
  readonly position: string;
}

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
  return read(cursor).sequence;
}

/**
 * The place among the events of a branch that a cursor stands for.
 *
 * @throws {InvalidInput} the cursor is none of ours
 */
export function branchPlaceOf(cursor: string): BranchPlace {
  const { xid, position } = read(cursor);
  return { xid, position };
}

function read(cursor: string): BranchPlace & { readonly sequence: number } {
  const text = Buffer.from(cursor, "base64url").toString();
  const [, sequence, xid = "", position = ""] = /^(\d{1,9})\.(\d{1,20})\.(\d{1,19})$/.exec(text) ?? [];
  const isOurs = sequence !== undefined && BigInt(xid) < 2n ** 64n && BigInt(position) < 2n ** 63n;
  if (!isOurs) throw new InvalidInput("after is not a cursor of an order's history");
  return { sequence: Number(sequence), xid, position };
}
