import { type DataSource } from "typeorm";

import { openDatabase } from "../../src/gateway/open-database";
import { PostgresJobQueue } from "../../src/jobs/postgres-job-queue";
import { type RecordingWorker, startRecordingWorker } from "./recording-worker";
import { createTestDatabase, type TestDatabase } from "./test-database";

type WorkerParts =
  Parameters<typeof startRecordingWorker> extends [string, ...infer Parts] ? Parts : never;

/** A database with the job tables, and workers on it. */
export class JobFixture {
  readonly jobs = new PostgresJobQueue();
  private readonly workers: RecordingWorker[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly db: DataSource,
  ) {}

  static async start(): Promise<JobFixture> {
    const database = await createTestDatabase();
    return new JobFixture(database, await openDatabase(database.url));
  }

  /** Stops when the fixture is cleared, at the latest. */
  worker(...parts: WorkerParts): Promise<RecordingWorker> {
    return this.workerAt(this.database.url, ...parts);
  }

  /** @param url another route to the same database */
  async workerAt(url: string, ...parts: WorkerParts): Promise<RecordingWorker> {
    const started = await startRecordingWorker(url, ...parts);
    this.workers.push(started);
    return started;
  }

  /** The jobs that are not done. */
  waiting(): Promise<{ payload: unknown; due_at: Date }[]> {
    return this.db.query("select payload, due_at from jobs order by id");
  }

  /** Leaves neither workers nor jobs. */
  async clear(): Promise<void> {
    for (const worker of this.workers.splice(0)) await worker.stop();
    await this.db.query("delete from jobs");
  }

  async stop(): Promise<void> {
    await this.db.destroy();
    await this.database.drop();
  }
}
