import { type OrderEventRow } from "../entities/orders/order-event-row";
import { type EventFeed, type Topic } from "../ports/event-feed";

export const PAGE_LENGTH = 100;
/** Followers that read the past have many cursors; those in the present share one. */
const MOST_PAGES = 16;

export interface EventPage<Cursor> {
  readonly events: readonly OrderEventRow[];
  /** The cursor after the last of `events`. */
  readonly cursor: Cursor;
  /** Whether to read again without being woken. */
  readonly more: "now" | "when woken";
}

/**
 * Rows with a defined order, and the topic that is announced when there may be new ones. One source
 * per topic.
 */
export interface EventSource<Cursor> {
  readonly topic: Topic;
  /** Returns events after `cursor`, oldest first. */
  after(cursor: Cursor): Promise<EventPage<Cursor>>;
}

/**
 * A reader that continues from its cursor. An object rather than a function, because each would
 * have to hold one more.
 */
export interface Follower {
  /** Called when there may be new rows. */
  lookAgain(): void;
}

/** The reads of a source, shared by all its followers. */
export interface OpenReads<Cursor> {
  after(cursor: Cursor): Promise<EventPage<Cursor>>;
  leave(follower: Follower): void;
}

/**
 * Reads rows once for everybody in this process who waits at the same cursor of the same topic, so
 * that an event costs one query however many follow. All of them receive the very same row objects.
 */
export class SharedReads {
  private readonly topics: Topics = new Map();

  constructor(private readonly feed: EventFeed) {}

  /** @param follower woken, until it leaves, whenever there may be new rows */
  open<Cursor>(source: EventSource<Cursor>, follower: Follower): OpenReads<Cursor> {
    const { topic } = source;
    const reads =
      (this.topics.get(topic) as TopicReads<Cursor> | undefined) ??
      new TopicReads(source, this.feed, this.topics);
    this.topics.set(topic, reads);
    reads.join(follower);
    return reads;
  }
}

type Topics = Map<Topic, TopicReads<unknown>>;

/**
 * A page is handed out until the next announcement, whether or not it has been read yet: anything
 * that arrived after the read started is announced after that, and then every follower is woken. So
 * no follower sleeps through an event.
 */
class TopicReads<Cursor> implements OpenReads<Cursor> {
  private readonly followers = new Set<Follower>();
  private readonly pages = new Map<string, Promise<EventPage<Cursor>>>();
  private readonly stopListening: () => void;
  /** Followers that received the same page are at the very same cursor. */
  private newest:
    { readonly cursor: Cursor; readonly page: Promise<EventPage<Cursor>> } | undefined;

  constructor(
    private readonly source: EventSource<Cursor>,
    feed: EventFeed,
    private readonly topics: Topics,
  ) {
    this.stopListening = feed.listen(source.topic, () => this.wake());
  }

  join(follower: Follower): void {
    this.followers.add(follower);
  }

  leave(follower: Follower): void {
    if (!this.followers.delete(follower) || this.followers.size > 0) return;
    this.stopListening();
    this.topics.delete(this.source.topic);
  }

  after(cursor: Cursor): Promise<EventPage<Cursor>> {
    if (this.newest?.cursor === cursor) return this.newest.page;
    const page = this.pageAfter(cursor);
    this.newest = { cursor, page };
    return page;
  }

  private pageAfter(cursor: Cursor): Promise<EventPage<Cursor>> {
    const key = JSON.stringify(cursor);
    const kept = this.pages.get(key);
    if (kept) return kept;
    const page = this.source.after(cursor);
    this.pages.set(key, page);
    const [oldest] = this.pages.keys();
    if (this.pages.size > MOST_PAGES && oldest !== undefined) this.pages.delete(oldest);
    page.catch(() => this.forget(key, page));
    return page;
  }

  private forget(key: string, page: Promise<EventPage<Cursor>>): void {
    if (this.pages.get(key) === page) this.pages.delete(key);
    if (this.newest?.page === page) this.newest = undefined;
  }

  private wake(): void {
    this.pages.clear();
    this.newest = undefined;
    for (const follower of this.followers) follower.lookAgain();
  }
}
