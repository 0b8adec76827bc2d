import { type Clock } from "../ports/clock";
import { addressGroups } from "./address-groups";
import { type RateLimit, RateLimiter } from "./rate-limiter";

/** A rate limit per client address: all groups that the address is in are counted, the wider ones with wider limits. */
export class AddressLimiter {
  private readonly limiters = new Map<number, RateLimiter>();

  /** @param limit of a single address */
  constructor(
    private readonly limit: RateLimit,
    private readonly clock: Clock,
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
      const named = `${purpose} ${key}`;
      const waitMs = limiter.take(named, count);
      if (waitMs > 0) {
        for (const giveBack of taken) giveBack();
        return waitMs;
      }
      taken.push(() => limiter.giveBack(named, count));
    }
    return 0;
  }

  /** Puts back what was taken and turned out not to count. */
  giveBack(address: string, count: number, purpose = ""): void {
    for (const { key, times } of addressGroups(address)) this.limiterFor(times).giveBack(`${purpose} ${key}`, count);
  }

  private limiterFor(times: number): RateLimiter {
    const known = this.limiters.get(times);
    if (known) return known;
    const { burst, refillMs, ...more } = this.limit;
    const limiter = new RateLimiter(
      { burst: Math.floor(burst * times), refillMs: refillMs / times, ...more },
      this.clock,
    );
    this.limiters.set(times, limiter);
    return limiter;
  }
}
