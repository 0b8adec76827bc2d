import { type Context } from "../context";
import { AddressLimiter } from "../limits/address-limiter";
import { overLimit } from "../limits/limit-refusal";
import { RateLimiter } from "../limits/rate-limiter";
import { type Clock } from "../ports/clock";

/**
 * Work that an address or key may accumulate, in ms of processor time: whole menus of about a
 * hundred branches in one go.
 */
const BURST_MS = 10_000;
/**
 * Cost of writing one plain value, and of what precedes every operation. Approximate, because the
 * actual time is counted afterwards.
 */
const MS_PER_VALUE = 0.0004;
const MS_PER_OPERATION = 0.5;
/**
 * The measured time of an operation counts up to this many times its estimate, because it may have
 * waited while others worked.
 */
const MOST_TIMES = 10;

type Caller = Pick<Context, "viewer" | "remoteAddress"> & Partial<Pick<Context, "locale">>;

/**
 * Limits how much work the queries and subscriptions of one address without an API key, or of one
 * API key, may cause: first by their estimated cost, then by what they actually took. Mutations
 * cause work, too, but are never refused for it: no order is turned away because of what others
 * behind the same address have read.
 */
export class WorkLimit {
  private readonly addresses: AddressLimiter;
  private readonly apiKeys: RateLimiter;

  /** @param percent of one processor's time, in the long run; 0 means no limit */
  constructor(
    private readonly percent: number,
    clock: Clock,
  ) {
    const limit = { burst: BURST_MS, refillMs: 100 / Math.max(percent, 1) };
    this.addresses = new AddressLimiter(limit, clock);
    this.apiKeys = new RateLimiter(limit, clock);
  }

  /**
   * @param values estimated number of values in the answer
   * @throws {RateLimited} if it is too much work for this address or key
   */
  admit(caller: Caller, values: number, isMutation: boolean): void {
    if (this.percent === 0) return;
    const [limiter, key] = this.countedBy(caller);
    const estimate = estimateOf(values);
    if (isMutation) return limiter.charge(key, estimate);
    const waitMs = limiter.take(key, estimate);
    if (waitMs > 0) throw overLimit("work", waitMs);
  }

  /** Corrects the difference between the estimate and the actual time. */
  settle(caller: Caller, values: number, tookMs: number): void {
    if (this.percent === 0) return;
    const [limiter, key] = this.countedBy(caller);
    const estimate = estimateOf(values);
    const counted = Math.min(tookMs, estimate * MOST_TIMES);
    if (counted > estimate) limiter.charge(key, counted - estimate);
    else limiter.giveBack(key, estimate - counted);
  }

  private countedBy({
    viewer,
    remoteAddress,
  }: Caller): readonly [AddressLimiter | RateLimiter, string] {
    return viewer.kind === "key" ? [this.apiKeys, viewer.keyId] : [this.addresses, remoteAddress];
  }
}

function estimateOf(values: number): number {
  return MS_PER_OPERATION + values * MS_PER_VALUE;
}
