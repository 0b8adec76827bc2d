import { BackOff } from "./back-off.ts";
import { type ClientOptions } from "./client-options.ts";
import { EventGap, isBehindGap } from "./event-gap.ts";
import { isForGood } from "./faults-for-good.ts";
import { GatewayError } from "./gateway-error.ts";
import { GatewayHttp } from "./gateway-http.ts";
import { GatewayUnreachable } from "./gateway-unreachable.ts";
import { type Line } from "./line.ts";
import { liveEvents } from "./live-events.ts";
import { type TrackedEvent } from "./operations.ts";
import { isFinished, isNewsOfStatus } from "./order-end.ts";
import { pause } from "./pause.ts";
import { eventsAfter } from "./polled-events.ts";

/** A connection that lasted this long without an event was a good one. */
const STABLE_MS = 10_000;
/**
 * If a client has requested missing events this often without getting them, it is better to give it
 * the rest.
 */
const MOST_GAPS = 3;

/** `connecting`: at the start and after a loss. `live`: events are emitted immediately. */
export type Connection = "connecting" | "live";

export interface TrackOptions {
  /** The last `cursor` seen, for example before the page was reloaded. */
  readonly after?: string | undefined;
  /** Ends the tracking. */
  readonly signal?: AbortSignal | undefined;
  /** Called on every change, for an indicator in the page. */
  readonly onConnection?: ((connection: Connection) => void) | undefined;
}

/**
 * Follows one order over as many connections as necessary, each continuing where the last one
 * ended.
 */
export class OrderFollower {
  private readonly http: GatewayHttp;
  private readonly backOff = new BackOff();
  private readonly signal: AbortSignal;
  private readonly seen = new Set<string>();
  private cursor: string | undefined;
  /** Counted since the last event that arrived in sequence. */
  private gaps = 0;
  /**
   * A client that comes back with a cursor may have seen the end already, and then nothing would
   * ever follow.
   */
  private mayBeOver: boolean;
  private isOver = false;
  private connection: Connection | undefined;
  private openedAt = Infinity;

  constructor(
    private readonly options: ClientOptions,
    private readonly token: string,
    private readonly trackOptions: TrackOptions,
  ) {
    this.http = new GatewayHttp(options);
    this.signal = trackOptions.signal ?? new AbortController().signal;
    this.cursor = trackOptions.after;
    this.mayBeOver = trackOptions.after !== undefined;
  }

  async *events(): AsyncGenerator<TrackedEvent, void, undefined> {
    while (!this.isOver && !this.signal.aborted) {
      this.report("connecting");
      let atLeastMs = 0;
      try {
        for await (const event of this.oneConnection()) {
          if (!this.isNew(event)) continue;
          this.remember(event);
          yield event;
          if (this.isOver || this.signal.aborted) return;
        }
      } catch (error) {
        if (this.signal.aborted) return;
        if (!mayPass(error)) throw error;
        atLeastMs = pauseAskedFor(error);
      }
      if (!this.isOver) await pause(this.nextDelayMs(atLeastMs), this.signal);
    }
  }

  private async *oneConnection(): AsyncGenerator<TrackedEvent, void, undefined> {
    const line: Line = {
      signal: this.signal,
      opened: () => {
        this.openedAt = Math.min(this.openedAt, Date.now());
        this.report("live");
      },
      finished: () => (this.isOver = true),
    };
    if (this.mayBeOver) {
      const { events, isLast } = await eventsAfter(this.http, this.place, this.signal);
      yield* events;
      this.mayBeOver = false;
      if (isLast) return line.finished();
    }
    yield* liveEvents(this.options, this.http, this.place, line);
  }

  private get place() {
    return { token: this.token, after: this.cursor };
  }

  /**
   * @throws {EventGap} what came before it is missing: something on the way, such as a router, has
   * lost it
   */
  private isNew(event: TrackedEvent): boolean {
    if (this.seen.has(event.cursor)) return false;
    if (this.gaps < MOST_GAPS && isBehindGap(event, this.cursor)) {
      this.gaps += 1;
      throw new EventGap();
    }
    return true;
  }

  private remember(event: TrackedEvent): void {
    this.gaps = 0;
    this.backOff.succeeded();
    this.seen.add(event.cursor);
    this.cursor = event.cursor;
    // Missed events may continue after an end: a restaurant can reopen a finished order.
    if (!this.mayBeOver && isNewsOfStatus(event) && isFinished(event.to)) this.isOver = true;
  }

  private nextDelayMs(atLeastMs: number): number {
    if (Date.now() - this.openedAt > STABLE_MS) this.backOff.succeeded();
    this.openedAt = Infinity;
    return this.backOff.nextDelayMs(atLeastMs);
  }

  private report(connection: Connection): void {
    if (this.connection === connection) return;
    this.connection = connection;
    this.trackOptions.onConnection?.(connection);
  }
}

/** A router that has lost us reports an error of its own, although the order goes on. */
function mayPass(error: unknown): boolean {
  if (error instanceof GatewayUnreachable || error instanceof EventGap) return true;
  return error instanceof GatewayError && !isForGood(error);
}

function pauseAskedFor(error: unknown): number {
  return error instanceof GatewayError ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
}
