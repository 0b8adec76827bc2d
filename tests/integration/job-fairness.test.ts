import { type DataSource } from "typeorm";

import { GraphileJobQueue } from "../../src/adapters/graphile-worker/graphile-job-queue";
import { openDatabase } from "../../src/database";
import { eventually } from "../support/eventually";
import { type RecordingWorker, startRecordingWorker } from "../support/recording-worker";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

describe("the shares of the job workers", () => {
  const jobs = new GraphileJobQueue();
  let database: TestDatabase;
  let db: DataSource;
  let started: RecordingWorker | undefined;
  let release = () => undefined as void;
  let hanging: Promise<void>;

  beforeAll(async () => {
    database = await createTestDatabase();
    db = await openDatabase(database.url);
  });

  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  beforeEach(() => {
    hanging = new Promise((resolve) => (release = resolve));
  });

  afterEach(async () => {
    release();
    await started?.stop();
    await db.query("delete from graphile_worker._private_jobs");
  });

  async function worker(work: Parameters<typeof startRecordingWorker>[1]): Promise<RecordingWorker> {
    return (started = await startRecordingWorker(database.url, work));
  }

  it("lets no branch whose POS hangs hold up the others", async () => {
    const others: string[] = [];
    let dead = 0;
    await worker(async (_, payload) => {
      const { orderId } = payload as { orderId: string };
      if (!orderId.startsWith("dead")) return void others.push(orderId);
      dead += 1;
      await hanging;
    });
    await db.transaction(async (tx) => {
      for (let count = 0; count < 200; count += 1) {
        await jobs.enqueue(tx, "send-order", { orderId: `dead ${count}` }, { branchId: "dead", queue: `d${count}` });
      }
    });
    await eventually(() => dead === 8);
    for (let count = 0; count < 40; count += 1) {
      const options = { branchId: `alive ${count % 2}`, queue: `a${count}` };
      await jobs.enqueue(db.manager, "send-order", { orderId: `alive ${count}` }, options);
    }
    await eventually(() => others.length === 40);
    expect(dead).toBe(8);
  });

  it("keeps every other kind of work going while orders hang", async () => {
    const { ran } = await worker((name) => (name === "send-order" ? hanging : undefined));
    for (let count = 0; count < 60; count += 1) {
      await jobs.enqueue(db.manager, "send-order", { orderId: `${count}` }, { branchId: `branch ${count}` });
    }
    await jobs.enqueue(db.manager, "tell-people", { deliveryId: "1" });
    await jobs.enqueue(db.manager, "record-webhook", { organizationId: "1", body: {} });
    await eventually(() => new Set(ran.map(({ name }) => name)).size === 3);
  });
});
