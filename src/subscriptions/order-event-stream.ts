import { newId } from "../domain/ids";
import { type OrderEventRow } from "../entities/orders/order-event-row";
import { type SeenEvent } from "./event-cursor";
import { EventStream } from "./event-stream";
import { type OrderCursor, orderCursorOf, type OrderHistory } from "./order-history";
import { type EventSource, PAGE_LENGTH, type SharedReads } from "./shared-reads";

const BEGINNING: OrderCursor = { sequence: 0, id: null };

/**
 * Opens one order's history as a stream.
 *
 * @param after what a client has seen last; undefined starts with the newest status as a snapshot,
 *   and so does an event that is not part of this history, in which case the snapshot says so
 */
export async function openOrderEvents(
  history: OrderHistory,
  reads: SharedReads,
  orderId: string,
  after: SeenEvent | undefined,
  wanted?: (event: OrderEventRow) => boolean,
  isOver?: () => Promise<boolean>,
): Promise<EventStream<OrderCursor>> {
  const open = (cursor: OrderCursor, first?: OrderEventRow) =>
    new EventStream(sourceOf(history, orderId), reads, cursor, { wanted, first, isOver, after });
  const known = after && (await history.cursorAfter(orderId, after));
  if (known) return open(known);
  const snapshot = await history.latestStatus(orderId);
  if (!snapshot) return open(BEGINNING);
  return open(orderCursorOf(snapshot), after ? asFreshStart(snapshot) : snapshot);
}

/** A writer locks the order's row, so its sequences become visible in order. */
function sourceOf(history: OrderHistory, orderId: string): EventSource<OrderCursor> {
  return {
    topic: `order:${orderId}`,
    after: async (cursor) => {
      // Includes the event of the cursor itself, which shows that it still exists.
      const found = await history.after(orderId, cursor.sequence - 1, PAGE_LENGTH + 1);
      if (await isLost(history, orderId, cursor, found[0])) {
        const snapshot = await history.latestStatus(orderId);
        const events = snapshot ? [asFreshStart(snapshot)] : [];
        return { events, cursor: snapshot ? orderCursorOf(snapshot) : BEGINNING, more: "now" };
      }
      const events = found.filter(({ sequence }) => sequence > cursor.sequence);
      const last = events.at(-1);
      const more = found.length > PAGE_LENGTH ? "now" : "when woken";
      return { events, cursor: last ? orderCursorOf(last) : cursor, more };
    },
  };
}

/**
 * Whether the event of this cursor is missing without having been purged, as happens after a
 * failover that lost the newest events.
 */
async function isLost(
  history: OrderHistory,
  orderId: string,
  { sequence, id }: OrderCursor,
  first: OrderEventRow | undefined,
): Promise<boolean> {
  if (first?.sequence === sequence) return id !== null && id !== first.id;
  return !first && sequence > (await history.lastSequence(orderId));
}

function asFreshStart(snapshot: OrderEventRow): OrderEventRow {
  return { ...snapshot, id: newId(), startsAfter: snapshot };
}
