import { type JobPool } from "./job-pool";
import { type Lease, type LeaseTimes } from "./lease";
import { CONNECTION_LOCKS } from "./lease-connection";
import { puttingBack } from "./put-back";

/** Another process's lease, as the database sees it. */
interface SeenLease {
  readonly owner: string;
  readonly beat: string;
  /** The database knows its connection. */
  readonly connected: boolean;
  /** It has expired by the database's clock. */
  readonly past: boolean;
  /** The server has been up since the latest renewal. */
  readonly sameServer: boolean;
}

interface Watched {
  readonly beat: string;
  /** Since when it has not been renewed, by the monotonic clock. */
  readonly sinceMs: number;
  /** Since when its connection has been gone; undefined: it is there. */
  readonly goneSinceMs: number | undefined;
  readonly wasConnected: boolean;
}

const LOOK = `
  select owner, beat::text, until < clock_timestamp() as past,
    pg_postmaster_start_time() < until - $2 * interval '1 ms' as "sameServer",
    exists (
      select from pg_locks where locktype = 'advisory' and classid = ${CONNECTION_LOCKS} and objid::bigint = connection
        and granted and database = (select oid from pg_database where datname = current_database())
    ) as connected
  from worker_leases where owner <> all ($1::uuid[])`;

/** Unless it was renewed after the check. */
const TAKE_AWAY = `
  delete from worker_leases lease using unnest($1::uuid[], $2::bigint[]) as seen (owner, beat)
  where lease.owner = seen.owner and lease.beat = seen.beat`;

/** A crash uses up no attempt, but its count reveals work that kills its process. */
const FREE = puttingBack(
  "not exists (select from worker_leases lease where lease.owner = jobs.owner)",
  "crashes = crashes + 1",
);

/**
 * Tells living processes from dead ones by watching their leases, and releases the work of the
 * dead. An expired lease alone does not prove a process dead: after an outage of the database, or
 * on another server, all leases have expired. It must go without renewal for its whole duration
 * while this process watches and the database answers. A shorter time suffices if the database has
 * seen the connection go.
 */
export class LeaseWatch {
  private watched = new Map<string, Watched>();
  private lookedAtMs: number | undefined;
  /** No check has failed or come late so far. */
  private unbroken = true;

  constructor(
    private readonly pool: JobPool,
    private readonly lease: Pick<Lease, "owner" | "times">,
  ) {}

  /** @returns whether any work was released */
  async look(): Promise<boolean> {
    const { times, owner } = this.lease;
    // A process that is not sure it is alive itself judges no other.
    if (owner === null) return this.forget();
    const leases = await this.pool
      .rows<SeenLease>(LOOK, [[owner], times.holdsMs])
      .catch((error: unknown) => {
        this.forget();
        throw error;
      });
    const nowMs = performance.now();
    if (this.lookedAtMs !== undefined && nowMs - this.lookedAtMs > times.holdsMs / 2) this.forget();
    this.lookedAtMs = nowMs;
    this.watched = new Map(
      leases.map((each) => [each.owner, watch(each, this.watched.get(each.owner), nowMs)]),
    );
    const dead = leases.filter((each) => this.isDead(each, nowMs, times));
    if (dead.length > 0) {
      await this.pool.rows(TAKE_AWAY, [
        dead.map((each) => each.owner),
        dead.map(({ beat }) => beat),
      ]);
    }
    return (await this.pool.rows(FREE, [])).length > 0;
  }

  private isDead(
    { owner, past, sameServer }: SeenLease,
    nowMs: number,
    times: LeaseTimes,
  ): boolean {
    const watched = this.watched.get(owner);
    if (!watched) return false;
    if (past && nowMs - watched.sinceMs >= times.holdsMs) return true;
    const { goneSinceMs, wasConnected } = watched;
    if (goneSinceMs === undefined || nowMs - goneSinceMs < times.goneMs) return false;
    return wasConnected || (this.unbroken && sameServer);
  }

  private forget(): false {
    this.watched.clear();
    this.lookedAtMs = undefined;
    this.unbroken = false;
    return false;
  }
}

function watch(
  { beat, connected }: SeenLease,
  before: Watched | undefined,
  nowMs: number,
): Watched {
  const stands = before?.beat === beat;
  return {
    beat,
    sinceMs: stands ? before.sinceMs : nowMs,
    goneSinceMs: connected ? undefined : stands ? (before.goneSinceMs ?? nowMs) : nowMs,
    wasConnected: connected || (before?.wasConnected ?? false),
  };
}
