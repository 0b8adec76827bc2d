import { type OrderEventRow } from "../entities/order-event-row";
import { type BranchPlace } from "./event-cursor";
import { EventStream } from "./event-stream";
import { type OrderHistory } from "./order-history";
import { type EventSource, PAGE_LENGTH, type SharedReads } from "./shared-reads";

/**
 * What happens to all orders of a branch as a stream.
 *
 * @param after the place a client has seen; undefined starts with what happens from now on
 */
export async function openBranchEvents(
  history: OrderHistory,
  reads: SharedReads,
  branchId: string,
  after: BranchPlace | undefined,
  wanted?: (event: OrderEventRow) => boolean,
): Promise<EventStream<BranchPlace>> {
  const place = after ?? (await history.lastPlace(branchId));
  return new EventStream(sourceOf(history, branchId), reads, place, wanted);
}

function sourceOf(history: OrderHistory, branchId: string): EventSource<BranchPlace> {
  return {
    topic: `branch:${branchId}`,
    after: async (place) => {
      const { events, heldBack } = await history.afterInBranch(branchId, place, PAGE_LENGTH);
      const last = events.at(-1);
      const isFull = events.length === PAGE_LENGTH ? "now" : "when woken";
      return {
        events,
        place: last ? { xid: last.xid, position: String(last.position) } : place,
        more: heldBack ? "soon" : isFull,
      };
    },
  };
}
