import { type EntityManager } from "typeorm";

import { type JobOptions, type JobQueue, type TaskName, type Tasks } from "../../ports/job-queue";

/** Repeats of failed work are transitions of our own; the library only repeats what crashed. */
const MAX_ATTEMPTS = 25;

/** Jobs in graphile-worker's tables, added by plain SQL inside the caller's transaction. */
export class GraphileJobQueue implements JobQueue {
  async enqueue<T extends TaskName>(
    tx: EntityManager,
    task: T,
    payload: Tasks[T],
    options: JobOptions = {},
  ): Promise<void> {
    const { runAt = null, key = null, queue = null, keepRunAt = false } = options;
    await tx.query(
      `select graphile_worker.add_job(
         $1, payload := $2::json, run_at := $3::timestamptz, job_key := $4, queue_name := $5, max_attempts := $6,
         job_key_mode := $7)`,
      [task, JSON.stringify(payload), runAt, key, queue, MAX_ATTEMPTS, keepRunAt ? "preserve_run_at" : "replace"],
    );
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
