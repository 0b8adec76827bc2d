import { NOT_OF_HISTORY } from "../domain/errors/thrown-texts";
import { type OrderEventRow } from "../entities/orders/order-event-row";
import { InvalidInput } from "../errors";

/**
 * The event that a cursor was issued for. Every database that has the event recognises it, whatever
 * cluster it is in.
 */
export interface SeenEvent {
  readonly sequence: number;
  /** `order_events.position`: roughly when it was written. */
  readonly position: string;
  /** Older cursors name the transaction instead, as stored in the row. */
  readonly name: { readonly id: string } | { readonly xid: string };
  /** The event said that the history starts again. */
  readonly startedAnew?: true;
}

const CURSOR = /^(\d{1,9})\.(\d{1,19})\.([0-9a-f]{32})(\.anew)?$/;
const CURSOR_OF_BEFORE = /^(\d{1,9})\.(\d{1,20})\.(\d{1,19})$/;

/**
 * A place in the history of orders: after this event, both in its order's history and in its
 * branch's. Opaque to clients. The event that says that a history starts again has a separate
 * cursor: a client may have seen the place without having seen that event.
 */
export function cursorOf(
  event: Pick<OrderEventRow, "sequence" | "position" | "id" | "startsAfter">,
): string {
  return written(event.startsAfter ?? event, event.startsAfter !== undefined);
}

/** Returns the cursor that was passed in, as it was issued; null if it is an older one. */
export function cursorOfSeen({ sequence, position, name, startedAnew }: SeenEvent): string | null {
  return "id" in name ? written({ sequence, position, id: name.id }, startedAnew === true) : null;
}

interface Named {
  readonly sequence: number;
  readonly position: number | string;
  readonly id: string;
}

function written({ sequence, position, id }: Named, isAnew: boolean): string {
  const name = `${sequence}.${position}.${id.replaceAll("-", "")}`;
  return Buffer.from(isAnew ? `${name}.anew` : name).toString("base64url");
}

/** Returns the cursor of whatever a subscription emits, if it is an event of an order. */
export function cursorOfEvent(event: unknown): string | undefined {
  const isOfOrder =
    typeof event === "object" && event !== null && "sequence" in event && "position" in event;
  return isOfOrder ? cursorOf(event as OrderEventRow) : undefined;
}

/**
 * Returns the event that the holder of the cursor has seen last.
 *
 * @throws {InvalidInput} the cursor is not one of ours
 */
export function seenBy(cursor: string): SeenEvent {
  const text = Buffer.from(cursor, "base64url").toString();
  const seen = readCursor(text) ?? readCursorOfBefore(text);
  if (!seen || BigInt(seen.position) >= 2n ** 63n) {
    throw new InvalidInput(NOT_OF_HISTORY);
  }
  return seen;
}

/**
 * Whether the row is that event: an order that lost its newest events may have others in their
 * places.
 */
export function isSeen({ name, position }: SeenEvent, row: OrderEventRow): boolean {
  return "id" in name
    ? name.id === row.id
    : name.xid === row.xid && position === String(row.position);
}

function readCursor(text: string): SeenEvent | undefined {
  const [, sequence, position, hex, anew] = CURSOR.exec(text) ?? [];
  if (sequence === undefined || position === undefined || hex === undefined) return undefined;
  const id = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
  const seen = { sequence: Number(sequence), position, name: { id } };
  return anew === undefined ? seen : { ...seen, startedAnew: true };
}

function readCursorOfBefore(text: string): SeenEvent | undefined {
  const [, sequence, xid, position] = CURSOR_OF_BEFORE.exec(text) ?? [];
  if (sequence === undefined || position === undefined || xid === undefined) return undefined;
  return BigInt(xid) < 2n ** 64n
    ? { sequence: Number(sequence), position, name: { xid } }
    : undefined;
}
