import { type DataSource } from "typeorm";

import { createDataSource } from "../../ormconfig";
import { PostgresEventFeed } from "../../src/adapters/postgres/postgres-event-feed";
import { type Topic } from "../../src/ports/event-feed";
import { eventually } from "../support/eventually";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const TOPIC: Topic = "order:1";

describe("the event feed", () => {
  let database: TestDatabase;
  let db: DataSource;
  let feed: PostgresEventFeed;
  let other: PostgresEventFeed | undefined;
  const broken: unknown[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
    db = await createDataSource(database.url).initialize();
  });

  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  beforeEach(async () => {
    feed = new PostgresEventFeed(database.url, (error) => broken.push(error));
    await feed.start();
  });

  afterEach(async () => {
    await feed.close();
    await other?.close();
    other = undefined;
  });

  function announce(topic: Topic): Promise<void> {
    return db.transaction((tx) => feed.announce(tx, topic));
  }

  /** Counts how often a listener is woken. */
  function listener(topic: Topic): { woken: number; stop: () => void } {
    const state = { woken: 0, stop: () => undefined as void };
    state.stop = feed.listen(topic, () => (state.woken += 1));
    return state;
  }

  function connections(): Promise<{ pid: number }[]> {
    const mine =
      "select pid from pg_stat_activity where application_name = 'gateway-events' and datname = current_database()";
    return db.query(mine);
  }

  async function cutConnection(): Promise<void> {
    for (const { pid } of await connections())
      await db.query("select pg_terminate_backend($1)", [pid]);
  }

  it("announces thousands of topics in one commit", async () => {
    const topics = Array.from({ length: 2_000 }, (_, index): Topic => `order:${index}`);
    const [first, last] = [listener("order:0"), listener("order:1999")];
    await db.transaction(async (tx) => {
      for (const topic of topics) await feed.announce(tx, topic);
    });
    await eventually(() => first.woken > 0 && last.woken > 0);
  });

  it("wakes those who wait for the topic, and no one else", async () => {
    const mine = listener(TOPIC);
    const others = listener("order:2");
    await announce(TOPIC);
    await eventually(() => mine.woken === 1);
    expect(others.woken).toBe(0);
  });

  it("wakes other processes too", async () => {
    const second = new PostgresEventFeed(database.url, (error) => broken.push(error));
    other = second;
    await second.start();
    const mine = listener(TOPIC);
    await db.transaction((tx) => second.announce(tx, TOPIC));
    await eventually(() => mine.woken === 1);
  });

  it("announces nothing before the transaction commits, and nothing that was rolled back", async () => {
    const mine = listener(TOPIC);
    const rolledBack = db.transaction(async (tx) => {
      await feed.announce(tx, TOPIC);
      throw new Error("undone");
    });
    await expect(rolledBack).rejects.toThrow("undone");
    await db.transaction(async (tx) => {
      await feed.announce(tx, TOPIC);
      await announce("order:2");
      expect(mine.woken).toBe(0);
    });
    await eventually(() => mine.woken === 1);
  });

  it("announces in the message that commits, so a killed process has done both or neither", async () => {
    const runner = db.createQueryRunner();
    const [{ pid }] = (await runner.query("select pg_backend_pid() as pid")) as [{ pid: number }];
    await runner.startTransaction();
    await feed.announce(runner.manager, "order:it's");
    await runner.commitTransaction();
    const said = await db.query<object[]>("select query from pg_stat_activity where pid = $1", [
      pid,
    ]);
    const notify =
      "SELECT pg_notify(channel, payload) FROM (VALUES ('gateway_events', 'order:it''s')) notice (channel, payload)";
    expect(said).toEqual([{ query: `COMMIT; ${notify}` }]);
    await runner.release();
  });

  it("wakes those who wait for every topic of a kind", async () => {
    const heard: (Topic | undefined)[] = [];
    const stop = feed.listenAll("order:", (topic) => heard.push(topic));
    await announce("catalogue:1");
    await announce("order:7");
    await eventually(() => heard.length === 1);
    expect(heard).toEqual(["order:7"]);
    stop();
  });

  it("stops when asked to, and leaves other listeners of the topic alone", async () => {
    const gone = listener(TOPIC);
    const staying = listener(TOPIC);
    gone.stop();
    gone.stop();
    await announce(TOPIC);
    await eventually(() => staying.woken === 1);
    expect(gone.woken).toBe(0);
  });

  it("wakes everyone after a lost connection, because announcements may have been missed", async () => {
    const mine = listener(TOPIC);
    const all: (Topic | undefined)[] = [];
    feed.listenAll("catalogue:", (topic) => all.push(topic));
    await cutConnection();
    await announce(TOPIC);
    await eventually(() => mine.woken > 0);
    expect(all).toEqual([undefined]);
    expect(broken.length).toBeGreaterThan(0);
  });

  it("hears announcements again after a lost connection", async () => {
    const mine = listener(TOPIC);
    await cutConnection();
    await eventually(() => mine.woken > 0);
    const before = mine.woken;
    await announce(TOPIC);
    await eventually(() => mine.woken > before);
  });

  it("recovers after the connection was lost twice", async () => {
    const mine = listener(TOPIC);
    for (let time = 1; time <= 2; time += 1) {
      await cutConnection();
      await eventually(() => mine.woken >= time);
    }
  });

  it("leaves no connection behind when it is closed while it has none", async () => {
    await cutConnection();
    await feed.close();
    // Longer than the pause before a new connection.
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await connections()).toEqual([]);
  });
});
