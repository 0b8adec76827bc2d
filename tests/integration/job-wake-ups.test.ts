import { type DataSource } from "typeorm";

import { DueJobs } from "../../src/adapters/graphile-worker/due-jobs";
import { GraphileJobQueue } from "../../src/adapters/graphile-worker/graphile-job-queue";
import { ProcessSession } from "../../src/adapters/graphile-worker/process-session";
import { openDatabase } from "../../src/database";
import { eventually } from "../support/eventually";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const HOUR_MS = 3_600_000;

describe("workers are told", () => {
  const jobs = new GraphileJobQueue();
  let database: TestDatabase;
  let db: DataSource;
  let session: ProcessSession;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = await openDatabase(database.url);
  });

  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  beforeEach(async () => {
    session = await ProcessSession.open(database.url, () => undefined);
  });

  afterEach(async () => {
    await session.close();
    await db.query("delete from graphile_worker._private_jobs");
  });

  async function heard(): Promise<(string | undefined)[]> {
    const payloads: (string | undefined)[] = [];
    await session.listen("gateway_jobs", (payload) => payloads.push(payload?.split(" ")[0]));
    return payloads;
  }

  it("of every job that may run now, once it is committed", async () => {
    const told = await heard();
    await db.transaction(async (tx) => {
      await jobs.enqueue(tx, "tell-people", { deliveryId: "1" });
      await jobs.enqueue(tx, "tell-people", { deliveryId: "2" });
      await jobs.enqueue(tx, "tell-people", { deliveryId: "3" }, { runAt: new Date(Date.now() + HOUR_MS) });
      await jobs.enqueue(db.manager, "send-order", { orderId: "sooner" });
      await eventually(() => told.length === 1);
    });
    await eventually(() => told.length === 3);
    expect(told).toEqual(["send-order", "tell-people", "tell-people"]);
  });

  it("of a delayed job when it becomes due", async () => {
    const toldAt: number[] = [];
    new DueJobs(session, (task) => void (task === "send-order" && toldAt.push(Date.now())));
    const runAt = new Date(Date.now() + 500);
    await jobs.enqueue(db.manager, "send-order", { orderId: "1" }, { runAt });
    await eventually(() => toldAt.length === 1);
    expect(toldAt[0]).toBeGreaterThanOrEqual(runAt.getTime());
  });

  it("that they may have missed something when the connection was lost", async () => {
    const told = await heard();
    await db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'gateway-liveness' and datname = current_database()`,
    );
    await eventually(() => session.query("select 1", []).then(Boolean, () => false));
    expect(told).toEqual([undefined]);
    await jobs.enqueue(db.manager, "send-order", { orderId: "1" });
    await eventually(() => told.length === 2);
  });
});
