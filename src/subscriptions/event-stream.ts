import { type OrderEventRow } from "../entities/orders/order-event-row";
import { cursorOf, cursorOfSeen, type SeenEvent } from "./event-cursor";
import { LiveStream } from "./live-stream";
import { type EventSource, type OpenReads, type SharedReads } from "./shared-reads";

export interface EventStreamOptions {
  /** Events that are not wanted are passed over, but never that a history begins anew. */
  readonly wanted?: ((event: OrderEventRow) => boolean) | undefined;
  /** Shown before everything else. */
  readonly first?: OrderEventRow | undefined;
  /** Asked with every look: nothing more may be told. */
  readonly isOver?: (() => Promise<boolean>) | undefined;
  /** What the client has seen last. */
  readonly after?: SeenEvent | undefined;
}

/**
 * Events as a stream: everything after a place, then what happens live. The rows are the only
 * source; the feed merely says when to look again, so nothing is missed or repeated between replay
 * and live, after a lost notification or across processes. Each stream keeps a place of its own;
 * streams at the same place share the reading.
 */
export class EventStream<Place> extends LiveStream<OrderEventRow> {
  private readonly reads: OpenReads<Place>;
  /** Of what was told last; null: nothing was. */
  private lastCursor: string | null;

  constructor(
    source: EventSource<Place>,
    reads: SharedReads,
    private place: Place,
    private readonly options: EventStreamOptions = {},
  ) {
    const { first, after } = options;
    const isShown = first !== undefined && isTold(first, options);
    super(isShown ? [toldAfter(first, null)] : []);
    const seen = after ? cursorOfSeen(after) : null;
    this.lastCursor = isShown ? cursorOf(first) : seen;
    this.reads = reads.open(source, () => this.lookAgain());
  }

  protected async look(): Promise<readonly OrderEventRow[] | undefined> {
    const { events, place, more } = await this.reads.after(this.place);
    if (await this.options.isOver?.()) return undefined;
    this.place = place;
    if (more === "now") this.lookAgain();
    return events.filter((event) => isTold(event, this.options)).map((event) => this.inLine(event));
  }

  protected close(): void {
    this.reads.close();
  }

  private inLine(event: OrderEventRow): OrderEventRow {
    const isAnew = event.startsAfter !== undefined;
    const told = toldAfter(event, isAnew ? null : this.lastCursor);
    this.lastCursor = cursorOf(event);
    return told;
  }
}

function isTold(event: OrderEventRow, { wanted }: EventStreamOptions): boolean {
  return event.startsAfter !== undefined || !wanted || wanted(event);
}

const told = new WeakMap<OrderEventRow, Map<string | null, OrderEventRow>>();

/**
 * An event as it is told to those who were told that other one before it. The same object for all
 * of them, so that they share its answer.
 *
 * @param previousCursor of the event before; null: there was none
 */
function toldAfter(event: OrderEventRow, previousCursor: string | null): OrderEventRow {
  const versions = told.get(event) ?? new Map<string | null, OrderEventRow>();
  told.set(event, versions);
  const version = versions.get(previousCursor) ?? { ...event, previousCursor };
  versions.set(previousCursor, version);
  return version;
}
