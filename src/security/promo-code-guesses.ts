import { type Context } from "../context";
import { AddressLimiter } from "../limits/address-limiter";
import { overLimit } from "../limits/limit-refusal";
import { type Clock } from "../ports/clock";
import { type LimitStore } from "../ports/limit-store";

/** People mistype; guessing programs go on all day. */
const LIMIT = { burst: 20, refillMs: 30_000 };

const PURPOSE = "promo-codes";

type Caller = Pick<Context, "viewer" | "remoteAddress" | "locale">;

/**
 * Limits how many wrong promo codes one address may try without an API key. Codes are short: once
 * it has tried too many, correct ones are not accepted either, or it could go on guessing.
 */
export class PromoCodeGuesses {
  private readonly limiter: AddressLimiter;

  constructor(clock: Clock, store?: LimitStore) {
    this.limiter = new AddressLimiter(LIMIT, clock, store);
  }

  /**
   * Charges codes before it is known whether they are right; right ones are given back.
   *
   * @throws {RateLimited} if there were too many wrong ones from this address
   */
  async take({ viewer, remoteAddress }: Caller, codes: number): Promise<void> {
    if (viewer.kind === "key" || codes === 0) return;
    const waitMs = await this.limiter.takeShared(remoteAddress, codes, PURPOSE);
    if (waitMs > 0) throw overLimit("promoCodes", waitMs);
  }

  giveBack({ viewer, remoteAddress }: Caller, codes: number): void {
    if (viewer.kind !== "key" && codes > 0)
      this.limiter.giveBackShared(remoteAddress, codes, PURPOSE);
  }
}
