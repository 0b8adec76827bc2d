import { type OrderEventRow } from "../entities/order-event-row";
import { type EventSource, type OpenReads, type SharedReads } from "./shared-reads";

/**
 * Events as a stream: everything after a place, then what happens live. The rows are the only source; the feed merely says
 * when to look again, so nothing is missed or repeated between replay and live, after a lost notification or across
 * processes. Each stream keeps a place of its own; streams at the same place share the reading.
 */
export class EventStream<Place> implements AsyncIterableIterator<OrderEventRow> {
  /** A row is the same object for everybody who is told of it, and never changes. */
  readonly eventsAreShared = true;
  private waiting: readonly OrderEventRow[];
  private told = 0;
  private readonly reads: OpenReads<Place>;
  private news = true;
  private ended = false;
  private wakeReader: (() => void) | undefined;

  /**
   * @param wanted events that are not wanted are passed over
   * @param first is shown before everything else
   */
  constructor(
    source: EventSource<Place>,
    reads: SharedReads,
    private place: Place,
    private readonly wanted: (event: OrderEventRow) => boolean = () => true,
    first: OrderEventRow | null = null,
  ) {
    this.waiting = first ? [first] : [];
    this.reads = reads.open(source, () => this.lookAgain());
  }

  async next(): Promise<IteratorResult<OrderEventRow, undefined>> {
    while (!this.ended) {
      const event = this.waiting[this.told];
      if (event) {
        this.told += 1;
        if (this.wanted(event)) return { done: false, value: event };
      } else if (this.news) await this.read();
      else await new Promise<void>((resolve) => (this.wakeReader = resolve));
    }
    return { done: true, value: undefined };
  }

  return(): Promise<IteratorResult<OrderEventRow, undefined>> {
    this.ended = true;
    this.reads.close();
    this.wakeReader?.();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private async read(): Promise<void> {
    this.news = false;
    const { events, place, more } = await this.reads.after(this.place).catch(async (error: unknown) => {
      // Nobody calls return() on a stream that threw.
      await this.return();
      throw error;
    });
    this.waiting = events;
    this.told = 0;
    this.place = place;
    if (more === "now") this.news = true;
  }

  private lookAgain(): void {
    this.news = true;
    this.wakeReader?.();
  }
}
