import { EventEmitter } from "node:events";

import {
  type JobHelpers,
  Logger as WorkerLogger,
  makeWorkerUtils,
  run,
  type Runner,
  runMigrations,
  type TaskList,
  type WorkerEvents,
} from "graphile-worker";
import { type Pool, type PoolClient } from "pg";

import { type TaskName, type Tasks } from "../../ports/job-queue";
import { LONG_WORK } from "../../postgres/limits";
import { PostgresPool } from "../../postgres/postgres-pool";
import { AbandonedJobs } from "./abandoned-jobs";
import { CrashRepeats } from "./crash-repeats";
import { DueJobs } from "./due-jobs";
import { addJobs } from "./graphile-job-queue";
import { readFlags } from "./job-flags";
import { JobPool } from "./job-pool";
import { type LaneName, LANES, TASK_PLACES } from "./lanes";
import { ProcessSession } from "./process-session";
import { type KeyOfBranch, Turns } from "./turns";
import { WakeUps } from "./wake-up";
import { WorkerLiveness } from "./worker-liveness";

type TaskHandlers = { [T in TaskName]: (payload: Tasks[T]) => Promise<void> };
type Handle = (payload: unknown) => Promise<void>;

interface RunnerLog {
  warn(message: string): void;
  error(message: string): void;
  debug(message: string): void;
}

interface RunnerOptions {
  readonly databaseUrl: string;
  readonly handlers: TaskHandlers;
  readonly keyOf: KeyOfBranch;
  readonly log: RunnerLog;
}

/** Connections of all lanes together: each listens on one, and work itself uses none of them. */
const POOL_SIZE = Object.keys(LANES).length + 8;
/** Only a second net: new and due jobs wake their workers. */
const POLL_MS = 5_000;
/** Jobs that end within this time of each other are struck off together; who dies before does them again. */
const COMPLETE_WITHIN_MS = 5;
/** How long a job waits that a worker took out of turn. */
const PUT_OFF_MS = 250;

/** Prepares the job tables; safe in many processes at once. */
export async function migrateJobTables(databaseUrl: string): Promise<void> {
  const pgPool = new PostgresPool({
    connectionString: databaseUrl,
    application_name: "gateway-migrations",
    limits: LONG_WORK,
  });
  pgPool.on("error", () => undefined);
  try {
    await prepareJobTables({ pgPool, logger: silentLogger() });
  } finally {
    await pgPool.end();
  }
}

async function prepareJobTables(options: { readonly pgPool: Pool; readonly logger: WorkerLogger }): Promise<void> {
  await runMigrations(options);
  const utils = await makeWorkerUtils(options);
  // Earlier versions left a queue behind for every order, and searching for work slows down with each.
  await utils.cleanup({ tasks: ["GC_JOB_QUEUES"] });
  const addTasks =
    "insert into graphile_worker._private_tasks (identifier) select unnest($1::text[]) on conflict do nothing";
  await utils.withPgClient((client) => client.query(addTasks, [Object.keys(TASK_PLACES)]));
  await utils.release();
}

/** This process's share of the job work: runs jobs lane by lane, and frees those whose process died. */
export class GraphileWorkerRunner {
  private constructor(
    private readonly lanes: readonly Runner[],
    private readonly session: ProcessSession,
    private readonly pool: JobPool,
  ) {}

