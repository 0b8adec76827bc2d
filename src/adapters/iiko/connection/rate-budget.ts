import { PosRateLimited } from "../../../errors";
import { type PermitBucket, type PermitGrant, type PermitStore } from "../../../ports/permit-store";
import { Rank } from "./restriction-groups";

interface Waiter {
  readonly rank: Rank;
  /** Order among waiters of the same rank: the lower goes first. */
  readonly place: number;
  readonly deadline: number;
  readonly timer: NodeJS.Timeout;
  readonly proceed: () => void;
  readonly fail: (error: unknown) => void;
}

/** Extra permit taken for the next call while the bucket is well filled. */
const AHEAD = 1;
/**
 * Permits that orders further back in their line leave in the bucket, so that the next guest's
 * order finds one however many of them wait. Over time, just as many calls go out.
 */
const SPARE_FOR_THE_NEXT = 2;
/** Asking more often than this for the same calls would mean one query per permit. */
const SHORTEST_PAUSE_MS = 25;
/** A missed wake-up causes no longer delay than this. */
const LONGEST_PAUSE_MS = 1_000;

/**
 * The calls of one key in one restriction group that wait for a permit in this process. Permits are
 * fetched for all waiting calls together, the lowest rank first.
 */
export class RateBudget {
  private readonly waiters: Waiter[] = [];
  private stock = 0;
  private stockEndsAt = 0;
  private asking = false;
  private retry: { readonly timer: NodeJS.Timeout; readonly rank: Rank } | undefined;

  constructor(
    private readonly bucket: PermitBucket,
    private readonly store: PermitStore,
    private readonly process: string,
    private readonly onGrant: (grant: PermitGrant) => void,
  ) {}

  /**
   * Resolves when the call may go out.
   *
   * @param place position among the calls of that rank that wait in this process, in milliseconds
   *   of some clock: the lower goes first
   * @throws {PosRateLimited} the call may not go out within `patienceMs`; nothing was sent
   */
  enter(rank: Rank, patienceMs: number, place = Date.now()): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        rank,
        place,
        deadline: performance.now() + patienceMs,
        timer: setTimeout(
          () => this.refuse(waiter, this.waiters.length / this.bucket.perSecond, true),
          patienceMs,
        ),
        proceed: resolve,
        fail: reject,
      };
      const behind = this.waiters.findIndex(
        (other) => other.rank > rank || (other.rank === rank && other.place > place),
      );
      this.waiters.splice(behind < 0 ? this.waiters.length : behind, 0, waiter);
      // A call that goes first does not wait for the next turn of those behind it.
      if (this.retry && rank < this.retry.rank) this.forgetRetry();
      this.serve();
    });
  }

  /**
   * Ends a call of an exclusive group. Never fails: a lease that could not be released expires on
   * its own.
   */
  async leave(): Promise<void> {
    if (!this.exclusive) return;
    await this.store.release(this.bucket, this.process).catch(() => undefined);
    this.refresh();
  }

  /**
   * Something has changed in the store: extra permits are given up, and waiting calls ask again.
   */
  refresh(): void {
    if (!this.exclusive) this.stock = 0;
    this.forgetRetry();
    this.serve();
  }

  close(): void {
    this.forgetRetry();
    for (const waiter of [...this.waiters]) this.refuse(waiter, 1, true);
  }

  private serve(): void {
    if (!this.exclusive && performance.now() > this.stockEndsAt) this.stock = 0;
    this.hand();
    if (this.exclusive && this.stock > 0) {
      // The caller that asked for the permit has given up in the meantime.
      this.stock = 0;
      void this.leave();
    }
    const first = this.waiters[0];
    if (!first || this.asking || this.retry) return;
    this.asking = true;
    const { rank } = first;
    this.ask(rank)
      .then(
        (grant) => this.take(grant, rank),
        // Without the store there is no way to know what is allowed.
        (error: unknown) =>
          this.waiters.slice().forEach((waiter) => this.settle(waiter)?.fail(error)),
      )
      .finally(() => {
        this.asking = false;
        this.serve();
      });
  }

  private hand(): void {
    while (this.stock > 0 && this.waiters.length > 0) {
      this.stock -= 1;
      this.settle(this.waiters[0])?.proceed();
    }
  }

  private get exclusive(): boolean {
    return this.bucket.exclusiveForMs !== null;
  }

  private ask(rank: Rank): Promise<PermitGrant> {
    const needed = this.exclusive
      ? 1
      : this.waiters.filter((waiter) => waiter.rank === rank).length;
    const ahead = this.exclusive ? 0 : AHEAD;
    const spare = rank === Rank.ORDER_BEHIND ? SPARE_FOR_THE_NEXT : 0;
    return this.store.reserve(this.bucket, { process: this.process, needed, ahead, spare, rank });
  }

  private take(grant: PermitGrant, rank: Rank): void {
    this.onGrant(grant);
    this.stock += grant.granted;
    // Held permits shift calls in time: holding them for half a permit's time keeps every minute
    // within its budget.
    this.stockEndsAt = performance.now() + Math.min(250, 500 / this.bucket.perSecond);
    this.hand();
    const tooLate = performance.now() + grant.pausedMs;
    for (const waiter of [...this.waiters]) {
      if (grant.pausedMs > 0 && waiter.deadline < tooLate)
        this.refuse(waiter, grant.pausedMs / 1000, false);
    }
    if (grant.retryInMs <= 0) return;
    const delayMs = Math.min(Math.max(grant.retryInMs, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
    const again = () => {
      this.retry = undefined;
      this.serve();
    };
    this.retry = { timer: setTimeout(again, delayMs), rank };
  }

  /** @param ours whether the budget is used up; otherwise iiko has asked for a pause */
  private refuse(waiter: Waiter, seconds: number, ours: boolean): void {
    const retryAfterMs = Math.ceil(Math.max(1, seconds) * 1000);
    const text = `The calls that iiko allows for "${this.bucket.group}" are used up`;
    this.settle(waiter)?.fail(new PosRateLimited(text, { retryAfterMs, unsent: ours }));
  }

  /** Removes the waiter from the queue; returns undefined when it was already removed. */
  private settle(waiter: Waiter | undefined): Waiter | undefined {
    const place = waiter ? this.waiters.indexOf(waiter) : -1;
    if (place < 0) return undefined;
    this.waiters.splice(place, 1);
    clearTimeout(waiter?.timer);
    return waiter;
  }

  private forgetRetry(): void {
    clearTimeout(this.retry?.timer);
    this.retry = undefined;
  }
}
