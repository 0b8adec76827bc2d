import { type OrderEventRow } from "../entities/orders/order-event-row";
import { type EventFeed, type Topic } from "../ports/event-feed";

export const PAGE_LENGTH = 100;
/** Followers who read the past have many cursors; the present has one. */
const MOST_PAGES = 16;

export interface EventPage<Cursor> {
  readonly events: readonly OrderEventRow[];
  /** After the last of `events`. */
  readonly cursor: Cursor;
  /** Whether to read again without being woken. */
  readonly more: "now" | "when woken";
}

/**
 * Rows in an order of their own, and the topic that is announced when there may be new ones. One
 * source per topic.
 */
export interface EventSource<Cursor> {
  readonly topic: Topic;
  /** Events after `cursor`, oldest first. */
  after(cursor: Cursor): Promise<EventPage<Cursor>>;
}

/** What one follower holds of a source. */
export interface OpenReads<Cursor> {
  after(cursor: Cursor): Promise<EventPage<Cursor>>;
  close(): void;
}

/**
 * Reads rows once for everybody in this process who waits at the same cursor of the same topic, so
 * that an event costs one query however many follow. They are given the same rows, the very
 * objects.
 */
export class SharedReads {
  private readonly topics = new Map<Topic, TopicReads<unknown>>();

  constructor(private readonly feed: EventFeed) {}

  /** @param wake is called, until `close`, whenever there may be new rows */
  open<Cursor>(source: EventSource<Cursor>, wake: () => void): OpenReads<Cursor> {
    const { topic } = source;
    const reads =
      (this.topics.get(topic) as TopicReads<Cursor> | undefined) ??
      new TopicReads(source, this.feed);
    this.topics.set(topic, reads);
    reads.followers.add(wake);
    return {
      after: (cursor) => reads.after(cursor),
      close: () => {
        if (reads.followers.delete(wake) && reads.followers.size === 0) this.drop(topic, reads);
      },
    };
  }

  private drop(topic: Topic, reads: TopicReads<unknown>): void {
    reads.close();
    this.topics.delete(topic);
  }
}

/**
 * A page is handed out until the next announcement, no matter whether it is read already: what came
 * after it was begun is announced after it was begun, and every follower is woken then. So nobody
 * sleeps over an event.
 */
class TopicReads<Cursor> {
  readonly followers = new Set<() => void>();
  private readonly pages = new Map<string, Promise<EventPage<Cursor>>>();
  private readonly stopListening: () => void;

  constructor(
    private readonly source: EventSource<Cursor>,
    feed: EventFeed,
  ) {
    this.stopListening = feed.listen(source.topic, () => this.wake());
  }

  after(cursor: Cursor): Promise<EventPage<Cursor>> {
    const key = JSON.stringify(cursor);
    const kept = this.pages.get(key);
    if (kept) return kept;
    const page = this.source.after(cursor);
    this.pages.set(key, page);
    const [oldest] = this.pages.keys();
    if (this.pages.size > MOST_PAGES && oldest !== undefined) this.pages.delete(oldest);
    page.catch(() => this.pages.get(key) === page && this.pages.delete(key));
    return page;
  }

  close(): void {
    this.stopListening();
  }

  private wake(): void {
    this.pages.clear();
    for (const follower of this.followers) follower();
  }
}