  static async start({ databaseUrl, handlers, keyOf, log }: RunnerOptions): Promise<GraphileWorkerRunner> {
    // Only the message: the error object carries the whole connection, its password included.
    const broken = (error: unknown) => log.warn(`A job connection broke: ${String(error)}`);
    const session = await ProcessSession.open(databaseUrl, broken);
    const connections = { connectionString: databaseUrl, max: POOL_SIZE, application_name: "gateway-jobs" };
    const pool = new JobPool(connections, session);
    pool.on("error", broken);
    pool.on("connect", (client) => client.on("error", broken));
    const liveness = new WorkerLiveness(session, broken);
    const abandoned = new AbandonedJobs(session);
    const wakeUps = await WakeUps.listen(session);
    new DueJobs(session, (task) => wakeUps.hear(task));
    new CrashRepeats(session);
    const lanes = (Object.keys(LANES) as LaneName[]).map((lane) => {
      const turns = new Turns(LANES[lane], { session, keyOf, onFree: () => wakeUps.wake(lane) });
      const tasks = Object.entries(handlers).filter(([task]) => TASK_PLACES[task as TaskName].lane === lane);
      const taskList = toTaskList(tasks as [string, Handle][], turns);
      return startLane({ lane, turns, pool, liveness, abandoned, wakeUps, log, taskList });
    });
    return new GraphileWorkerRunner(await Promise.all(lanes), session, pool);
  }

  /** Since the other processes were last told that this one lives. */
  get renewedMsAgo(): number {
    return this.session.answered.ms;
  }

  /** Since this process last looked for work and had an answer. */
  get claimedMsAgo(): number {
    return this.pool.searched.ms;
  }

  /** Lets running jobs end, then lets go of everything. */
  async stop(): Promise<void> {
    this.pool.insistNoMore();
    await Promise.all(this.lanes.map((lane) => lane.stop()));
    await this.session.close();
    await this.pool.end();
  }
}

interface LaneParts {
  readonly lane: LaneName;
  readonly turns: Turns;
  readonly pool: Pool;
  readonly liveness: WorkerLiveness;
  readonly abandoned: AbandonedJobs;
  readonly wakeUps: WakeUps;
  readonly log: RunnerLog;
  readonly taskList: TaskList;
}

function startLane(parts: LaneParts): Promise<Runner> {
  const { lane, turns, pool, liveness, abandoned, wakeUps, log, taskList } = parts;
  const events = new EventEmitter() as WorkerEvents;
  wakeUps.follow(lane, events);
  // The library locks jobs under the id of the pool, not of its workers.
  events.on("pool:create", ({ workerPool }) => liveness.add(workerPool.id));
  abandoned.watch(events);
  turns.follow(events);
  return run({
    pgPool: pool,
    concurrency: LANES[lane].workers,
    taskList,
    events,
    forbiddenFlags: () => turns.search(),
    noHandleSignals: true,
    pollInterval: POLL_MS,
    preset: { worker: { completeJobBatchDelay: COMPLETE_WITHIN_MS } },
    logger: forward(log),
  });
}

function toTaskList(handlers: readonly [string, Handle][], turns: Turns): TaskList {
  const inTurn = (handle: Handle) => async (payload: unknown, helpers: JobHelpers) => {
    const endTurn = await turns.take(helpers.job);
    if (!endTurn) return putOff(helpers);
    try {
      await handle(payload);
    } finally {
      await endTurn();
    }
  };
  return Object.fromEntries(handlers.map(([name, handle]) => [name, inTurn(handle)]));
}

/** The same job again a little later; a newer one of its key stays as it is. Due jobs wake their workers by themselves. */
async function putOff({ job, ...helpers }: JobHelpers): Promise<void> {
  const { branchId, queue } = readFlags(job.flags);
  const options = {
    ...{ runAt: new Date(Date.now() + PUT_OFF_MS), keepRunAt: true, branchId },
    ...(job.key !== null && { key: job.key }),
    ...(queue !== null && { queue }),
  };
  const later = [{ payload: job.payload as never, options }];
  await helpers.withPgClient((client) =>
    // A process that dies in the middle has not let go of the job.
    inTransaction(client, (query) => addJobs(query, job.task_identifier as TaskName, later)),
  );
}

type Rows = (text: string, values: unknown[]) => Promise<object[]>;

async function inTransaction(client: PoolClient, work: (rows: Rows) => Promise<unknown>): Promise<void> {
  await client.query("begin");
  try {
    await work(async (text, values) => (await client.query<object>(text, values)).rows);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
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
