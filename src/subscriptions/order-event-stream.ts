import { type OrderEventRow } from "../entities/order-event-row";
import { EventStream } from "./event-stream";
import { type OrderHistory } from "./order-history";
import { type EventSource, PAGE_LENGTH, type SharedReads } from "./shared-reads";

/**
 * One order's history as a stream.
 *
 * @param after the sequence a client has seen; undefined starts with the newest status as a snapshot
 */
export async function openOrderEvents(
  history: OrderHistory,
  reads: SharedReads,
  orderId: string,
  after: number | undefined,
  wanted?: (event: OrderEventRow) => boolean,
): Promise<EventStream<number>> {
  const snapshot = after === undefined ? await history.latestStatus(orderId) : null;
  const place = after ?? snapshot?.sequence ?? 0;
  return new EventStream(sourceOf(history, orderId), reads, place, wanted, snapshot);
}

/** An order's row is locked by whoever writes, so its sequences become visible in their order. */
function sourceOf(history: OrderHistory, orderId: string): EventSource<number> {
  return {
    topic: `order:${orderId}`,
    after: async (sequence) => {
      const events = await history.after(orderId, sequence, PAGE_LENGTH);
      const more = events.length === PAGE_LENGTH ? "now" : "when woken";
      return { events, place: events.at(-1)?.sequence ?? sequence, more };
    },
  };
}
