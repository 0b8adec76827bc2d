import { type DataSource } from "typeorm";

import { openDatabase } from "../../src/gateway/open-database";
import { Lease } from "../../src/jobs/lease";
import { PostgresJobQueue } from "../../src/jobs/postgres-job-queue";
import { eventually } from "../support/eventually";
import { startRecordingWorker } from "../support/recording-worker";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const HOUR_MS = 3_600_000;

describe("workers are notified", () => {
  const jobs = new PostgresJobQueue();
  let database: TestDatabase;
  let db: DataSource;
  let lease: Lease;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = await openDatabase(database.url);
  });

  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  beforeEach(async () => {
    lease = await Lease.open(database.url, () => undefined);
  });

  afterEach(async () => {
    await lease.close();
    await db.query("delete from jobs");
  });

  function heard(): (string | undefined)[] {
    const lanes: (string | undefined)[] = [];
    lease.listen((lane) => void lanes.push(lane));
    return lanes;
  }

  it("of the lane that has work now, once it is committed", async () => {
    const told = heard();
    await db.transaction(async (tx) => {
      await jobs.enqueue(tx, "tell-people", { deliveryId: "1" });
      await jobs.enqueue(tx, "tell-people", { deliveryId: "2" });
      await jobs.enqueue(tx, "tell-people", { deliveryId: "3" }, { delayMs: HOUR_MS });
      await jobs.enqueue(db.manager, "send-order", { orderId: "sooner" });
      await eventually(() => told.length === 1);
    });
    await eventually(() => told.length === 2);
    expect(told).toEqual(["orders", "people"]);
  });

  it("of no delayed job, and find it when it is due", async () => {
    const told = heard();
    let startedAt = 0;
    const worker = await startRecordingWorker(database.url, () => void (startedAt = Date.now()));
    const addedAt = Date.now();
    await jobs.enqueue(db.manager, "send-order", { orderId: "1" }, { delayMs: 500 });
    await eventually(() => startedAt > 0);
    await worker.stop();
    expect(startedAt - addedAt).toBeGreaterThanOrEqual(500);
    expect(told).toEqual([]);
  });

  it("that they may have missed something when the connection was lost", async () => {
    const told = heard();
    await db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'gateway-lease' and datname = current_database()`,
    );
    await eventually(() => told.length === 1);
    expect(told).toEqual([undefined]);
    await jobs.enqueue(db.manager, "send-order", { orderId: "1" });
    await eventually(() => told.length === 2);
  });
});
