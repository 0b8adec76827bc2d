import { type OrderEventRow } from "../entities/order-event-row";
import { type EventFeed, type Topic } from "../ports/event-feed";

const BATCH = 100;
/** Until an event that is there may be read: an older transaction is about to end. */
const SOON_MS = 50;

interface EventPage<Place> {
  readonly events: readonly OrderEventRow[];
  /** After the last of `events`. */
  readonly place: Place;
  /** Whether to read again without being woken. */
  readonly more: "now" | "soon" | "when woken";
}

/** Rows in an order of their own, and the topic that is announced when there may be new ones. */
export interface EventSource<Place> {
  readonly topic: Topic;
  /** Events after `place`, oldest first. */
  after(place: Place, limit: number): Promise<EventPage<Place>>;
}

/**
 * Events as a stream: everything after a place, then what happens live. The rows are the only source; the feed merely says
 * when to look again, so nothing is missed or repeated between replay and live, after a lost notification or across
 * processes.
 */
export class EventStream<Place> implements AsyncIterableIterator<OrderEventRow> {
  private readonly waiting: OrderEventRow[];
  private readonly stopListening: () => void;
  private news = true;
  private ended = false;
  private wakeReader: (() => void) | undefined;
  private soon: NodeJS.Timeout | undefined;

  /**
   * @param wanted events that are not wanted are passed over
   * @param first is shown before everything else
   */
  constructor(
    private readonly source: EventSource<Place>,
    feed: EventFeed,
    private place: Place,
    private readonly wanted: (event: OrderEventRow) => boolean = () => true,
    first: OrderEventRow | null = null,
  ) {
    this.waiting = first ? [first] : [];
    this.stopListening = feed.listen(source.topic, () => this.lookAgain());
  }

  async next(): Promise<IteratorResult<OrderEventRow, undefined>> {
    while (!this.ended) {
      const event = this.waiting.shift();
      if (event) return { done: false, value: event };
      if (this.news) await this.read();
      else await new Promise<void>((resolve) => (this.wakeReader = resolve));
    }
    return { done: true, value: undefined };
  }

  return(): Promise<IteratorResult<OrderEventRow, undefined>> {
    this.ended = true;
    clearTimeout(this.soon);
    this.stopListening();
    this.wakeReader?.();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private async read(): Promise<void> {
    this.news = false;
    const { events, place, more } = await this.source.after(this.place, BATCH).catch(async (error: unknown) => {
      // Nobody calls return() on a stream that threw.
      await this.return();
      throw error;
    });
    this.waiting.push(...events.filter(this.wanted));
    this.place = place;
    if (more === "now") this.news = true;
    if (more === "soon" && !this.ended) this.soon = setTimeout(() => this.lookAgain(), SOON_MS);
  }

  private lookAgain(): void {
    this.news = true;
    this.wakeReader?.();
  }
}
