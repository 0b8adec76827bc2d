import { type OrderEventRow } from "../entities/order-event-row";
import { type EventFeed } from "../ports/event-feed";
import { type OrderHistory } from "./order-history";

const BATCH = 100;

/**
 * One order's history as a stream: everything after a place in it, then what happens live. The rows are the only source;
 * the feed merely says when to look again, so nothing is missed or repeated between replay and live, after a lost
 * notification or across processes.
 */
export class OrderEventStream implements AsyncIterableIterator<OrderEventRow> {
  private readonly waiting: OrderEventRow[] = [];
  private readonly stopListening: () => void;
  private news = true;
  private ended = false;
  private wakeReader: (() => void) | undefined;

  private constructor(
    private readonly history: OrderHistory,
    feed: EventFeed,
    private readonly orderId: string,
    private sequence: number,
    private readonly wanted: (event: OrderEventRow) => boolean,
  ) {
    this.stopListening = feed.listen(`order:${orderId}`, () => this.lookAgain());
  }

  /**
   * @param after the sequence a client has seen; undefined starts with the newest status as a snapshot
   * @param wanted events that are not wanted are passed over
   */
  static async open(
    history: OrderHistory,
    feed: EventFeed,
    orderId: string,
    after: number | undefined,
    wanted: (event: OrderEventRow) => boolean = () => true,
  ): Promise<OrderEventStream> {
    const snapshot = after === undefined ? await history.latestStatus(orderId) : null;
    const stream = new OrderEventStream(history, feed, orderId, after ?? snapshot?.sequence ?? 0, wanted);
    if (snapshot) stream.waiting.push(snapshot);
    return stream;
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
    this.stopListening();
    this.wakeReader?.();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private async read(): Promise<void> {
    this.news = false;
    const events = await this.history.after(this.orderId, this.sequence, BATCH).catch(async (error: unknown) => {
      // Nobody calls return() on a stream that threw.
      await this.return();
      throw error;
    });
    this.waiting.push(...events.filter(this.wanted));
    this.sequence = events.at(-1)?.sequence ?? this.sequence;
    if (events.length === BATCH) this.news = true;
  }

  private lookAgain(): void {
    this.news = true;
    this.wakeReader?.();
  }
}
