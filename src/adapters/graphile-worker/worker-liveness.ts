import { Client } from "pg";

const SWEEP_MS = 1000;

/** Keeps our locks apart from every other advisory lock of the database. */
const LOCK_SPACE = 4_701;

/**
 * Tells living workers from dead ones. Every process holds a session advisory lock under the id under which it takes jobs:
 * Postgres drops it the moment the process dies. Who holds a job but no lock in two sweeps in a row is dead, and its jobs
 * are freed; graphile-worker alone would wait four hours.
 */
export class WorkerLiveness {
  private readonly workerIds = new Set<string>();
  private suspects = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  /** One statement at a time: the connection is shared by locks and sweeps. */
  private working: Promise<unknown> = Promise.resolve();
  private stopped = false;

  private constructor(
    private readonly databaseUrl: string,
    private readonly onError: (error: unknown) => void,
    private client: Client,
  ) {}

  static async start(databaseUrl: string, onError: (error: unknown) => void): Promise<WorkerLiveness> {
    const liveness = new WorkerLiveness(databaseUrl, onError, await connect(databaseUrl, onError));
    liveness.schedule();
    return liveness;
  }

  add(workerId: string): void {
    this.workerIds.add(workerId);
    void this.inTurn(() => this.hold(workerId));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.working;
    await this.client.end();
  }

  private inTurn(work: () => Promise<unknown>): Promise<unknown> {
    this.working = this.working.then(work).catch(this.onError);
    return this.working;
  }

  private async hold(workerId: string): Promise<void> {
    await this.client.query("select pg_advisory_lock($1, hashtext($2))", [LOCK_SPACE, workerId]);
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      void this.inTurn(() => this.sweepOrReconnect()).finally(() => this.schedule());
    }, SWEEP_MS);
  }

  private async sweepOrReconnect(): Promise<void> {
    try {
      await this.sweep();
    } catch (error) {
      this.onError(error);
      await this.reconnect();
    }
  }

  private async sweep(): Promise<void> {
    const { rows } = await this.client.query<{ locked_by: string }>(
      `select distinct locked_by from (
         select locked_by from graphile_worker._private_jobs where locked_by is not null
         union select locked_by from graphile_worker._private_job_queues where locked_by is not null
       ) holders
       where not exists (
         select from pg_locks
         where locktype = 'advisory' and classid = $1::int::oid and objid = hashtext(locked_by)::bit(32)::bigint::oid and granted
       )`,
      [LOCK_SPACE],
    );
    const lockless = rows.map((row) => row.locked_by);
    const dead = lockless.filter((workerId) => this.suspects.has(workerId));
    this.suspects = new Set(lockless);
    if (dead.length > 0) await this.client.query("select graphile_worker.force_unlock_workers($1)", [dead]);
  }

  /** Our locks went with the connection; without them other processes would take our workers for dead. */
  private async reconnect(): Promise<void> {
    await this.client.end().catch(() => undefined);
    this.client = await connect(this.databaseUrl, this.onError);
    for (const workerId of this.workerIds) await this.hold(workerId);
  }
}

async function connect(databaseUrl: string, onError: (error: unknown) => void): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl, application_name: "gateway-liveness", keepAlive: true });
  client.on("error", onError);
  await client.connect();
  return client;
}
