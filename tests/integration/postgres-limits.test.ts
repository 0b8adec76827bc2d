import { DatabaseUnavailable } from "../../src/errors";
import { LIMITS, type PostgresLimits } from "../../src/postgres/limits";
import { createClient, type PostgresClient } from "../../src/postgres/postgres-client";
import { PostgresPool } from "../../src/postgres/postgres-pool";
import { eventually } from "../support/eventually";
import { PostgresProxy } from "../support/postgres-proxy";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const SHORT: PostgresLimits = { ...LIMITS, answerMs: 1_000 };

describe("a connection to PostgreSQL", () => {
  let database: TestDatabase;
  let proxy: PostgresProxy;
  const open: { end(): Promise<void> }[] = [];

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  beforeEach(async () => {
    proxy = await PostgresProxy.start(database.url);
  });

  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.end()));
    await proxy.stop();
  });

  afterAll(() => database.drop());

  async function connected(application: string, limits: PostgresLimits): Promise<PostgresClient> {
    const client = createClient(proxy.url, application, limits);
    open.push(client);
    return client.connect();
  }

  function pool(application: string): PostgresPool {
    const names = { connectionString: proxy.url, application_name: application };
    const pool = new PostgresPool({ ...names, limits: SHORT, idleTimeoutMillis: 0 });
    pool.on("error", () => undefined);
    open.push(pool);
    return pool;
  }

  it("tells the server every limit it keeps, even if the address says otherwise", async () => {
    const client = createClient(`${proxy.url}?options=-cstatement_timeout%3D99s`, "limited");
    open.push(client);
    await client.connect();
    const names = ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"];
    const shown = await Promise.all(
      names.map((name) => client.query<Record<string, string>>(`show ${name}`)),
    );
    expect(shown.map(({ rows }, index) => rows[0]?.[names[index] ?? ""])).toEqual([
      "4s",
      "2s",
      "5s",
    ]);
  });

  it("has no statement compiled, because none here takes long enough", async () => {
    const client = await connected("compiled", LIMITS);
    const { rows } = await client.query("show jit");
    expect(rows).toEqual([{ jit: "off" }]);
  });

  it("is given up when no answer comes in time, with everything that waits on it or comes later", async () => {
    const client = await connected("silent", SHORT);
    proxy.freeze(/silent/);
    const asked = await Promise.allSettled([client.query("select 1"), client.query("select 2")]);
    for (const each of asked)
      expect(each).toMatchObject({ reason: expect.any(DatabaseUnavailable) as unknown });
    await expect(client.query("select 3")).rejects.toThrow();
  });

  it("is kept however long it is idle, and while consecutive statements take longer in total", async () => {
    const client = await connected("slow", { ...LIMITS, answerMs: 1_500 });
    const naps = [1, 2, 3].map(() => client.query("select pg_sleep(0.7)"));
    expect(await Promise.all(naps)).toHaveLength(3);
  });

  it("does not wait forever to be closed", async () => {
    const client = await connected("parting", SHORT);
    proxy.freeze(/parting/);
    await client.end();
  });

  it("that turns out to be silent takes its idle siblings with it", async () => {
    const siblings = pool("siblings");
    await Promise.all([1, 2, 3].map(() => siblings.query("select pg_sleep(0.05)")));
    expect(proxy.freeze(/siblings/)).toBe(3);
    await expect(siblings.query("select 1")).rejects.toThrow(DatabaseUnavailable);
    await eventually(() => siblings.totalCount === 0, 10_000);
    expect(await siblings.query("select 1")).toMatchObject({ rowCount: 1 });
  });
});
