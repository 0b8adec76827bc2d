import { NOT_OF_HISTORY } from "../domain/errors/thrown-texts";
import { type OrderEventRow } from "../entities/orders/order-event-row";
import { InvalidInput } from "../errors";

/**
 * The event a cursor was given out with. Every database that has the event knows it again, whatever
 * cluster it is in.
 */
export interface SeenEvent {
  readonly sequence: number;
  /** `order_events.position`: about when it was written. */
  readonly position: string;
  /** Cursors of before name the transaction instead, as the row keeps it. */
  readonly name: { readonly id: string } | { readonly xid: string };
  /** It said that the history begins anew. */
  readonly startedAnew?: true;
}

const CURSOR = /^(\d{1,9})\.(\d{1,19})\.([0-9a-f]{32})(\.anew)?$/;
const CURSOR_OF_BEFORE = /^(\d{1,9})\.(\d{1,20})\.(\d{1,19})$/;

/**
 * A place in the history of orders: after this event, in its order's history and in its branch's.
 * Opaque to clients. The event that says that a history begins anew has a cursor of its own: a
 * client may have seen the place, but not that.
 */
export function cursorOf(
  event: Pick<OrderEventRow, "sequence" | "position" | "id" | "startsAfter">,
): string {
  return written(event.startsAfter ?? event, event.startsAfter !== undefined);
}

/** The cursor that was handed in, as it was given out; null: it is one of before. */
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

/** The cursor of whatever a subscription tells, if it is an event of an order. */
export function cursorOfEvent(event: unknown): string | undefined {
  const isOfOrder =
    typeof event === "object" && event !== null && "sequence" in event && "position" in event;
  return isOfOrder ? cursorOf(event as OrderEventRow) : undefined;
}

/**
 * The event that whoever hands in the cursor has seen last.
 *
 * @throws {InvalidInput} the cursor is none of ours
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
