import { getMetadataStorage } from "type-graphql";

import { type Context } from "../context";
import { RateLimited } from "../errors";
import { type Clock } from "../ports/clock";
import { addressKey } from "./address-key";
import { RateLimiter } from "./rate-limiter";

const REFILL_MS = 3_000;

/**
 * Bounds what one address may do without an API key: mutations that anybody may call, counted one by one, so that
 * aliases gain nothing, and each mutation for itself: whoever asked for many quotes can still order. Holders of API keys are not limited: a storefront's own server sends everybody's orders.
 */
export class PublicMutationLimit {
  private readonly limiter: RateLimiter;
  private readonly names: ReadonlySet<string>;

  /** @param burst of each mutation this many at once, then one every 3 s; 0 is no limit */
  constructor(
    private readonly burst: number,
    clock: Clock,
  ) {
    this.limiter = new RateLimiter({ burst, refillMs: REFILL_MS }, clock);
    this.names = new Set(publicMutations());
  }

  /**
   * All of an operation or nothing.
   *
   * @throws {RateLimited} too many from this address
   */
  admit({ viewer, remoteAddress }: Pick<Context, "viewer" | "remoteAddress">, fields: readonly string[]): void {
    if (viewer.kind === "key" || this.burst === 0) return;
    const taken: (readonly [key: string, count: number])[] = [];
    for (const name of new Set(fields.filter((field) => this.names.has(field)))) {
      const key = `${name} ${addressKey(remoteAddress)}`;
      const count = fields.filter((field) => field === name).length;
      const waitMs = this.limiter.take(key, count);
      if (waitMs > 0) {
        taken.forEach((each) => this.limiter.giveBack(...each));
        throw new RateLimited("Too many requests from your address", waitMs);
      }
      taken.push([key, count]);
    }
  }
}

/** The mutations without @Authorized. Call it once the schema is built. */
function publicMutations(): string[] {
  const open = getMetadataStorage().mutations.filter(({ roles }) => roles === undefined);
  return open.map(({ schemaName }) => schemaName);
}
