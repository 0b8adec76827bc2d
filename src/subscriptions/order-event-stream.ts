import { newId } from "../domain/ids";
import { type OrderEventRow } from "../entities/orders/order-event-row";
import { type SeenEvent } from "./event-cursor";
import { EventStream } from "./event-stream";
import { type OrderHistory, type OrderPlace, orderPlaceOf } from "./order-history";
import { type EventSource, PAGE_LENGTH, type SharedReads } from "./shared-reads";

const BEGINNING: OrderPlace = { sequence: 0, id: null };

/**
 * One order's history as a stream.
 *
 * @param after what a client has seen last; undefined starts with the newest status as a snapshot,
 * and so does an event that is
 *   not of this history, which the snapshot then says
 */
export async function openOrderEvents(
  history: OrderHistory,
  reads: SharedReads,
  orderId: string,
  after: SeenEvent | undefined,
  wanted?: (event: OrderEventRow) => boolean,
  isOver?: () => Promise<boolean>,
): Promise<EventStream<OrderPlace>> {
  const open = (place: OrderPlace, first?: OrderEventRow) =>
    new EventStream(sourceOf(history, orderId), reads, place, { wanted, first, isOver, after });
  const known = after && (await history.placeAfter(orderId, after));
  if (known) return open(known);
  const snapshot = await history.latestStatus(orderId);
  if (!snapshot) return open(BEGINNING);
  return open(orderPlaceOf(snapshot), after ? asFreshStart(snapshot) : snapshot);
}

/** An order's row is locked by whoever writes, so its sequences become visible in their order. */
function sourceOf(history: OrderHistory, orderId: string): EventSource<OrderPlace> {
  return {
    topic: `order:${orderId}`,
    after: async (place) => {
      // With the event of the place itself, which shows that it is there still.
      const found = await history.after(orderId, place.sequence - 1, PAGE_LENGTH + 1);
      if (await isLost(history, orderId, place, found[0])) {
        const snapshot = await history.latestStatus(orderId);
        const events = snapshot ? [asFreshStart(snapshot)] : [];
        return { events, place: snapshot ? orderPlaceOf(snapshot) : BEGINNING, more: "now" };
      }
      const events = found.filter(({ sequence }) => sequence > place.sequence);
      const last = events.at(-1);
      const more = found.length > PAGE_LENGTH ? "now" : "when woken";
      return { events, place: last ? orderPlaceOf(last) : place, more };
    },
  };
}

/**
 * Is the event of this place not there, and was not merely forgotten? So it is after a failover
 * that lost the newest.
 */
async function isLost(
  history: OrderHistory,
  orderId: string,
  { sequence, id }: OrderPlace,
  first: OrderEventRow | undefined,
): Promise<boolean> {
  if (first?.sequence === sequence) return id !== null && id !== first.id;
  return !first && sequence > (await history.lastSequence(orderId));
}

function asFreshStart(snapshot: OrderEventRow): OrderEventRow {
  return { ...snapshot, id: newId(), startsAfter: snapshot };
}
