import { type WorkerEvents } from "graphile-worker";

import { freeingJobs } from "./freeing-jobs";
import { type ProcessSession } from "./process-session";

const LOOK_MS = 5_000;

const HELD = `
  select id::text from graphile_worker._private_jobs where locked_by = any ($1) and id <> all ($2::bigint[])`;

const FREE = freeingJobs("id = any ($1::bigint[]) and locked_by = any ($2::text[])");

/**
 * Frees what this living process holds although none of its workers is at it: the answer that brought a job was lost, or
 * the statement that ended it. Such a job runs again, some seconds later; graphile-worker alone would wait four hours.
 */
export class AbandonedJobs {
  private readonly holders: string[] = [];
  private readonly running = new Set<string>();
  private suspects = new Set<string>();

  constructor(private readonly session: ProcessSession) {
    session.every(LOOK_MS, () => this.look());
  }

  /** Knows from now on what this lane works on, and under which id it takes its jobs. */
  watch(events: WorkerEvents): void {
    events.on("pool:create", ({ workerPool }) => this.holders.push(workerPool.id));
    events.on("job:start", ({ job }) => this.running.add(job.id));
    events.on("job:complete", ({ job }) => this.running.delete(job.id));
  }

  /** Whatever is seen twice in a row was not just about to begin, nor to end. */
  private async look(): Promise<void> {
    const rows = await this.session.query<{ id: string }>(HELD, [this.holders, [...this.running]]);
    const idle = rows.map(({ id }) => id).filter((id) => !this.running.has(id));
    const abandoned = idle.filter((id) => this.suspects.has(id));
    this.suspects = new Set(idle);
    if (abandoned.length > 0) await this.session.query(FREE, [abandoned, this.holders]);
  }
}
