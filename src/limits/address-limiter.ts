import { type Clock } from "../ports/clock";
import { type LimitBucket, type LimitStore } from "../ports/limit-store";
import { addressGroups } from "./address-groups";
import { type RateLimit, RateLimiter } from "./rate-limiter";

/**
 * A rate limit per client address: all groups that the address is in are counted, the wider ones
 * with wider limits. This process counts for itself, and with a store together with all others.
 */
export class AddressLimiter {
  private readonly limiters = new Map<number, RateLimiter>();

  /** @param limit of a single address */
  constructor(
    private readonly limit: RateLimit,
    private readonly clock: Clock,
    private readonly store?: LimitStore,
  ) {}

  /**
   * Takes `count` from all groups of the address or nothing.
   *
   * @param purpose what is counted apart from others, by the same limit
   * @returns 0, or after how many milliseconds there will be enough
   */
  take(address: string, count = 1, purpose = ""): number {
    const taken: (() => void)[] = [];
    // The widest first: who is stopped by it makes us remember nothing of the narrower ones.
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
   * As `take`, from what all processes count together. Who is refused once is refused without
   * asking for that long.
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

  /** Takes what was used already, even if there is not so much left. */
  charge(address: string, count: number, purpose = ""): void {
    for (const { key, times } of addressGroups(address))
      this.limiterFor(times).charge(named(purpose, key), count);
  }

  /** Puts back what was taken and turned out not to count. */
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

/** Purposes are ours and have no blank in them. */
function named(purpose: string, network: string): string {
  return `${purpose} ${network}`;
}
