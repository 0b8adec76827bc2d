import { PosRateLimited } from "../../../errors";
import { type PermitBucket, type PermitGrant, type PermitStore } from "../../../ports/permit-store";
import { Rank } from "./restriction-groups";

interface Waiter {
  readonly rank: Rank;
  /** Among those of its rank: the lower goes first. */
  readonly place: number;
  readonly deadline: number;
  readonly timer: NodeJS.Timeout;
  readonly proceed: () => void;
  readonly fail: (error: unknown) => void;
}

/** Taken on top while the bucket is well filled, for the call that follows. */
const AHEAD = 1;
/**
 * Left in the bucket by orders that stand behind in their line: the next guest's order finds a
 * permit there, however many of them wait. Over time just as many calls go out.
 */
const SPARE_FOR_THE_NEXT = 2;
/** Asking more often than this for the same calls would be one query per permit. */
const SHORTEST_PAUSE_MS = 25;
/** A missed wake-up costs no more than this. */
const LONGEST_PAUSE_MS = 1_000;

/**
 * The calls of one key in one restriction group that wait for a permit in this process. Permits are
 * fetched for all that wait together, the lowest rank first.
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
   * @param place among the calls of that rank that wait in this process, in milliseconds of some
   * clock: the lower goes first
   * @throws {PosRateLimited} it may not within `patienceMs`; nothing was sent
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
      // Whoever goes first does not wait for the next turn of those behind.
      if (this.retry && rank < this.retry.rank) this.forgetRetry();
      this.serve();
    });
  }

  /**
   * Ends a call of an exclusive group. Never fails: a lease that could not be given back ends by
   * itself.
   */
  async leave(): Promise<void> {
    if (!this.exclusive) return;
    await this.store.release(this.bucket, this.process).catch(() => undefined);
    this.refresh();
  }

  /**
   * Something has changed in the store: what was taken on top is given up, and whoever waits asks
   * anew.
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
      // Whoever asked has given up meanwhile.
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
        // Without the store there is no telling what is allowed.
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
    // Held permits shift calls in time: half a permit's time keeps every minute within its budget.
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

  /** @param ours the budget is used up; otherwise iiko has asked for a pause */
  private refuse(waiter: Waiter, seconds: number, ours: boolean): void {
    const retryAfterMs = Math.ceil(Math.max(1, seconds) * 1000);
    const text = `The calls that iiko allows for "${this.bucket.group}" are used up`;
    this.settle(waiter)?.fail(new PosRateLimited(text, { retryAfterMs, unsent: ours }));
  }

  /** Takes the waiter out of the queue; undefined when that has happened before. */
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
