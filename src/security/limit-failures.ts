import { RateLimited, Unauthenticated } from "../errors";
import { AddressLimiter } from "../limits/address-limiter";
import { type Clock } from "../ports/clock";
import { type ContextFor } from "../server/context-for";

/** Wrong credentials of one address: a client that lost its token needs one or two. */
const FAILURES = { burst: 30, refillMs: 1_000 };

/**
 * Answers wrong credentials with RATE_LIMITED once an address has sent too many of them. Right ones always pass: many
 * guests and a restaurant's tablets may share one address, and no key here is short enough to be guessed.
 */
export function limitFailures<Context>(contextFor: ContextFor<Context>, clock: Clock): ContextFor<Context> {
  const failures = new AddressLimiter(FAILURES, clock);
  return async (caller) => {
    try {
      return await contextFor(caller);
    } catch (error) {
      const waitMs = error instanceof Unauthenticated ? failures.take(caller.remoteAddress) : 0;
      if (waitMs > 0) throw new RateLimited("Too many wrong credentials from your address", waitMs);
      throw error;
    }
  };
}
