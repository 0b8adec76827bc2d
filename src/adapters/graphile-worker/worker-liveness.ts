import { freeingJobs } from "./freeing-jobs";
import { LockSpace, type ProcessSession } from "./process-session";

const SWEEP_MS = 900;

const HOLDERS_WITHOUT_LOCK = `
  select distinct locked_by from graphile_worker._private_jobs
  where locked_by is not null and not exists (
    select from pg_locks
    where locktype = 'advisory' and classid = $1::int::oid and objid = hashtext(locked_by)::bit(32)::bigint::oid and granted
  )`;

const FREE = freeingJobs("locked_by = any ($1::text[])");

/**
 * Tells living workers from dead ones. Every process holds a lock under the ids under which it takes jobs. Who holds a job
 * but no lock in two sweeps in a row is dead, and its jobs are freed; graphile-worker alone would wait four hours.
 */
export class WorkerLiveness {
  private suspects = new Set<string>();

  constructor(
    private readonly session: ProcessSession,
    private readonly onError: (error: unknown) => void,
  ) {
    session.every(SWEEP_MS, () => this.sweep());
  }

  add(workerId: string): void {
    this.session.hold(LockSpace.WORKERS, workerId).catch(this.onError);
  }

  private async sweep(): Promise<void> {
    const rows = await this.session.query<{ locked_by: string }>(HOLDERS_WITHOUT_LOCK, [LockSpace.WORKERS]);
    const lockless = rows.map((row) => row.locked_by);
    const dead = lockless.filter((workerId) => this.suspects.has(workerId));
    this.suspects = new Set(lockless);
    if (dead.length > 0) await this.session.query(FREE, [dead]);
  }
}
