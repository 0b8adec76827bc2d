import { randomUUID } from "node:crypto";

import { Moment } from "../domain/time/moment";
import { DatabaseClock } from "../postgres/database-clock";
import { LeaseConnection } from "./lease-connection";

export interface LeaseTimes {
  /** Interval between two renewals. */
  readonly renewMs: number;
  /** How long a lease is valid without a renewal. */
  readonly holdsMs: number;
  /** After this long without a renewal, its holder starts nothing more. */
  readonly fenceMs: number;
  /** How long the connection of a lease must be gone before others take over. */
  readonly goneMs: number;
}

export const LEASE_TIMES: LeaseTimes = {
  renewMs: 1_000,
  holdsMs: 10_000,
  fenceMs: 7_000,
  goneMs: 2_000,
};

const RECONNECT_MS = 300;

// Not now(), which is when the transaction began.
const TAKE = `
  insert into worker_leases (owner, connection, until)
  values ($1, $2, clock_timestamp() + $3 * interval '1 ms') returning clock_timestamp() as now`;

/** No row: others have declared the lease dead and taken its work. */
const RENEW = `
  update worker_leases set connection = $2, beat = beat + 1, until = clock_timestamp() + $3 * interval '1 ms'
  where owner = $1 returning clock_timestamp() as now`;

const END = "delete from worker_leases where owner = $1";

/**
 * This process's lease: a row that says who holds jobs, and until when others believe it. It is
 * renewed on a dedicated connection. A lease that was taken away is never taken back: a new lease
 * has a new owner, and what the old one began ends without an owner.
 */
export class Lease {
  private connection: LeaseConnection | undefined;
  private held: string | undefined;
  /**
   * When the latest answered renewal was sent; undefined once the connection that proved it is
   * gone.
   */
  private proven: Moment | undefined;
  private renewedAtMs = -Infinity;
  private beating: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;
  private readonly hearers = new Set<(lane: string | undefined) => void>();

  private constructor(
    private readonly databaseUrl: string,
    private readonly onError: (error: unknown) => void,
    readonly times: LeaseTimes,
    private readonly clock: DatabaseClock,
  ) {}

  /**
   * @param clock learns the database's time from each renewal
   * @throws whatever prevents the first renewal
   */
  static async open(
    databaseUrl: string,
    onError: (error: unknown) => void,
    times: LeaseTimes = LEASE_TIMES,
    clock = new DatabaseClock(),
  ): Promise<Lease> {
    const lease = new Lease(databaseUrl, onError, times, clock);
    await lease.renew();
    lease.beatOn();
    return lease;
  }

  /**
   * The id under which this process may take jobs now; null while it cannot prove that it is alive.
   * Judged at the moment of the call: a process that stalled, or a machine that slept, has no
   * proof.
   */
  get owner(): string | null {
    const ageMs = this.proven?.ageMs() ?? Infinity;
    return ageMs <= this.times.fenceMs ? (this.held ?? null) : null;
  }

  /** Time since this process last signalled to the others that it is alive, for health checks. */
  get renewedMsAgo(): number {
    return performance.now() - this.renewedAtMs;
  }

  /**
   * Calls `hear` with each lane that has work; undefined: any lane may, after a gap. Returns a
   * function that ends it.
   */
  listen(hear: (lane: string | undefined) => void): () => void {
    this.hearers.add(hear);
    return () => void this.hearers.delete(hear);
  }

  /** Releases the lease, so that no one has to wait for it to expire. Safe to repeat. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    clearTimeout(this.timer);
    await this.beating;
    const { connection, held } = this;
    this.held = undefined;
    if (held !== undefined) await connection?.rows(END, [held]).catch(this.onError);
    await connection?.close();
  }

  private beatOn(): void {
    if (this.closed) return;
    this.timer = setTimeout(() => void this.beat().finally(() => this.beatOn()), this.pauseMs());
  }

  private pauseMs(): number {
    return this.connection ? this.times.renewMs : Math.min(RECONNECT_MS, this.times.renewMs);
  }

  /** Concurrent callers share one renewal. */
  private beat(): Promise<void> {
    if (this.closed) return Promise.resolve();
    return (this.beating ??= this.renew()
      .catch((error: unknown) => this.breakOff(error))
      .finally(() => (this.beating = undefined)));
  }

  private async renew(): Promise<void> {
    const gap = this.connection === undefined;
    const connection = (this.connection ??= await this.connect());
    const sent = Moment.now();
    const renewed = this.held !== undefined && (await this.write(connection, RENEW, this.held));
    if (!renewed) {
      this.held = undefined;
      const owner = randomUUID();
      await this.write(connection, TAKE, owner);
      this.held = owner;
    }
    // The connection may have dropped since it answered.
    if (this.connection === connection) this.proven = sent;
    this.renewedAtMs = performance.now();
    if (gap || !renewed) this.tell(undefined);
  }

  /** @returns whether the lease exists now */
  private async write(connection: LeaseConnection, sql: string, owner: string): Promise<boolean> {
    const askedAtMs = performance.now();
    const [row] = await connection.rows<{ now: Date }>(sql, [
      owner,
      connection.number,
      this.times.holdsMs,
    ]);
    if (row) this.clock.learn(row.now, askedAtMs);
    return row !== undefined;
  }

  private async connect(): Promise<LeaseConnection> {
    const its: { opened?: LeaseConnection; ended?: true } = {};
    its.opened = await LeaseConnection.open({
      databaseUrl: this.databaseUrl,
      onError: this.onError,
      onNotice: (lane) => this.tell(lane),
      onEnd: () => {
        its.ended = true;
        if (its.opened && this.connection === its.opened) this.drop();
      },
    });
    if (its.ended) throw new Error("The connection of the lease ended at once");
    return its.opened;
  }

  /** A process that others cannot see to be alive starts nothing until they can again. */
  private drop(): void {
    this.connection = undefined;
    this.proven = undefined;
  }

  private breakOff(error: unknown): void {
    this.onError(error);
    const { connection } = this;
    this.drop();
    void connection?.close();
  }

  private tell(lane: string | undefined): void {
    for (const hear of this.hearers) hear(lane);
  }
}
