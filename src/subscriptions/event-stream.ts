import { type OrderEventRow } from "../entities/orders/order-event-row";
import { cursorOf, cursorOfSeen, type SeenEvent } from "./event-cursor";
import { LiveStream } from "./live-stream";
import { type EventPage, type EventSource, type OpenReads, type SharedReads } from "./shared-reads";

export interface EventStreamOptions {
  /** Unwanted events are skipped, but never the one that says that a history starts again. */
  readonly wanted?: ((event: OrderEventRow) => boolean) | undefined;
  /** Emitted before everything else. */
  readonly first?: OrderEventRow | undefined;
  /** Checked with every read: whether nothing more may be emitted. */
  readonly isOver?: (() => Promise<boolean>) | undefined;
  /** What the client has seen last. */
  readonly after?: SeenEvent | undefined;
}

/**
 * Events as a stream: everything after a cursor, then live events. The rows are the only source;
 * the feed merely says when to read again, so nothing is missed or repeated between replay and
 * live, after a lost notification or across processes. Each stream keeps a separate cursor; streams
 * at the same cursor share the reading.
 */
export class EventStream<Cursor> extends LiveStream<OrderEventRow> {
  private readonly reads: OpenReads<Cursor>;
  private readonly wanted: EventStreamOptions["wanted"];
  private readonly isOver: EventStreamOptions["isOver"];
  /** Cursor of the last event emitted; null if there was none. */
  private lastCursor: string | null;

  constructor(
    source: EventSource<Cursor>,
    reads: SharedReads,
    private cursor: Cursor,
    { first, after, wanted, isOver }: EventStreamOptions = {},
  ) {
    const shown = first !== undefined && isTold(first, wanted) ? toldOf(first) : undefined;
    super(shown ? [shown.after(null)] : []);
    const seen = after ? cursorOfSeen(after) : null;
    this.lastCursor = shown ? shown.cursor : seen;
    this.wanted = wanted;
    this.isOver = isOver;
    this.reads = reads.open(source, this);
  }

  protected look(): void {
    const { isOver } = this;
    const page = this.reads.after(this.cursor);
    const failed = (error: unknown) => this.failed(error);
    if (!isOver) return void page.then((read) => this.took(this.taken(read)), failed);
    page
      .then(async (read) => ((await isOver()) ? undefined : this.taken(read)))
      .then((found) => this.took(found), failed);
  }

  private taken({ events, cursor, more }: EventPage<Cursor>): readonly OrderEventRow[] {
    this.cursor = cursor;
    if (more === "now") this.lookAgain();
    return events.filter((event) => isTold(event, this.wanted)).map((event) => this.inLine(event));
  }

  protected close(): void {
    this.reads.leave(this);
  }

  private inLine(event: OrderEventRow): OrderEventRow {
    const told = toldOf(event);
    const version = told.after(event.startsAfter === undefined ? this.lastCursor : null);
    this.lastCursor = told.cursor;
    return version;
  }
}

function isTold(event: OrderEventRow, wanted: EventStreamOptions["wanted"]): boolean {
  return event.startsAfter !== undefined || !wanted || wanted(event);
}

/**
 * An event that is emitted to many: what is derived from it is derived once, and is the same object
 * for all.
 */
class ToldEvent {
  readonly cursor: string;
  private readonly versions = new Map<string | null, OrderEventRow>();

  constructor(private readonly event: OrderEventRow) {
    this.cursor = cursorOf(event);
  }

  /**
   * Returns the event for readers who received that other one before it.
   *
   * @param previousCursor of the previous event; null if there was none
   */
  after(previousCursor: string | null): OrderEventRow {
    const version = this.versions.get(previousCursor) ?? { ...this.event, previousCursor };
    this.versions.set(previousCursor, version);
    return version;
  }
}

const told = new WeakMap<OrderEventRow, ToldEvent>();

function toldOf(event: OrderEventRow): ToldEvent {
  const known = told.get(event) ?? new ToldEvent(event);
  told.set(event, known);
  return known;
}
