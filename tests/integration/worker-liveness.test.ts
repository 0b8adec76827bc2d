import { type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import { type DataSource } from "typeorm";

import { openDatabase } from "../../src/gateway/open-database";
import { PostgresJobQueue } from "../../src/jobs/postgres-job-queue";
import { eventually } from "../support/eventually";
import { type RecordingWorker, startRecordingWorker } from "../support/recording-worker";
import { spawnTypeScript } from "../support/spawn-typescript";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const ORDER = { orderId: "3f6f3a4e-7c11-4a58-9d0a-6c0e8f3f1b52" };

describe("a job whose worker", () => {
  let database: TestDatabase;
  let db: DataSource;
  let child: ChildProcess;
  let worker: RecordingWorker | undefined;

  beforeEach(async () => {
    database = await createTestDatabase();
    db = await openDatabase(database.url);
    child = spawnTypeScript(
      join(__dirname, "../support/worker-process.ts"),
      [database.url],
      ["pipe", "pipe", "inherit"],
    );
  });

  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    await db.destroy();
    await database.drop();
  });

  /**
   * Gives the other process a job of a queue, and waits until the process is in the middle of it.
   */
  async function begunElsewhere(): Promise<void> {
    const begun = once(child.stdout!, "data");
    await new PostgresJobQueue().enqueue(db.manager, "send-order", ORDER, {
      key: "send:1",
      queue: ORDER.orderId,
    });
    await begun;
  }

  function jobsLeft(): Promise<{ key: string | null; later: boolean; owner: string | null }[]> {
    return db.query("select key, due_at > now() + interval '50 min' as later, owner from jobs");
  }

  async function startWorker(): Promise<RecordingWorker> {
    worker = await startRecordingWorker(database.url);
    return worker;
  }

  it("was killed runs again on another one", async () => {
    await begunElsewhere();
    const { ran } = await startWorker();
    child.kill("SIGKILL");
    await eventually(() => ran.length === 1);
    expect(ran).toEqual([{ name: "send-order", payload: ORDER }]);
  });

  it("was killed before any other was there runs when one comes", async () => {
    await begunElsewhere();
    child.kill("SIGKILL");
    await once(child, "exit");
    const { ran } = await startWorker();
    await eventually(() => ran.length === 1);
  });

  it("was killed loses no attempts, however often that happens", async () => {
    await begunElsewhere();
    await db.query("update jobs set attempts = 10000");
    child.kill("SIGKILL");
    const { ran } = await startWorker();
    await eventually(() => ran.length === 1);
  });

  it("was killed leaves nothing behind when a newer job with its key has replaced it", async () => {
    await begunElsewhere();
    const later = { key: "send:1", delayMs: 3_600_000 };
    await new PostgresJobQueue().enqueue(db.manager, "send-order", ORDER, later);
    child.kill("SIGKILL");
    await startWorker();
    await eventually(async () => (await jobsLeft()).length === 1);
    expect(await jobsLeft()).toEqual([{ key: "send:1", later: true, owner: null }]);
  });

  it("is alive is left alone, even when its heartbeat connection breaks", async () => {
    await begunElsewhere();
    const { ran } = await startWorker();
    await db.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'gateway-lease' and datname = current_database()`,
    );
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(ran).toEqual([]);
  });
});
