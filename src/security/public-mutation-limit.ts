import { getMetadataStorage } from "type-graphql";

import { type Context } from "../context";
import { RateLimited } from "../errors";
import { AddressLimiter } from "../limits/address-limiter";
import { type Clock } from "../ports/clock";

const REFILL_MS = 3_000;

/**
 * Bounds what one address may do without an API key: mutations that anybody may call, counted one by one, so that
 * aliases gain nothing, and each mutation for itself: whoever asked for many quotes can still order. Holders of API keys are not limited: a storefront's own server sends everybody's orders.
 */
export class PublicMutationLimit {
  private readonly limiter: AddressLimiter;
  private readonly names: ReadonlySet<string>;

  /** @param burst of each mutation this many at once, then one every 3 s; 0 is no limit */
  constructor(
    private readonly burst: number,
    clock: Clock,
  ) {
    this.limiter = new AddressLimiter({ burst, refillMs: REFILL_MS }, clock);
    this.names = new Set(publicMutations());
  }

  /**
   * All of an operation or nothing.
   *
   * @throws {RateLimited} too many from this address
   */
  admit({ viewer, remoteAddress }: Pick<Context, "viewer" | "remoteAddress">, fields: readonly string[]): void {
    if (viewer.kind === "key" || this.burst === 0) return;
    const taken: (readonly [name: string, count: number])[] = [];
    for (const name of new Set(fields.filter((field) => this.names.has(field)))) {
      const count = fields.filter((field) => field === name).length;
      const waitMs = this.limiter.take(remoteAddress, count, name);
      if (waitMs > 0) {
        for (const [other, others] of taken) this.limiter.giveBack(remoteAddress, others, other);
        throw new RateLimited("Too many requests from your address", waitMs);
      }
      taken.push([name, count]);
    }
  }
}

/** The mutations without @Authorized. Call it once the schema is built. */
function publicMutations(): string[] {
  const open = getMetadataStorage().mutations.filter(({ roles }) => roles === undefined);
  return open.map(({ schemaName }) => schemaName);
}
