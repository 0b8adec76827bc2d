import { type EntityManager } from "typeorm";

import { type JobOptions, type JobQueue, type NewJob, type TaskName, type Tasks } from "../../ports/job-queue";
import { prepared } from "../../ports/prepared";
import { toFlagsColumn } from "./job-flags";
import { TASK_PLACES } from "./lanes";
import { wakeAtCommit } from "./wake-up";

/** Repeats of failed work are transitions of our own; the library only repeats what crashed: for a day, every 15 s. */
const MAX_ATTEMPTS = 5_760;

/**
 * What the library's add_job does, but for its NOTIFY inside the transaction, and for many. A waiting job of the same key
 * is replaced. Looks for nothing first: a plan that every connection keeps would read the whole table for it.
 */
const ADD = prepared(`
  with spec as (
    select * from json_to_recordset($2::json)
      as s (payload json, "runAt" timestamptz, key text, flags jsonb, "keepRunAt" boolean)
  )
  insert into graphile_worker._private_jobs as job (task_id, payload, run_at, key, flags, priority, max_attempts)
  select task.id, spec.payload, coalesce(spec."runAt", now()), spec.key, spec.flags, $3, $4
  from spec join graphile_worker._private_tasks task on task.identifier = $1
  on conflict (key) do update set
    task_id = excluded.task_id, payload = excluded.payload, flags = excluded.flags, priority = excluded.priority,
    run_at = case
      when job.attempts = 0 and (select "keepRunAt" from spec where spec.key = job.key) then job.run_at
      else excluded.run_at
    end,
    max_attempts = excluded.max_attempts, attempts = 0, last_error = null, revision = job.revision + 1, updated_at = now()
  where job.is_available
  returning id, key, run_at <= now() as due`);

/** A job of the same key that runs, or is not tried any more, loses its key. */
const TAKE_KEYS = `
  update graphile_worker._private_jobs set key = null, attempts = max_attempts, updated_at = now()
  where key = any ($1) and is_available is not true`;

// Planned each time, as the one above: a plan from when the table was small would read all of it until the next ANALYZE.
const WITHDRAW = "delete from graphile_worker._private_jobs where key = any ($1::text[]) and locked_at is null";

// A running job whose key a newer one has taken has none; the newer one is there for both.
const PRESENT = `
  select key from graphile_worker._private_jobs
  where key = any ($1::text[]) and (locked_at is not null or attempts < max_attempts)`;

/** How often a worker may take the waiting job of a key, between a look and the next, before something must be wrong. */
const ROUNDS = 3;

interface Added {
  readonly id: string;
  readonly key: string | null;
  readonly due: boolean;
}

type Query = (text: string, values: unknown[]) => Promise<unknown>;

/**
 * Adds jobs, no two of one key, and wakes nobody.
 *
 * @param query gives the rows of an insert; all its statements make up one transaction
 */
export async function addJobs<T extends TaskName>(query: Query, task: T, jobs: readonly NewJob<T>[]): Promise<Added[]> {
  const added: Added[] = [];
  let left = jobs;
  for (let round = 1; left.length > 0; round += 1) {
    if (round > ROUNDS) throw new Error(`The job tables know no task "${task}", or do not let go of a key`);
    if (round > 1) await query(TAKE_KEYS, [left.map(({ options }) => options?.key ?? null)]);
    const now = (await query(ADD, additionOf(task, left))) as Added[];
    const keys = new Set(now.map(({ key }) => key));
    left = left.filter(({ options }) => !keys.has(options?.key ?? null));
    added.push(...now);
  }
  return added;
}

function additionOf<T extends TaskName>(task: T, jobs: readonly NewJob<T>[]): unknown[] {
  const specs = jobs.map(({ payload, options: { queue = null, branchId = null, ...options } = {} }) => ({
    ...{ payload, ...options },
    // The library's own queues keep a row for every name for ever, and every search for work locks them all.
    flags: toFlagsColumn({ branchId, queue }),
  }));
  return [task, JSON.stringify(specs), TASK_PLACES[task].priority, MAX_ATTEMPTS];
}

/** Jobs in graphile-worker's tables, added by plain SQL inside the caller's transaction. */
export class GraphileJobQueue implements JobQueue {
  async enqueue<T extends TaskName>(
    tx: EntityManager,
    task: T,
    payload: Tasks[T],
    options: JobOptions = {},
  ): Promise<string> {
    const [id] = await this.enqueueAll(tx, task, [{ payload, options }]);
    if (id === undefined) throw new Error("A job that was added has an id");
    return id;
  }

  async enqueueAll<T extends TaskName>(
    tx: EntityManager,
    task: T,
    jobs: readonly NewJob<T>[],
  ): Promise<readonly string[]> {
    if (jobs.length === 0) return [];
    if (!tx.queryRunner?.isTransactionActive) return tx.transaction((inner) => this.enqueueAll(inner, task, jobs));
    const added = await addJobs((text, values) => tx.query(text, values), task, jobs);
    for (const { id, due } of added) if (due) wakeAtCommit(tx, task, id);
    return added.map(({ id }) => id);
  }

  async present(tx: EntityManager, keys: readonly string[]): Promise<ReadonlySet<string>> {
    if (keys.length === 0) return new Set();
    const rows = await tx.query<{ key: string }[]>(PRESENT, [keys]);
    return new Set(rows.map(({ key }) => key));
  }

  async withdraw(tx: EntityManager, keys: readonly string[]): Promise<void> {
    if (keys.length > 0) await tx.query(WITHDRAW, [keys]);
  }

  async forgetFailed(tx: EntityManager, before: Date): Promise<number> {
    const gone = await tx.query<object[]>(
      `select job.id from graphile_worker.complete_jobs(array(
         select id from graphile_worker.jobs where attempts >= max_attempts and locked_at is null and created_at < $1
       )) job`,
      [before],
    );
    return gone.length;
  }
}
