import { RateLimited, Unauthenticated } from "../errors";
import { type ContextFor } from "../server/context-for";
import { addressKey } from "./address-key";
import { type RateLimiter } from "./rate-limiter";

/**
 * Answers wrong credentials with RATE_LIMITED once an address has sent too many of them. Right ones always pass: many
 * guests and a restaurant's tablets may share one address, and no key here is short enough to be guessed.
 */
export function limitFailures<Context>(contextFor: ContextFor<Context>, failures: RateLimiter): ContextFor<Context> {
  return async (caller) => {
    try {
      return await contextFor(caller);
    } catch (error) {
      const waitMs = error instanceof Unauthenticated ? failures.take(addressKey(caller.remoteAddress)) : 0;
      if (waitMs > 0) throw new RateLimited("Too many wrong credentials from your address", waitMs);
      throw error;
    }
  };
}
