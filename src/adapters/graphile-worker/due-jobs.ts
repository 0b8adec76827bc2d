import { type ProcessSession } from "./process-session";

const LOOK_MS = 200;

/** Jobs that became due since the last look: workers sleep long, and are told of new jobs only. */
const WAKE = `
  select now()::text as now, (
    select pg_notify('jobs:insert', json_build_object('r', random(), 'count', due.count)::text)
    from (
      select count(*) from graphile_worker._private_jobs
      where is_available and run_at <= now() and run_at > $1::timestamptz and run_at > created_at
    ) due
    where due.count > 0
  )`;

/** Wakes the workers when delayed jobs become due: a repeat after 15 s comes after 15.2 s at the latest. */
export class DueJobs {
  private lookedAt: string | null = null;

  constructor(private readonly session: ProcessSession) {
    session.every(LOOK_MS, () => this.look());
  }

  private async look(): Promise<void> {
    const [row] = await this.session.query<{ now: string }>(WAKE, [this.lookedAt ?? "-infinity"]);
    if (row) this.lookedAt = row.now;
  }
}
