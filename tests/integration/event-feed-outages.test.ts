import { type DataSource } from "typeorm";

import { createDataSource } from "../../ormconfig";
import { PostgresEventFeed } from "../../src/adapters/postgres/postgres-event-feed";
import { type Topic } from "../../src/ports/event-feed";
import { eventually } from "../support/eventually";
import { MeddlingProxy } from "../support/meddling-proxy";
import { PostgresProxy } from "../support/postgres-proxy";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const TOPIC: Topic = "order:1";
const EVENTS = /gateway-events/;
const PACES = { beatMs: 50, deadlineMs: 1_000, retryMs: 20, longestRetryMs: 100, startMs: 200 };

describe("the event feed, when its listening connection fails", () => {
  let database: TestDatabase;
  let db: DataSource;
  let proxy: PostgresProxy;
  let meddling: MeddlingProxy;
  let feed: PostgresEventFeed;
  let woken: number;
  const troubles: string[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    db = await createDataSource(database.url).initialize();
  });

  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  beforeEach(async () => {
    [proxy, meddling] = await Promise.all([
      PostgresProxy.start(database.url),
      MeddlingProxy.start(database.url),
    ]);
    woken = 0;
    troubles.length = 0;
  });

  afterEach(async () => {
    await feed.close();
    await Promise.all([proxy.stop(), meddling.stop()]);
  });

  async function startFeed(url: string, deadlineMs = PACES.deadlineMs): Promise<void> {
    feed = new PostgresEventFeed(url, (error) => troubles.push(String(error)), {
      paces: { ...PACES, deadlineMs },
    });
    feed.listen(TOPIC, () => (woken += 1));
    await feed.start();
  }

  /**
   * Announces until the announcement itself wakes the listener, and not a gap: what is announced in
   * a gap is lost.
   */
  async function isHeard(): Promise<void> {
    await eventually(async () => {
      const before = { woken, troubles: troubles.length };
      await db.transaction((tx) => feed.announce(tx, TOPIC));
      await eventually(() => woken > before.woken, 2_000).catch(() => undefined);
      return woken > before.woken && troubles.length === before.troubles;
    });
  }

  it("notices that the connection is half-open, wakes everyone, and hears over a new one", async () => {
    await startFeed(proxy.url);
    await isHeard();
    expect(proxy.freeze(EVENTS)).toBe(1);
    const before = woken;
    await eventually(() => woken > before);
    await isHeard();
    expect(troubles[0]).toBe("DatabaseUnavailable: The database did not answer within 1000 ms");
  });

  it("recovers after the database refused to let it listen", async () => {
    meddling.refused = /listen gateway_events/;
    await startFeed(meddling.url);
    await eventually(() => meddling.refusals > 2);
    expect(woken).toBe(0);
    meddling.refused = /(?!)/;
    await isHeard();
  });

  it("listens again when a proxy leads it to another backend, and wakes everyone", async () => {
    await startFeed(meddling.url, 60_000);
    await isHeard();
    const before = woken;
    await meddling.moveToOtherBackends();
    await eventually(() => woken > before);
    await isHeard();
    expect(troubles).toEqual([]);
  });

  it.each([
    ["hangs", () => proxy.holdNew(EVENTS)],
    ["breaks", () => proxy.refuseNew(EVENTS)],
  ])("lets a process start while connecting %s, and keeps trying", async (_how, fail) => {
    fail();
    await startFeed(proxy.url);
    await eventually(() => troubles.length > 3);
    expect(woken).toBe(0);
    proxy.restore();
    await isHeard();
  });

  it("reports how long there has been no answer", async () => {
    await startFeed(proxy.url);
    proxy.holdNew(EVENTS);
    proxy.freeze(EVENTS);
    await eventually(() => feed.heardMsAgo > 500);
    proxy.restore();
    await eventually(() => feed.heardMsAgo < 300);
  });
});
