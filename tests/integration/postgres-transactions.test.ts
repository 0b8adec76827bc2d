import { type DataSource, QueryFailedError } from "typeorm";

import { createDataSource } from "../../ormconfig";
import { CommitUnknown, DatabaseUnavailable } from "../../src/errors";
import { LIMITS, type PostgresLimits } from "../../src/postgres/limits";
import { longTransaction } from "../../src/postgres/long-transaction";
import { eventuallyIs } from "../support/eventually";
import { PostgresProxy } from "../support/postgres-proxy";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

describe("a transaction", () => {
  let database: TestDatabase;
  let proxy: PostgresProxy;
  /** Bypasses the proxy. */
  let direct: DataSource;
  let db: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase();
    direct = await createDataSource(database.url, {
      poolSize: 1,
      applicationName: "direct",
    }).initialize();
    await direct.query("create table notes (text text unique deferrable initially deferred)");
  });

  beforeEach(async () => {
    proxy = await PostgresProxy.start(database.url);
    db = await through({ ...LIMITS, answerMs: 1_000, idleInTransactionMs: 1_000 });
  });

  afterEach(async () => {
    await db.destroy();
    await proxy.stop();
    await direct.query("truncate notes");
  });

  afterAll(async () => {
    await direct.destroy();
    await database.drop();
  });

  function through(limits: PostgresLimits): Promise<DataSource> {
    return createDataSource(proxy.url, {
      poolSize: 3,
      applicationName: "through",
      limits,
    }).initialize();
  }

  function write(...texts: string[]): Promise<void> {
    return db.transaction(async (tx) => {
      for (const text of texts) await tx.query("insert into notes (text) values ($1)", [text]);
    });
  }

  const written = () => direct.query<{ text: string }[]>("select text from notes order by text");

  it("ends as a whole when its connection falls silent: no later statement runs elsewhere", async () => {
    const later: unknown[] = [];
    const whole = db.transaction(async (tx) => {
      await tx.query("insert into notes (text) values ('first')");
      proxy.freeze(/through/);
      await tx.query("insert into notes (text) values ('second')").catch(() => undefined);
      await tx
        .query("insert into notes (text) values ('third')")
        .catch((error: unknown) => later.push(error));
    });
    await expect(whole).rejects.toThrow(DatabaseUnavailable);
    await expect(whole).rejects.not.toThrow(CommitUnknown);
    expect(later).toEqual([expect.any(DatabaseUnavailable)]);
    await write("another one");
    await eventuallyIs(() => sessionsInTransaction(), 0);
    expect(await written()).toEqual([{ text: "another one" }]);
  });

  it("that was abandoned is ended by the server, along with its locks", async () => {
    await db.query("insert into notes (text) values ('contested')");
    const abandoned = db.transaction(async (tx) => {
      await tx.query("select from notes for update");
      proxy.cutClient(/through/);
      await tx.query("select 1");
    });
    await expect(abandoned).rejects.toThrow(DatabaseUnavailable);
    expect(await direct.query("update notes set text = 'free' returning text")).toEqual([
      [{ text: "free" }],
      1,
    ]);
  });

  it("whose commit is not answered may have happened", async () => {
    proxy.freezeAfter(/COMMIT/);
    await expect(write("committed")).rejects.toThrow(CommitUnknown);
    expect(await written()).toEqual([{ text: "committed" }]);
  });

  it("whose commit warns may have happened on the primary only", async () => {
    await direct.query(`create function warn() returns trigger language plpgsql as
      $$ begin raise warning 'canceling wait for synchronous replication'; return null; end $$`);
    await direct.query(`create constraint trigger warns after insert on notes deferrable initially deferred
      for each row execute function warn()`);
    await expect(write("warned of")).rejects.toThrow(CommitUnknown);
    await direct.query("drop trigger warns on notes");
    await write("not warned of");
    expect(await written()).toHaveLength(2);
  });

  it("has not happened if its commit is refused", async () => {
    await expect(write("twice", "twice")).rejects.toThrow(QueryFailedError);
    expect(await written()).toEqual([]);
  });

  it("does not succeed if one of its statements failed unnoticed", async () => {
    const careless = db.transaction(async (tx) => {
      await tx.query("insert into notes (text) values ('lost')");
      await tx.query("select nothing").catch(() => undefined);
    });
    await expect(careless).rejects.toThrow("statements has failed");
    await write("later");
    expect(await written()).toEqual([{ text: "later" }]);
  });

  it("may take longer if its work is long by nature, and only then", async () => {
    const limits = { ...LIMITS, statementMs: 600, answerMs: 1_000 };
    const short = await through(limits);
    const long = { ...limits, statementMs: 5_000, answerMs: 6_000 };
    const nap = "select pg_sleep(1.2)";
    await longTransaction(short, (tx) => tx.query(nap), long);
    const naps = await Promise.allSettled([1, 2, 3].map(() => short.query(nap)));
    expect(naps.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    proxy.freeze(/through/);
    await expect(short.query("select 1")).rejects.toThrow(DatabaseUnavailable);
    await short.destroy();
  });

  it("does not begin while the database accepts no connection, and says so", async () => {
    proxy.freeze(/through/);
    proxy.holdNew(/through/);
    await db.destroy();
    await expect(through({ ...LIMITS, connectMs: 300 })).rejects.toThrow("timeout");
    proxy.restore();
    db = await through({ ...LIMITS, connectMs: 300 });
    proxy.refuseNew(/through/);
    await Promise.allSettled([1, 2].map(() => db.query("select pg_sleep(0.1)")));
    const [refused] = await Promise.allSettled(
      [1, 2].map(() => db.query("select pg_sleep(0.1)")),
    ).then((all) => all.filter(({ status }) => status === "rejected"));
    expect(refused).toMatchObject({ reason: expect.any(DatabaseUnavailable) as unknown });
  });

  async function sessionsInTransaction(): Promise<number> {
    const [row] = await direct.query<
      { sessions: number }[]
    >(`select count(*)::int as sessions from pg_stat_activity
      where application_name = 'through' and state like 'idle in transaction%'`);
    return row?.sessions ?? 0;
  }
});
