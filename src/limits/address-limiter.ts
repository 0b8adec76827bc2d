import { type Clock } from "../ports/clock";
import { type LimitBucket, type LimitStore } from "../ports/limit-store";
import { addressGroups } from "./address-groups";
import { type RateLimit, RateLimiter } from "./rate-limiter";

/**
 * A rate limit per client address: every group containing the address is counted, wider ones with
 * wider limits. This process counts on its own and, given a store, together with all others.
 */
export class AddressLimiter {
  private readonly limiters = new Map<number, RateLimiter>();

  /** @param limit for a single address */
  constructor(
    private readonly limit: RateLimit,
    private readonly clock: Clock,
    private readonly store?: LimitStore,
  ) {}

  /**
   * Takes `count` from all groups of the address, or nothing.
   *
   * @param purpose counted separately from others, under the same limit
   * @returns 0, or the number of milliseconds until there will be enough
   */
  take(address: string, count = 1, purpose = ""): number {
    const taken: (() => void)[] = [];
    // Widest first: when it stops a caller, nothing is remembered about the narrower ones.
    for (const { key, times } of addressGroups(address).toReversed()) {
      const limiter = this.limiterFor(times);
      const name = named(purpose, key);
      const waitMs = limiter.take(name, count);
      if (waitMs > 0) {
        for (const giveBack of taken) giveBack();
        return waitMs;
      }
      taken.push(() => limiter.giveBack(name, count));
    }
    return 0;
  }

  /**
   * Like `take`, but from the budget that all processes share. A caller that was refused is refused
   * without asking again until the wait is over.
   */
  async takeShared(address: string, count: number, purpose: string): Promise<number> {
    const waitMs = this.take(address, count, purpose);
    if (waitMs > 0 || !this.store) return waitMs;
    const sharedMs = await this.store.take(this.buckets(address, purpose), count);
    if (sharedMs > 0) {
      this.giveBack(address, count, purpose);
      for (const { key, times } of addressGroups(address).slice(0, 1)) {
        this.limiterFor(times).drain(named(purpose, key), sharedMs, count);
      }
    }
    return sharedMs;
  }

  /** Takes what was already used, even if not that much is left. */
  charge(address: string, count: number, purpose = ""): void {
    for (const { key, times } of addressGroups(address))
      this.limiterFor(times).charge(named(purpose, key), count);
  }

  /** Returns what was taken but turned out not to count. */
  giveBack(address: string, count: number, purpose = ""): void {
    for (const { key, times } of addressGroups(address))
      this.limiterFor(times).giveBack(named(purpose, key), count);
  }

  giveBackShared(address: string, count: number, purpose: string): void {
    this.giveBack(address, count, purpose);
    this.store?.giveBack(this.buckets(address, purpose), count);
  }

  private buckets(address: string, purpose: string): LimitBucket[] {
    return addressGroups(address).map(({ key, times }) => ({
      key: named(purpose, key),
      ...this.widened(times),
    }));
  }

  private limiterFor(times: number): RateLimiter {
    const known = this.limiters.get(times);
    if (known) return known;
    const limiter = new RateLimiter({ ...this.limit, ...this.widened(times) }, this.clock);
    this.limiters.set(times, limiter);
    return limiter;
  }

  private widened(times: number): { readonly burst: number; readonly refillMs: number } {
    const { burst, refillMs } = this.limit;
    return { burst: Math.floor(burst * times), refillMs: refillMs / times };
  }
}

/** Purposes are defined by us and contain no blanks. */
function named(purpose: string, network: string): string {
  return `${purpose} ${network}`;
}
