import { PostgresEventFeed } from "../../src/adapters/postgres/postgres-event-feed";
import { type Order } from "../../src/entities/orders/order";
import { type OrderEventRow } from "../../src/entities/orders/order-event-row";
import { openBranchEvents } from "../../src/subscriptions/branch-event-stream";
import { type BranchCursor, BranchHistory } from "../../src/subscriptions/branch-history";
import { cursorOf, seenBy, type SeenEvent } from "../../src/subscriptions/event-cursor";
import { type EventStream } from "../../src/subscriptions/event-stream";
import { SharedReads } from "../../src/subscriptions/shared-reads";
import { aNewOrder } from "../support/a-new-order";
import { noteOnOrder } from "../support/note-on-order";
import { OrderFixture } from "../support/order-fixture";

const START: SeenEvent = {
  sequence: 0,
  position: "0",
  name: { id: "00000000-0000-0000-0000-000000000000" },
};
const WRITERS = 8;
const EACH = 15;

describe("the stream of a branch's events", () => {
  let fixture: OrderFixture;
  let feeds: PostgresEventFeed[];
  let processes: SharedReads[];
  let branchId: string;
  let orders: string[];
  const open: EventStream<BranchCursor>[] = [];

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    // Two processes on one database.
    feeds = [1, 2].map(() => new PostgresEventFeed(fixture.database.url, () => undefined));
    await Promise.all(feeds.map((feed) => feed.start()));
    processes = feeds.map((feed) => new SharedReads(feed));
  });

  afterAll(async () => {
    await Promise.all(feeds.map((feed) => feed.close()));
    await fixture.stop();
  });

  beforeEach(async () => {
    branchId = await fixture.branch();
    orders = [];
    for (let count = 1; count <= WRITERS; count += 1) {
      orders.push((await fixture.useCases.createOrder.execute(aNewOrder(branchId))).order.id);
    }
  });

  afterEach(async () => {
    for (const stream of open.splice(0)) await stream.return();
  });

  async function stream(
    after?: SeenEvent,
    wanted?: (event: OrderEventRow) => boolean,
    reads = processes[0]!,
  ): Promise<EventStream<BranchCursor>> {
    const opened = await openBranchEvents(fixture.branchHistory, reads, branchId, after, wanted);
    open.push(opened);
    return opened;
  }

  /**
   * Writes events in one transaction, announced by either process; `during` runs before it is
   * committed.
   */
  function write(
    orderId: string,
    count = 1,
    during: (order: Order) => unknown = () => undefined,
  ): Promise<void> {
    return noteOnOrder(fixture.db, orderId, {
      count,
      during,
      feed: ({ version }) => feeds[version % 2]!,
    });
  }

  /** Every writer works on a different order, so their transactions overlap. */
  function writeMany(): Promise<unknown> {
    return Promise.all(
      orders.map(async (orderId) => {
        for (let count = 1; count <= EACH; count += 1) await write(orderId);
      }),
    );
  }

  async function take(from: EventStream<BranchCursor>, count: number): Promise<OrderEventRow[]> {
    const events: OrderEventRow[] = [];
    while (events.length < count) {
      const { value } = await from.next();
      if (!value) throw new Error("The stream ended");
      events.push(value);
    }
    return events;
  }

  const all = WRITERS * (EACH + 2);
  const idOf = ({ id }: OrderEventRow) => id;

  it("neither misses nor repeats an event, whoever reads where, while many write simultaneously", async () => {
    const streams = await Promise.all(
      [0, 1, 0, 1].map((index) => stream(START, undefined, processes[index])),
    );
    const reading = Promise.all(streams.map((each) => take(each, all)));
    await writeMany();
    const [first = [], ...others] = await reading;
    expect(new Set(first.map(idOf)).size).toBe(all);
    for (const other of others) expect(other.map(idOf)).toEqual(first.map(idOf));
    expect((await take(await stream(START), all)).map(idOf)).toEqual(first.map(idOf));
  });

  it("resumes from any cursor in another process while events are written", async () => {
    const writing = writeMany();
    const seen: OrderEventRow[] = [];
    while (seen.length < all) {
      const last = seen.at(-1);
      const part = await stream(
        last ? seenBy(cursorOf(last)) : START,
        undefined,
        processes[seen.length % 2],
      );
      seen.push(...(await take(part, Math.min(11, all - seen.length))));
      await part.return();
    }
    await writing;
    expect(new Set(seen.map(idOf)).size).toBe(all);
  });

  it("waits for no transaction: what an older one commits late is reported once it is there, and not skipped", async () => {
    const [early = "", late = ""] = orders;
    const live = await stream();
    const told: OrderEventRow[] = [];
    await write(early, 1, async () => {
      await write(late);
      told.push(...(await take(live, 1)));
    });
    told.push(...(await take(live, 1)));
    expect(told.map(({ orderId }) => orderId)).toEqual([late, early]);
    expect((await take(await stream(START), WRITERS * 2 + 2)).slice(-2).map(idOf)).toEqual(
      told.map(idOf),
    );
  });

  it("loses nothing when the connections for announcements fail", async () => {
    const reading = take(await stream(START), all);
    const writing = writeMany();
    for (let cut = 1; cut <= 3; cut += 1) {
      await write(orders[0] ?? "");
      await fixture.db.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'gateway-events' and datname = current_database()`,
      );
    }
    await writing;
    expect(new Set((await reading).map(idOf)).size).toBe(all);
  });

  it("starts from now when the client has no cursor", async () => {
    // Enough in one transaction for the numbers of their positions to get longer.
    await write(orders[0] ?? "", 1_000);
    const live = await stream();
    await write(orders[3] ?? "");
    expect(await take(live, 1)).toMatchObject([{ orderId: orders[3], detail: { kind: "NOTE" } }]);
  });

  it("reads each event once for all followers, and gives them the same rows", async () => {
    const reads = new SharedReads(feeds[0]!);
    const history = new CountingHistory(fixture.db);
    const streams = await Promise.all(
      Array.from({ length: 50 }, () => openBranchEvents(history, reads, branchId, undefined)),
    );
    open.push(...streams);
    history.numberings = 0;
    const reading = Promise.all(streams.map((each) => take(each, 3)));
    for (const orderId of orders.slice(0, 3)) await write(orderId);
    const [first, ...others] = await reading;
    for (const other of others) expect(other.map(idOf)).toEqual(first?.map(idOf));
    // What is announced late is read again, once for all.
    expect(new Set([first, ...others].flat()).size).toBeLessThan(20);
    expect(history.numberings).toBeLessThan(20);
  });

  it("neither misses nor repeats an event for those who join, leave and return while many write", async () => {
    const reads = new SharedReads(feeds[0]!);
    const writing = writeMany();
    const comeAndGo = async (length: number): Promise<string[]> => {
      const seen: OrderEventRow[] = [];
      while (seen.length < all) {
        const last = seen.at(-1);
        const part = await openBranchEvents(
          fixture.branchHistory,
          reads,
          branchId,
          last ? seenBy(cursorOf(last)) : START,
        );
        seen.push(...(await take(part, Math.min(length, all - seen.length))));
        await part.return();
      }
      return seen.map(idOf);
    };
    const [stays, ...others] = await Promise.all([all, 40, 7, 7, 3, 1].map(comeAndGo));
    await writing;
    expect(new Set(stays).size).toBe(all);
    for (const other of others) expect(other).toEqual(stays);
  });

  it("skips what no one wants", async () => {
    const states = await stream(START, ({ detail }) => detail.kind === "INJECTION");
    expect((await take(states, WRITERS)).map(({ orderId }) => orderId)).toEqual(orders);
  });
});

/** A history that counts how often it is asked to number events. */
class CountingHistory extends BranchHistory {
  numberings = 0;

  override number(branchId: string): Promise<number> {
    this.numberings += 1;
    return super.number(branchId);
  }
}
