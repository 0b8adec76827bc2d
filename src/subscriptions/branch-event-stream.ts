import { newId } from "../domain/ids";
import { type OrderEventRow } from "../entities/orders/order-event-row";
import { type BranchCursor, branchCursorOf, type BranchHistory } from "./branch-history";
import { type SeenEvent } from "./event-cursor";
import { EventStream } from "./event-stream";
import { type EventPage, type EventSource, PAGE_LENGTH, type SharedReads } from "./shared-reads";

const NOBODY = "00000000-0000-0000-0000-000000000000";
const SUMMARY = {
  ru: "История начата заново: с того, что было показано последним, её не продолжить. Загрузите заказы ещё раз",
  en: "The history starts afresh: it cannot be continued from what was shown last. Load the orders again",
};

/**
 * Opens a stream of what happens to all orders of a branch.
 *
 * @param after what a client has seen last; undefined starts with what happens from now on, and so
 *   does an event that is not part of this history, in which case the first event says so
 */
export async function openBranchEvents(
  history: BranchHistory,
  reads: SharedReads,
  branchId: string,
  after: SeenEvent | undefined,
  wanted?: (event: OrderEventRow) => boolean,
): Promise<EventStream<BranchCursor>> {
  const open = (cursor: BranchCursor, first?: OrderEventRow) =>
    new EventStream(sourceOf(history, branchId), reads, cursor, { wanted, first, after });
  if (!after) return open((await history.end(branchId)).cursor);
  const known = await history.cursorAfter(branchId, after);
  if (known) return open(known);
  const { cursor, first } = await freshStart(history, branchId);
  return open(cursor, first);
}

/**
 * A reader at the end asks for new events to be numbered; a reader that is behind reads what has
 * already been numbered.
 */
function sourceOf(history: BranchHistory, branchId: string): EventSource<BranchCursor> {
  let numbered = 0;
  return {
    topic: `branch:${branchId}`,
    after: async (cursor) => {
      const isAtEnd = cursor.position >= numbered;
      if (isAtEnd) numbered = await history.number(branchId);
      const end = numbered;
      const found = await history.from(branchId, cursor.position, PAGE_LENGTH + 1);
      if (isLost(cursor, found[0], end)) {
        const fresh = await freshStart(history, branchId);
        return { events: [fresh.first], cursor: fresh.cursor, more: "when woken" };
      }
      return pageOf(cursor, found, { end, isAtEnd });
    },
  };
}

/**
 * Whether the event of this cursor is missing without having been purged, as happens after a
 * failover that lost the newest events.
 */
function isLost(
  { position, id }: BranchCursor,
  first: OrderEventRow | undefined,
  end: number,
): boolean {
  if (first?.branchPosition !== position) return end < position;
  return id !== null && id !== first.id;
}

function pageOf(
  cursor: BranchCursor,
  found: readonly OrderEventRow[],
  { end, isAtEnd }: { readonly end: number; readonly isAtEnd: boolean },
): EventPage<BranchCursor> {
  const events = found.filter(({ branchPosition }) => (branchPosition ?? 0) > cursor.position);
  const newest = events.at(-1);
  const last = newest ? branchCursorOf(newest) : cursor;
  if (found.length > PAGE_LENGTH) return { events, cursor: last, more: "now" };
  // An event that had a number before the page was read, and is not in it, is no longer stored.
  const reached = last.position < end ? { position: end, id: null } : last;
  return { events, cursor: reached, more: isAtEnd ? "when woken" : "now" };
}

async function freshStart(history: BranchHistory, branchId: string) {
  const { cursor, newest } = await history.end(branchId);
  const startsAfter = newest ?? { sequence: 0, position: 0, id: NOBODY };
  const first: OrderEventRow = {
    id: newId(),
    orderId: newest?.orderId ?? NOBODY,
    branchId,
    at: new Date(),
    source: "GATEWAY",
    actor: null,
    summary: SUMMARY,
    detail: { kind: "NOTE" },
    xid: "0",
    branchPosition: null,
    sequence: startsAfter.sequence,
    position: startsAfter.position,
    startsAfter,
  };
  return { cursor, first };
}
