import { getMetadataStorage } from "type-graphql";

import { type Config } from "../config";
import { type Context } from "../context";
import { addressGroups } from "../limits/address-groups";
import { AddressLimiter } from "../limits/address-limiter";
import { overLimit } from "../limits/limit-refusal";
import { type Clock } from "../ports/clock";
import { type LimitStore } from "../ports/limit-store";
import { type Secrets } from "../ports/secrets";

const REFILL_MS = 3_000;
/**
 * A guest who fills a basket asks for its price with each change, and an answer is all that comes
 * of it.
 */
const QUOTE = "quoteOrder";
const QUOTE_REFILL_MS = 1_000;
const QUOTES_FOR_ORDERS = 1.5;

type Caller = Pick<Context, "viewer" | "remoteAddress" | "locale">;

/**
 * Bounds what one address may do without an API key: mutations that anybody may call, counted one
 * by one, so that aliases gain nothing, and each mutation for itself: whoever asked for many quotes
 * can still order. Quotes have a wider limit. Holders of API keys are not limited: a storefront's
 * own server sends everybody's orders.
 */
export class PublicMutationLimit {
  private readonly names: ReadonlySet<string>;
  /** undefined: no limit. */
  private readonly orders: AddressLimiter | undefined;
  private readonly quotes: AddressLimiter | undefined;

  constructor(
    settings: Pick<Config, "publicMutationBurst" | "publicQuoteBurst">,
    clock: Clock,
    store?: LimitStore,
  ) {
    const { publicMutationBurst: orders, publicQuoteBurst } = settings;
    const quotes = publicQuoteBurst ?? Math.floor(orders * QUOTES_FOR_ORDERS);
    const limiter = (burst: number, refillMs: number) =>
      burst === 0 ? undefined : new AddressLimiter({ burst, refillMs }, clock, store);
    this.orders = limiter(orders, REFILL_MS);
    this.quotes = limiter(quotes, QUOTE_REFILL_MS);
    this.names = new Set(publicMutations());
  }

  /**
   * All of an operation or nothing.
   *
   * @throws {RateLimited} too many from this address
   */
  async admit({ viewer, remoteAddress }: Caller, fields: readonly string[]): Promise<void> {
    if (viewer.kind === "key") return;
    const taken: (() => void)[] = [];
    for (const name of new Set(fields.filter((field) => this.names.has(field)))) {
      const limiter = name === QUOTE ? this.quotes : this.orders;
      const count = fields.filter((field) => field === name).length;
      const waitMs = (await limiter?.takeShared(remoteAddress, count, name)) ?? 0;
      if (waitMs > 0) {
        for (const giveBack of taken) giveBack();
        throw overLimit("requests", waitMs);
      }
      taken.push(() => limiter?.giveBackShared(remoteAddress, count, name));
    }
  }
}

/** The mutations without @Authorized. Call it once the schema is built. */
function publicMutations(): string[] {
  const open = getMetadataStorage().mutations.filter(({ roles }) => roles === undefined);
  return open.map(({ schemaName }) => schemaName);
}

/**
 * What an order remembers of the address that it came from, and no address: equal for all that one
 * customer of a provider may choose from, an address of IPv4 or a /56 of IPv6.
 *
 * @param remoteAddress the caller's, as far as a trusted proxy tells it
 */
export function sourceOfOrder(secrets: Pick<Secrets, "mac">, remoteAddress: string): string {
  const [narrowest, customers] = addressGroups(remoteAddress);
  return secrets.mac("order-source", (customers ?? narrowest)?.key ?? remoteAddress);
}
