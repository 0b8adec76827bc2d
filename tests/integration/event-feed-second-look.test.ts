import { BRANCH_ID, seedMenu } from "../../bench/menu/seed-menu";
import { PostgresEventFeed } from "../../src/adapters/postgres/postgres-event-feed";
import { PostgresPosKeyStore } from "../../src/adapters/postgres/postgres-pos-key-store";
import { SecondLook } from "../../src/adapters/postgres/second-look";
import { PosKeyFailure } from "../../src/domain/pos/pos-key-failure";
import { type Topic } from "../../src/ports/event-feed";
import { announceCatalogue } from "../../src/services/catalogue/announce-catalogue";
import { MenuMemory } from "../../src/services/catalogue/kept/menu-memory";
import { MenuSnapshots } from "../../src/services/catalogue/menu/menu-snapshots";
import { StopLists } from "../../src/services/catalogue/stop-lists/stop-lists";
import { openOrderEvents } from "../../src/subscriptions/order-event-stream";
import { SharedReads } from "../../src/subscriptions/shared-reads";
import { eventually, eventuallyIs } from "../support/eventually";
import { noteOnOrder } from "../support/note-on-order";
import { OrderFixture } from "../support/order-fixture";
import { PostgresProxy } from "../support/postgres-proxy";

const PACES = { deadlineMs: 1_000, retryMs: 50, longestRetryMs: 50, startMs: 50, lookMs: 50 };
let fixture: OrderFixture;
let orderId: string;
let branchId: string;

beforeAll(async () => {
  fixture = await OrderFixture.start();
  await seedMenu(fixture.db, 3);
});

afterAll(() => fixture.stop());

beforeEach(async () => {
  orderId = await fixture.taken();
  ({ branchId } = await fixture.order(orderId));
});

/**
 * Writes one more event, which another process announces; it is committed when `during` is done.
 */
function write(id = orderId, during: () => unknown = () => undefined): Promise<void> {
  return noteOnOrder(fixture.db, id, { feed: fixture.feed, during });
}

describe("a process that hears no announcements", () => {
  let proxy: PostgresProxy;
  let feed: PostgresEventFeed;

  beforeEach(async () => {
    proxy = await PostgresProxy.start(fixture.database.url);
    proxy.refuseNew(/gateway-events/);
    feed = new PostgresEventFeed(proxy.url, () => undefined, {
      secondLook: new SecondLook(fixture.db),
      paces: PACES,
    });
    await feed.start();
  });

  afterEach(async () => {
    await feed.close();
    await proxy.stop();
  });

  it("still reports every event to those who follow an order or a branch", async () => {
    let branchWoken = 0;
    feed.listen(`branch:${branchId}`, () => (branchWoken += 1));
    const order = await openOrderEvents(fixture.history, new SharedReads(feed), orderId, undefined);
    expect(await order.next()).toMatchObject({ value: { sequence: 1 } });
    expect(await order.next()).toMatchObject({ value: { sequence: 2 } });
    for (const sequence of [3, 4]) {
      const [next, before] = [order.next(), branchWoken];
      await write();
      expect(await next).toMatchObject({ value: { sequence } });
      await eventually(() => branchWoken > before);
    }
    await order.return();
  });

  it("still shows a new price and a new stop list", async () => {
    const memory = MenuMemory.ofMegabytes(64);
    const [menus, stopLists] = [
      new MenuSnapshots(fixture.db, feed, memory),
      new StopLists(fixture.db, feed, memory),
    ];
    menus.start();
    stopLists.start();
    const priceOf = async () =>
      (await menus.get(BRANCH_ID))?.productByArticle.get("00001")?.sizes[0]?.price;
    const [before, list] = [await priceOf(), await stopLists.get(BRANCH_ID)];
    await fixture.db.transaction(async (tx) => {
      await tx.query("update product_sizes set price = price + 100");
      await announceCatalogue(tx, fixture.feed, BRANCH_ID);
      await tx.query("insert into stop_lists (branch_id, revision, due_at) values ($1, 7, now())", [
        BRANCH_ID,
      ]);
    });
    await eventuallyIs(() => priceOf(), (before ?? 0) + 100);
    expect(list?.revision).toBe(0);
    await eventually(async () => (await stopLists.get(BRANCH_ID))?.revision === 7);
    await Promise.all([menus.close(), stopLists.close()]);
  });
});

describe("the backup check for missed announcements", () => {
  let look: SecondLook;

  beforeEach(async () => {
    look = new SecondLook(fixture.db);
    await look.changes();
  });

  it("does not know what has changed at first", async () => {
    expect(await new SecondLook(fixture.db).changes()).toBeUndefined();
  });

  it("finds each change once, and nothing when nothing has changed", async () => {
    const other = await fixture.taken();
    await look.changes();
    await write();
    const changed = (await look.changes()) ?? [];
    expect(changed.sort()).toEqual([`branch:${branchId}`, `order:${orderId}`]);
    expect(await look.changes()).toEqual([]);
    expect(changed).not.toContain(`order:${other}`);
  });

  it("finds an event that an earlier transaction commits later", async () => {
    const other = await fixture.taken();
    await look.changes();
    await write(orderId, async () => {
      await write(other);
      expect(await look.changes()).toContain(`order:${other}`);
      expect(await look.changes()).toEqual([]);
    });
    expect(await look.changes()).toContain(`order:${orderId}`);
    expect(await look.changes()).toEqual([]);
  });

  it("finds changes to the POS keys", async () => {
    const keys = new PostgresPosKeyStore(fixture.db, fixture.secrets, fixture.feed);
    const topics: Topic[] = ["pos-key:key-1"];
    const leases = { leaseMs: 60_000, spareMs: 0 };
    await keys.take("key-1", "me", leases);
    expect(await look.changes()).toEqual(topics);
    await keys.keepToken("key-1", "me", "token", 60_000);
    expect(await look.changes()).toEqual(topics);
    await keys.openCircuit("key-1", PosKeyFailure.TOKEN_REFUSED, 0);
    expect(await look.changes()).toEqual(topics);
    await keys.stop("key-1", PosKeyFailure.KEY_BLOCKED, "Blocked");
    expect(await look.changes()).toEqual(topics);
    await fixture.db.transaction((tx) => keys.resume(tx, "key-1"));
    expect(await look.changes()).toEqual(topics);
    expect(await look.changes()).toEqual([]);
  });

  it("finds that a branch was removed", async () => {
    const gone = await fixture.branch();
    await look.changes();
    await fixture.db.query("delete from branches where id = $1", [gone]);
    expect((await look.changes())?.sort()).toEqual([`availability:${gone}`, `catalogue:${gone}`]);
  });

  it("treats events restored from a busier cluster as old", async () => {
    await fixture.db.query(
      "update order_events set xid = (xid::text::bigint + 1000000000)::text::xid8",
    );
    expect(await look.changes()).toEqual([]);
    await write();
    expect((await look.changes())?.sort()).toEqual([`branch:${branchId}`, `order:${orderId}`]);
  });

  it("starts over when the database is another one with older transactions", async () => {
    let future = true;
    const query = async (sql: string, values: unknown[]) => {
      const rows = await fixture.db.query<{ topic: string }[]>(sql, values);
      return future
        ? rows.map((row) => (row.topic === "" ? { topic: "", mark: "9999999:9999999:" } : row))
        : rows;
    };
    const moved = new SecondLook({ query } as never);
    await moved.changes();
    expect(await moved.changes()).toEqual([]);
    future = false;
    expect(await moved.changes()).toBeUndefined();
    expect(await moved.changes()).toEqual([]);
  });
});
