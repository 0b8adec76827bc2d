import { type JobPool } from "./job-pool";
import { type Lease, type LeaseTimes } from "./lease";
import { CONNECTION_LOCKS } from "./lease-connection";
import { puttingBack } from "./put-back";

/** A lease of another process, as the database has it. */
interface SeenLease {
  readonly owner: string;
  readonly beat: string;
  /** The database knows its connection. */
  readonly connected: boolean;
  /** By the database's clock it holds no more. */
  readonly past: boolean;
  /** The server has been up since it was renewed last. */
  readonly sameServer: boolean;
}

interface Watched {
  readonly beat: string;
  /** Since when it stands still, by the monotonic clock. */
  readonly sinceMs: number;
  /** Since when its connection is gone; undefined: it is there. */
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

/** Not when it was renewed since the look. */
const TAKE_AWAY = `
  delete from worker_leases lease using unnest($1::uuid[], $2::bigint[]) as seen (owner, beat)
  where lease.owner = seen.owner and lease.beat = seen.beat`;

/** A crash uses up no try; but work that kills its process is known by it. */
const FREE = puttingBack(
  "not exists (select from worker_leases lease where lease.owner = jobs.owner)",
  "crashes = crashes + 1",
);

/**
 * Tells living processes from dead ones by watching their leases, and frees the work of the dead.
 * Nobody is dead for his lease being past: after an outage of the database, or on another server,
 * all are. It must stand still for as long as it holds while this process looks and the database
 * answers. Shorter where the database has seen the connection go.
 */
export class LeaseWatch {
  private watched = new Map<string, Watched>();
  private lookedAtMs: number | undefined;
  /** No look has failed yet, nor come late. */
  private unbroken = true;

  constructor(
    private readonly pool: JobPool,
    private readonly lease: Pick<Lease, "owner" | "times">,
  ) {}

  /** @returns whether work was freed */
  async look(): Promise<boolean> {
    const { times, owner } = this.lease;
    // Whoever is not sure of his own life judges nobody else's.
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
