import { type Clock } from "../ports/clock";

interface Bucket {
  /** What was left at time `at`. */
  readonly left: number;
  readonly at: number;
}

export interface RateLimit {
  /** Number allowed immediately. */
  readonly burst: number;
  /** One more is allowed after each pause of this length. */
  readonly refillMs: number;
  /**
   * The most callers remembered; the one that has been quiet longest is forgotten first. Default 50
   * 000, about 10 MB.
   */
  readonly maxKeys?: number;
}

/** Token buckets, one per key, in this process's memory. */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly limit: RateLimit,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes `count` or nothing. Returns 0, or the number of milliseconds until there will be enough.
   */
  take(key: string, count = 1): number {
    const { burst, refillMs, maxKeys = 50_000 } = this.limit;
    const now = this.clock.now().getTime();
    const known = this.buckets.get(key);
    const left = known
      ? Math.min(burst, known.left + Math.max(now - known.at, 0) / refillMs)
      : burst;
    const missing = count - left;
    // Deleted and set again, which keeps the map in order of last use.
    this.buckets.delete(key);
    if (this.buckets.size >= maxKeys) this.forgetOldest();
    this.buckets.set(key, { left: missing > 0 ? left : left - count, at: now });
    return missing > 0 ? Math.ceil(missing * refillMs) : 0;
  }

  /**
   * Takes what was already used, even if not that much is left: up to a whole burst may be owed.
   */
  charge(key: string, count: number): void {
    this.take(key, 0);
    const known = this.buckets.get(key);
    if (known)
      this.buckets.set(key, { ...known, left: Math.max(known.left - count, -this.limit.burst) });
  }

  /** Returns what was taken but turned out not to count. */
  giveBack(key: string, count: number): void {
    const known = this.buckets.get(key);
    if (known)
      this.buckets.set(key, { ...known, left: Math.min(this.limit.burst, known.left + count) });
  }

  /** Records that, according to someone else, `count` will be available only after `waitMs`. */
  drain(key: string, waitMs: number, count: number): void {
    const { burst, refillMs } = this.limit;
    const known = this.buckets.get(key);
    if (known)
      this.buckets.set(key, {
        ...known,
        left: Math.min(known.left, burst, count - waitMs / refillMs),
      });
  }

  get size(): number {
    return this.buckets.size;
  }

  private forgetOldest(): void {
    const [oldest] = this.buckets.keys();
    if (oldest !== undefined) this.buckets.delete(oldest);
  }
}
