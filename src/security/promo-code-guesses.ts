import { type Context } from "../context";
import { RateLimited } from "../errors";
import { AddressLimiter } from "../limits/address-limiter";
import { type Clock } from "../ports/clock";

/** People mistype; programs that guess do so all day. */
const LIMIT = { burst: 20, refillMs: 30_000 };

type Caller = Pick<Context, "viewer" | "remoteAddress">;

/**
 * Bounds how many wrong promo codes one address may try without an API key. Codes are short: once it has tried too many,
 * right ones are not taken either, or it could go on guessing.
 */
export class PromoCodeGuesses {
  private readonly limiter: AddressLimiter;

  constructor(clock: Clock) {
    this.limiter = new AddressLimiter(LIMIT, clock);
  }

  /**
   * Before it is known whether they are right; what is right is given back.
   *
   * @throws {RateLimited} too many wrong ones from this address
   */
  take({ viewer, remoteAddress }: Caller, codes: number): void {
    if (viewer.kind === "key" || codes === 0) return;
    const waitMs = this.limiter.take(remoteAddress, codes);
    if (waitMs > 0) throw new RateLimited("Too many wrong promo codes from your address", waitMs);
  }

  giveBack({ viewer, remoteAddress }: Caller, codes: number): void {
    if (viewer.kind !== "key" && codes > 0) this.limiter.giveBack(remoteAddress, codes);
  }
}
