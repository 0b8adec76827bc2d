import { type OrderEventRow } from "../entities/order-event-row";
import { type EventFeed } from "../ports/event-feed";
import { type BranchPlace } from "./event-cursor";
import { type EventSource, EventStream } from "./event-stream";
import { type OrderHistory } from "./order-history";

/**
 * What happens to all orders of a branch as a stream.
 *
 * @param after the place a client has seen; undefined starts with what happens from now on
 */
export async function openBranchEvents(
  history: OrderHistory,
  feed: EventFeed,
  branchId: string,
  after: BranchPlace | undefined,
  wanted?: (event: OrderEventRow) => boolean,
): Promise<EventStream<BranchPlace>> {
  const place = after ?? (await history.presentPlace());
  return new EventStream(sourceOf(history, branchId), feed, place, wanted);
}

function sourceOf(history: OrderHistory, branchId: string): EventSource<BranchPlace> {
  return {
    topic: `branch:${branchId}`,
    after: async (place, limit) => {
      const { events, heldBack } = await history.afterInBranch(branchId, place, limit);
      const last = events.at(-1);
      const isFull = events.length === limit ? "now" : "when woken";
      return {
        events,
        place: last ? { xid: last.xid, position: String(last.position) } : place,
        more: heldBack ? "soon" : isFull,
      };
    },
  };
}
