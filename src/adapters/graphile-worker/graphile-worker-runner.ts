import { EventEmitter } from "node:events";

import {
  Logger as WorkerLogger,
  run,
  type Runner,
  runMigrations,
  type TaskList,
  type WorkerEvents,
} from "graphile-worker";
import { Pool } from "pg";

import { type TaskName, type Tasks } from "../../ports/job-queue";
import { WorkerLiveness } from "./worker-liveness";

type TaskHandlers = { [T in TaskName]: (payload: Tasks[T]) => Promise<void> };

interface RunnerLog {
  warn(message: string): void;
  error(message: string): void;
  debug(message: string): void;
}

interface RunnerOptions {
  readonly databaseUrl: string;
  readonly handlers: TaskHandlers;
  readonly concurrency: number;
  readonly log: RunnerLog;
}

/** Prepares the job tables; safe in many processes at once. */
export async function migrateJobTables(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl, logger: silentLogger() });
}

/** This process's share of the job work: runs jobs, and frees those whose process died. */
export class GraphileWorkerRunner {
  private constructor(
    private readonly runner: Runner,
    private readonly liveness: WorkerLiveness,
    private readonly pool: Pool,
  ) {}

  static async start(options: RunnerOptions): Promise<GraphileWorkerRunner> {
    const { databaseUrl, handlers, concurrency, log } = options;
    const pool = new Pool({ connectionString: databaseUrl, max: concurrency + 2, application_name: "gateway-jobs" });
    // Only the message: the error object carries the whole connection, its password included.
    const broken = (error: unknown) => log.warn(`A job connection broke: ${String(error)}`);
    pool.on("error", broken);
    pool.on("connect", (client) => client.on("error", broken));
    const liveness = await WorkerLiveness.start(databaseUrl, broken);
    const events = new EventEmitter() as WorkerEvents;
    // The library locks jobs under the id of the pool, not of its workers.
    events.on("pool:create", ({ workerPool }) => liveness.add(workerPool.id));
    const runner = await run({
      pgPool: pool,
      concurrency,
      taskList: toTaskList(handlers),
      events,
      noHandleSignals: true,
      pollInterval: 1000,
      logger: forward(log),
    });
    return new GraphileWorkerRunner(runner, liveness, pool);
  }

  /** Lets running jobs end, then lets go of everything. */
  async stop(): Promise<void> {
    await this.runner.stop();
    await this.liveness.stop();
    await this.pool.end();
  }
}

function toTaskList(handlers: TaskHandlers): TaskList {
  const entries = Object.entries(handlers).map(([name, handle]) => [
    name,
    (payload: unknown) => (handle as (payload: unknown) => Promise<void>)(payload),
  ]);
  return Object.fromEntries(entries) as TaskList;
}

function forward(log: RunnerLog): WorkerLogger {
  return new WorkerLogger(() => (level, message) => {
    if ((level as string) === "error") log.error(message);
    else log.debug(message);
  });
}

function silentLogger(): WorkerLogger {
  return new WorkerLogger(() => () => undefined);
}
