import { PostgresEventFeed } from "../../src/adapters/postgres/postgres-event-feed";
import { type OrderEventRow } from "../../src/entities/orders/order-event-row";
import { type EventFeed } from "../../src/ports/event-feed";
import {
  cursorOf,
  cursorOfSeen,
  seenBy,
  type SeenEvent,
} from "../../src/subscriptions/event-cursor";
import { type EventStream } from "../../src/subscriptions/event-stream";
import { openOrderEvents } from "../../src/subscriptions/order-event-stream";
import { type OrderCursor, OrderHistory } from "../../src/subscriptions/order-history";
import { SharedReads } from "../../src/subscriptions/shared-reads";
import { eventually } from "../support/eventually";
import { noteOnOrder } from "../support/note-on-order";
import { OrderFixture } from "../support/order-fixture";

const START: SeenEvent = { sequence: 0, position: "0", name: { id: "" } };

describe("the stream of an order's events", () => {
  let fixture: OrderFixture;
  let feed: PostgresEventFeed;
  let reads: SharedReads;
  let orderId: string;
  const open: EventStream<OrderCursor>[] = [];

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    feed = new PostgresEventFeed(fixture.database.url, () => undefined);
    await feed.start();
    reads = new SharedReads(feed);
  });

  afterAll(async () => {
    await feed.close();
    await fixture.stop();
  });

  beforeEach(async () => {
    orderId = await fixture.taken();
  });

  afterEach(async () => {
    for (const stream of open.splice(0)) await stream.return();
  });

  async function stream(
    after?: number,
    wanted?: (event: OrderEventRow) => boolean,
  ): Promise<EventStream<OrderCursor>> {
    const seen = after === undefined ? undefined : await seenAt(after);
    const opened = await openOrderEvents(fixture.history, reads, orderId, seen, wanted);
    open.push(opened);
    return opened;
  }

  async function seenAt(sequence: number): Promise<SeenEvent> {
    const [event] = sequence === 0 ? [] : await fixture.history.after(orderId, sequence - 1, 1);
    return event ? seenBy(cursorOf(event)) : START;
  }

  /** Writes one more event, in a separate transaction. */
  function write(count = 1): Promise<void> {
    return noteOnOrder(fixture.db, orderId, { count, feed });
  }

  async function take(from: EventStream<OrderCursor>, count: number): Promise<number[]> {
    const sequences: number[] = [];
    while (sequences.length < count) {
      const { value } = await from.next();
      if (!value) throw new Error("The stream ended");
      sequences.push(value.sequence);
    }
    return sequences;
  }

  function upTo(last: number, from = 1): number[] {
    return Array.from({ length: last - from + 1 }, (_, index) => from + index);
  }

  it("starts with the latest status when the client knows nothing", async () => {
    await write(3);
    const { value } = await (await stream()).next();
    expect(value).toMatchObject({ sequence: 1, detail: { kind: "STATUS", to: "NEW" } });
  });

  it("starts with everything after the client's cursor", async () => {
    await write(3);
    expect(await take(await stream(0), 5)).toEqual(upTo(5));
    expect(await take(await stream(3), 2)).toEqual([4, 5]);
  });

  it("reads a long history in batches and in order", async () => {
    await write(250);
    expect(await take(await stream(0), 252)).toEqual(upTo(252));
  });

  it("goes live after the history", async () => {
    const live = await stream(2);
    const next = live.next();
    await write();
    expect((await next).value).toMatchObject({ sequence: 3 });
  });

  it("skips what nobody wants, and keeps its place", async () => {
    const statuses = await stream(0, ({ detail }) => detail.kind === "STATUS");
    await write(5);
    expect(await take(statuses, 1)).toEqual([1]);
  });

  it("says of each event which one was sent before it, wherever a subscriber starts", async () => {
    await write(120);
    const all = await stream(0);
    const cursors = [cursorOfSeen(START)];
    for (let count = 0; count < 122; count += 1) {
      const { value } = await all.next();
      expect(value?.previousCursor).toBe(cursors.at(-1));
      cursors.push(cursorOf(value!));
    }
    const joined = (await (await stream(110)).next()).value;
    expect(joined).toMatchObject({ sequence: 111, previousCursor: cursors[110] });
  });

  it("says so across skipped events, too, and nothing for the first one", async () => {
    const isNote = ({ detail }: OrderEventRow) => detail.kind === "NOTE";
    const before = await seenAt(1);
    const notes = await stream(1, isNote);
    await write(2);
    const [first, second] = [(await notes.next()).value, (await notes.next()).value];
    expect(first?.previousCursor).toBe(cursorOfSeen(before));
    expect(second?.previousCursor).toBe(cursorOf(first!));
    expect((await (await stream()).next()).value?.previousCursor).toBeNull();
  });

  it("gives the very same event to all who received the same one before", async () => {
    const [one, other] = [await stream(0), await stream(0)];
    const told = async (each: EventStream<OrderCursor>) => (await each.next()).value;
    expect(await told(one)).toBe(await told(other));
  });

  it("neither misses nor repeats an event while there are many writers and readers", async () => {
    const streams = await Promise.all(Array.from({ length: 20 }, () => stream(0)));
    const reading = Promise.all(streams.map((each) => take(each, 62)));
    const writing = Promise.all(Array.from({ length: 60 }, () => write()));
    const joinedLate = await stream(0);
    const sequences = [...(await reading), await take(joinedLate, 62)];
    await writing;
    expect(sequences).toEqual(Array.from({ length: 21 }, () => upTo(62)));
  });

  it("resumes from a cursor exactly where an earlier stream broke off, while events are written", async () => {
    const writing = Promise.all(Array.from({ length: 40 }, () => write()));
    const seen: number[] = [];
    while (seen.length < 42) {
      const part = await stream(seen.at(-1) ?? 0);
      seen.push(...(await take(part, Math.min(7, 42 - seen.length))));
      await part.return();
    }
    await writing;
    expect(seen).toEqual(upTo(42));
  });

  it("loses nothing when the connection for notifications breaks", async () => {
    const live = await stream(2);
    const reading = take(live, 30);
    for (let count = 1; count <= 30; count += 1) {
      await write();
      if (count % 10 === 5) {
        await fixture.db.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where application_name = 'gateway-events' and datname = current_database()`,
        );
      }
    }
    expect(await reading).toEqual(upTo(32, 3));
  });

  it("ends for a waiting reader when the client leaves", async () => {
    const left = await stream(2);
    const waiting = left.next();
    expect(await left.return()).toEqual({ done: true, value: undefined });
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(await left.next()).toEqual({ done: true, value: undefined });
  });

  it("stops listening when the client leaves", async () => {
    const listening = new CountingFeed(feed);
    const left = await openOrderEvents(fixture.history, new SharedReads(listening), orderId, START);
    expect(listening.listeners).toBe(1);
    await left.return();
    await left.return();
    expect(listening.listeners).toBe(0);
  });

  it("stops listening when the history cannot be read", async () => {
    const listening = new CountingFeed(feed);
    const unreadable = new (class extends OrderHistory {
      override after(): Promise<OrderEventRow[]> {
        return Promise.reject(new Error("The database is gone"));
      }

      override cursorAfter(): Promise<OrderCursor> {
        return Promise.resolve({ sequence: 0, id: null });
      }
    })(fixture.db);
    const broken = await openOrderEvents(unreadable, new SharedReads(listening), orderId, START);
    await expect(broken.next()).rejects.toThrow("The database is gone");
    await eventually(() => listening.listeners === 0);
    expect(await broken.next()).toEqual({ done: true, value: undefined });
  });
});

/** A feed that counts its listeners. */
class CountingFeed implements EventFeed {
  listeners = 0;

  constructor(private readonly feed: EventFeed) {}

  announce: EventFeed["announce"] = (tx, ...topics) => this.feed.announce(tx, ...topics);
  listenAll: EventFeed["listenAll"] = (prefix, wake) => this.feed.listenAll(prefix, wake);

  listen: EventFeed["listen"] = (topic, wake) => {
    this.listeners += 1;
    const stop = this.feed.listen(topic, wake);
    let stopped = false;
    return () => {
      if (!stopped) this.listeners -= 1;
      stopped = true;
      stop();
    };
  };
}
