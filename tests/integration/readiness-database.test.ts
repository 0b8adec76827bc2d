import { type DataSource } from "typeorm";

import { createDataSource } from "../../ormconfig";
import { DatabasePart } from "../../src/adapters/postgres/database-part";
import { Readiness } from "../../src/gateway/readiness";
import { eventually } from "../support/eventually";
import { PostgresProxy } from "../support/postgres-proxy";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

describe("the database as a part of readiness", () => {
  let database: TestDatabase;
  let proxy: PostgresProxy;
  let db: DataSource;
  let part: DatabasePart;
  let readiness: Readiness;

  beforeAll(async () => {
    database = await createTestDatabase();
    proxy = await PostgresProxy.start(database.url);
  });

  afterAll(async () => {
    await proxy.stop();
    await database.drop();
  });

  beforeEach(() => {
    proxy.restore();
  });

  afterEach(() => db.destroy());

  async function connect(poolSize: number, deadlineMs = 60_000): Promise<void> {
    db = await createDataSource(proxy.url, { poolSize }).initialize();
    part = new DatabasePart(db);
    readiness = new Readiness([part], () => undefined, { deadlineMs, keepMs: 0 });
  }

  it("is healthy when it answers", async () => {
    await connect(1);
    expect(await readiness.look()).toEqual({});
    expect(part.workedMsAgo).toBeLessThan(60_000);
  });

  it("is unhealthy while its connections are half-open, and recovers when there are new ones", async () => {
    await connect(10, 1_000);
    proxy.vanish();
    expect(await readiness.look()).toEqual({ database: "gives no answer" });
    expect(part.workedMsAgo).toBeGreaterThan(900);
    proxy.restore();
    await eventually(async () => Object.keys(await readiness.look()).length === 0);
    proxy.cutClient();
  });

  it("is unhealthy while it accepts no writes, like a standby", async () => {
    await connect(1);
    await db.query("set default_transaction_read_only = on");
    expect(await readiness.look()).toEqual({ database: "is read-only" });
    await db.query("set default_transaction_read_only = off");
    expect(await readiness.look()).toEqual({});
  });
});
