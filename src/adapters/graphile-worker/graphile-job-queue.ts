import { type EntityManager } from "typeorm";

import { type JobOptions, type JobQueue, type TaskName, type Tasks } from "../../ports/job-queue";
import { toFlags } from "./job-flags";
import { TASK_PLACES } from "./lanes";

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
    const { runAt = null, key = null, queue = null, branchId = null, keepRunAt = false } = options;
    // The library's own queues keep a row for every name for ever, and every search for work locks them all.
    const flags = toFlags({ branchId, queue });
    await tx.query(
      `select graphile_worker.add_job(
         $1, payload := $2::json, run_at := $3::timestamptz, job_key := $4, flags := $5::text[], priority := $6,
         max_attempts := $7, job_key_mode := $8)`,
      [
        task,
        JSON.stringify(payload),
        runAt,
        key,
        flags.length > 0 ? flags : null,
        TASK_PLACES[task].priority,
        MAX_ATTEMPTS,
        keepRunAt ? "preserve_run_at" : "replace",
      ],
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
