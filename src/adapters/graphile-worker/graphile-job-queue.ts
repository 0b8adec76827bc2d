import { type EntityManager } from "typeorm";

import { type JobOptions, type JobQueue, type TaskName, type Tasks } from "../../ports/job-queue";
import { toFlags } from "./job-flags";
import { TASK_PLACES } from "./lanes";
import { wakeAtCommit } from "./wake-up";

/** Repeats of failed work are transitions of our own; the library only repeats what crashed: for a day, every 15 s. */
const MAX_ATTEMPTS = 5_760;

/**
 * What the library's add_job does, but for its NOTIFY inside the transaction. A job of the same key that runs, or is not
 * tried any more, loses its key (`freed` comes first, because the insert reads it); one that waits is replaced.
 */
const ADD = `
  with freed as (
    update graphile_worker._private_jobs set key = null, attempts = max_attempts, updated_at = now()
    where key = $4 and is_available is not true
    returning id
  )
  insert into graphile_worker._private_jobs as job (task_id, payload, run_at, key, flags, priority, max_attempts)
  select task.id, $2::json, coalesce($3::timestamptz, now()), $4,
    (select jsonb_object_agg(flag, true) from unnest($5::text[]) flag), $6, $7
  from graphile_worker._private_tasks task
  where task.identifier = $1 and (select count(*) from freed) >= 0
  on conflict (key) do update set
    task_id = excluded.task_id, payload = excluded.payload, flags = excluded.flags, priority = excluded.priority,
    run_at = case when $8 and job.attempts = 0 then job.run_at else excluded.run_at end,
    max_attempts = excluded.max_attempts, attempts = 0, last_error = null, revision = job.revision + 1, updated_at = now()
  where job.locked_at is null
  returning id`;

/** Jobs in graphile-worker's tables, added by plain SQL inside the caller's transaction. */
export class GraphileJobQueue implements JobQueue {
  async enqueue<T extends TaskName>(
    tx: EntityManager,
    task: T,
    payload: Tasks[T],
    options: JobOptions = {},
  ): Promise<string> {
    if (!tx.queryRunner?.isTransactionActive)
      return tx.transaction((inner) => this.enqueue(inner, task, payload, options));
    const { runAt = null, key = null, queue = null, branchId = null, keepRunAt = false } = options;
    const { priority } = TASK_PLACES[task];
    // The library's own queues keep a row for every name for ever, and every search for work locks them all.
    const flags = toFlags({ branchId, queue });
    const parameters = [task, JSON.stringify(payload), runAt, key, flags, priority, MAX_ATTEMPTS, keepRunAt];
    const add = async () => (await tx.query<{ id: string }[]>(ADD, parameters))[0];
    // Nothing was added when a worker took the waiting job of the key at this moment: then that one loses its key now.
    const job = (await add()) ?? (await add());
    if (!job) throw new Error(`The job tables know no task "${task}"`);
    if (runAt === null || runAt.getTime() <= Date.now()) wakeAtCommit(tx, task, job.id);
    return job.id;
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
