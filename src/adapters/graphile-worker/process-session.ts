import { type Client } from "pg";

import { Age } from "../../domain/age";
import { Batcher } from "../../domain/batcher";
import { createClient } from "../../postgres/postgres-client";

/** Keeps our locks apart from every other advisory lock of the database. */
export enum LockSpace {
  /** Held under the id under which a process takes jobs, as long as the process lives. */
  WORKERS = 4_701,
  /** Held under the name of a queue, as long as one of its jobs runs. */
  QUEUES = 4_702,
}

type Lock = readonly [LockSpace, string];

/** @param payload undefined after a gap in which anything may have been said */
type Hear = (payload: string | undefined) => void;

/**
 * One connection whose locks tell all other processes what this one holds: Postgres drops them the moment the process dies.
 * After a broken connection it connects again and takes its locks back.
 */
export class ProcessSession {
  private readonly held = new Map<string, Lock>();
  private readonly holding = new Batcher((locks: readonly Lock[]) => this.each("pg_try_advisory_lock", locks));
  private readonly releasing = new Batcher((locks: readonly Lock[]) => this.each("pg_advisory_unlock", locks));
  /** Since the database last answered. */
  readonly answered = new Age();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly heard = new Map<string, Hear>();
  /** One statement at a time. */
  private working: Promise<unknown> = Promise.resolve();
  private broken = false;
  private closed = false;

  private constructor(
    private readonly databaseUrl: string,
    private readonly onError: (error: unknown) => void,
    private client: Client,
  ) {
    this.follow(client);
  }

  static async open(databaseUrl: string, onError: (error: unknown) => void): Promise<ProcessSession> {
    return new ProcessSession(databaseUrl, onError, await connect(databaseUrl, onError));
  }

  /** Takes the lock; false when another process has it. */
  async hold(space: LockSpace, name: string): Promise<boolean> {
    if (!(await this.holding.ask([space, name]))) return false;
    this.held.set(keyOf(space, name), [space, name]);
    return true;
  }

  async release(space: LockSpace, name: string): Promise<void> {
    this.held.delete(keyOf(space, name));
    await this.releasing.ask([space, name]);
  }

  /** Hears what is said on a channel from now on. */
  async listen(channel: string, hear: Hear): Promise<void> {
    this.heard.set(channel, hear);
    await this.query(`listen ${channel}`, []);
  }

  /** @throws whatever the statement throws; the next one finds a connection that works, or fails as well */
  query<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    const rows = this.working.then(() => this.run<Row>(sql, values));
    this.working = rows.catch(() => undefined);
    return rows;
  }

  /** Does the work again and again, `ms` after it was last done. What goes wrong is reported. */
  every(ms: number, work: () => Promise<void>): void {
    if (this.closed) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void work()
        .catch(this.onError)
        .finally(() => this.every(ms, work));
    }, ms);
    this.timers.add(timer);
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const timer of this.timers) clearTimeout(timer);
    await this.working;
    await this.client.end();
  }

  private async each(work: string, locks: readonly Lock[]): Promise<boolean[]> {
    const sql = `select ${work}(space, hashtext(name)) as done
      from unnest($1::int[], $2::text[]) with ordinality as lock (space, name, place) order by place`;
    const rows = await this.query<{ done: boolean }>(sql, [
      locks.map(([space]) => space),
      locks.map(([, name]) => name),
    ]);
    return rows.map(({ done }) => done);
  }

  private async run<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    try {
      if (this.broken) await this.reconnect();
      const { rows } = await this.client.query(sql, values);
      this.answered.reset();
      return rows as Row[];
    } catch (error) {
      this.broken = true;
      throw error;
    }
  }

  /** Our locks went with the connection; without them other processes would take our workers for dead. */
  private async reconnect(): Promise<void> {
    await this.client.end().catch(() => undefined);
    this.client = await connect(this.databaseUrl, this.onError);
    for (const lock of this.held.values()) {
      await this.client.query("select pg_try_advisory_lock($1, hashtext($2))", [...lock]);
    }
    this.follow(this.client);
    for (const channel of this.heard.keys()) await this.client.query(`listen ${channel}`);
    this.broken = false;
    for (const hear of this.heard.values()) hear(undefined);
  }

  private follow(client: Client): void {
    client.on("notification", ({ channel, payload }) => this.heard.get(channel)?.(payload));
  }
}

function keyOf(space: LockSpace, name: string): string {
  return `${space} ${name}`;
}

async function connect(databaseUrl: string, onError: (error: unknown) => void): Promise<Client> {
  const client = createClient(databaseUrl, "gateway-liveness");
  client.on("error", onError);
  await client.connect();
  return client;
}
