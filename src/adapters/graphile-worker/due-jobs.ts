import { type ProcessSession } from "./process-session";

const LOOK_MS = 200;

/** Jobs that became due since the last look: workers sleep long, and are told of new jobs only. */
const LOOK = `
  select now()::text as now, (
    select coalesce(json_agg(task.identifier), '[]')
    from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
    where job.is_available and run_at <= now() and run_at > $1::timestamptz and run_at > created_at
  ) as due`;

/** Wakes this process's workers when delayed jobs become due: a repeat after 15 s comes after 15.2 s at the latest. */
export class DueJobs {
  private lookedAt: string | null = null;

  /** @param wake is told the task of each job */
  constructor(
    private readonly session: ProcessSession,
    private readonly wake: (task: string) => void,
  ) {
    session.every(LOOK_MS, () => this.look());
  }

  private async look(): Promise<void> {
    const [row] = await this.session.query<{ now: string; due: string[] }>(LOOK, [this.lookedAt ?? "-infinity"]);
    if (!row) return;
    this.lookedAt = row.now;
    row.due.forEach(this.wake);
  }
}
