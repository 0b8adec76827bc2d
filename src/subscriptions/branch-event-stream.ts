import { newId } from "../domain/ids";
import { type OrderEventRow } from "../entities/orders/order-event-row";
import { type BranchHistory, type BranchPlace, branchPlaceOf } from "./branch-history";
import { type SeenEvent } from "./event-cursor";
import { EventStream } from "./event-stream";
import { type EventPage, type EventSource, PAGE_LENGTH, type SharedReads } from "./shared-reads";

const NOBODY = "00000000-0000-0000-0000-000000000000";
const SUMMARY = {
  ru: "История начата заново: с того, что было показано последним, её не продолжить. Загрузите заказы ещё раз",
  en: "The history starts afresh: it cannot be continued from what was shown last. Load the orders again",
};

/**
 * What happens to all orders of a branch as a stream.
 *
 * @param after what a client has seen last; undefined starts with what happens from now on, and so
 * does an event that is not
 *   of this history, which the first event then says
 */
export async function openBranchEvents(
  history: BranchHistory,
  reads: SharedReads,
  branchId: string,
  after: SeenEvent | undefined,
  wanted?: (event: OrderEventRow) => boolean,
): Promise<EventStream<BranchPlace>> {
  const open = (place: BranchPlace, first?: OrderEventRow) =>
    new EventStream(sourceOf(history, branchId), reads, place, { wanted, first, after });
  if (!after) return open((await history.end(branchId)).place);
  const known = await history.placeAfter(branchId, after);
  if (known) return open(known);
  const { place, first } = await freshStart(history, branchId);
  return open(place, first);
}

/**
 * Whoever stands at the end asks for what is new to be numbered; whoever is behind reads what is
 * numbered already.
 */
function sourceOf(history: BranchHistory, branchId: string): EventSource<BranchPlace> {
  let numbered = 0;
  return {
    topic: `branch:${branchId}`,
    after: async (place) => {
      const isAtEnd = place.position >= numbered;
      if (isAtEnd) numbered = await history.number(branchId);
      const end = numbered;
      const found = await history.from(branchId, place.position, PAGE_LENGTH + 1);
      if (isLost(place, found[0], end)) {
        const fresh = await freshStart(history, branchId);
        return { events: [fresh.first], place: fresh.place, more: "when woken" };
      }
      return pageOf(place, found, { end, isAtEnd });
    },
  };
}

/**
 * Is the event of this place not there, and was not merely forgotten? So it is after a failover
 * that lost the newest.
 */
function isLost(
  { position, id }: BranchPlace,
  first: OrderEventRow | undefined,
  end: number,
): boolean {
  if (first?.branchPosition !== position) return end < position;
  return id !== null && id !== first.id;
}

function pageOf(
  place: BranchPlace,
  found: readonly OrderEventRow[],
  { end, isAtEnd }: { readonly end: number; readonly isAtEnd: boolean },
): EventPage<BranchPlace> {
  const events = found.filter(({ branchPosition }) => (branchPosition ?? 0) > place.position);
  const newest = events.at(-1);
  const last = newest ? branchPlaceOf(newest) : place;
  if (found.length > PAGE_LENGTH) return { events, place: last, more: "now" };
  // What had a number before the page was read, and is not in it, is kept no longer.
  const reached = last.position < end ? { position: end, id: null } : last;
  return { events, place: reached, more: isAtEnd ? "when woken" : "now" };
}

async function freshStart(history: BranchHistory, branchId: string) {
  const { place, newest } = await history.end(branchId);
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
  return { place, first };
}
