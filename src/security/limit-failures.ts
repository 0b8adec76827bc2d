import { Unauthenticated } from "../errors";
import { AddressLimiter } from "../limits/address-limiter";
import { overLimit } from "../limits/limit-refusal";
import { type Clock } from "../ports/clock";
import { type LimitStore } from "../ports/limit-store";
import { type ContextFor } from "../server/context-for";

/** Wrong credentials of one address: a client that lost its token needs one or two. */
const FAILURES = { burst: 30, refillMs: 1_000 };

/**
 * Answers wrong credentials with RATE_LIMITED once an address has sent too many of them. Right ones
 * always pass: many guests and a restaurant's tablets may share one address, and no key here is
 * short enough to be guessed.
 */
export function limitFailures<Context>(
  contextFor: ContextFor<Context>,
  clock: Clock,
  store?: LimitStore,
): ContextFor<Context> {
  const failures = new AddressLimiter(FAILURES, clock, store);
  return async (caller) => {
    try {
      return await contextFor(caller);
    } catch (error) {
      if (!(error instanceof Unauthenticated)) throw error;
      const waitMs = await failures.takeShared(caller.remoteAddress, 1, "credentials");
      if (waitMs > 0) throw overLimit("credentials", waitMs);
      throw error;
    }
  };
}
