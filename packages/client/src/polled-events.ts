import { GatewayError } from "./gateway-error.ts";
import { type GatewayHttp } from "./gateway-http.ts";
import { type Line, type Place } from "./line.ts";
import { Timeline, type TrackedEvent } from "./operations.ts";
import { isFinished, isNewsOfStatus } from "./order-end.ts";
import { pause } from "./pause.ts";

const EVERY_MS = 3_000;
/** After this, something better than polling gets another chance. */
const PATIENCE_MS = 300_000;

/**
 * Follows an order by polling, for five minutes at most. Yields the same events and cursors as a
 * subscription.
 */
export async function* polledEvents(
  http: GatewayHttp,
  { token, after }: Place,
  { signal, opened, finished }: Line,
): AsyncGenerator<TrackedEvent, void, undefined> {
  const until = Date.now() + PATIENCE_MS;
  for (let cursor = after; !signal.aborted && Date.now() < until; await pause(EVERY_MS, signal)) {
    const page = await eventsAfter(http, { token, after: cursor }, signal);
    opened();
    yield* page.events;
    if (page.isLast) return finished();
    cursor = page.events.at(-1)?.cursor ?? cursor;
  }
}

/**
 * Returns everything after a cursor; without one, everything from the newest status on.
 *
 * @throws {GatewayError} NOT_FOUND: the token grants access to nothing
 */
export async function eventsAfter(http: GatewayHttp, { token, after }: Place, signal: AbortSignal) {
  const events: TrackedEvent[] = [];
  for (;;) {
    const cursor = events.at(-1)?.cursor ?? after;
    const { trackedOrder } = await http.ask(Timeline, { token, after: cursor }, signal);
    if (!trackedOrder)
      throw new GatewayError({
        message: "There is no such order",
        extensions: { code: "NOT_FOUND" },
      });
    events.push(...trackedOrder.timeline.nodes);
    if (trackedOrder.timeline.pageInfo.hasNextPage) continue;
    const start = after === undefined ? events.map(isNewsOfStatus).lastIndexOf(true) : 0;
    return { events: events.slice(Math.max(start, 0)), isLast: isFinished(trackedOrder.status) };
  }
}
