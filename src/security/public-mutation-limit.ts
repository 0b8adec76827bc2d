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
 * A guest who fills a basket asks for its price after each change, and the only effect is an
 * answer.
 */
const QUOTE = "quoteOrder";
const QUOTE_REFILL_MS = 1_000;
const QUOTES_FOR_ORDERS = 1.5;

type Caller = Pick<Context, "viewer" | "remoteAddress" | "locale">;

/**
 * Limits what one address may do without an API key: mutations that anyone may call. They are
 * counted individually, so that aliases gain nothing, and each mutation separately, so that anyone
 * who asked for many quotes can still order. Quotes have a wider limit. Holders of API keys are not
 * limited, because a storefront's own server sends everyone's orders.
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
   * Admits all fields of an operation or none.
   *
   * @throws {RateLimited} if there were too many from this address
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

/** Returns the mutations without @Authorized. Call it once the schema is built. */
function publicMutations(): string[] {
  const open = getMetadataStorage().mutations.filter(({ roles }) => roles === undefined);
  return open.map(({ schemaName }) => schemaName);
}

/**
 * Returns what an order remembers of the address that it came from, without being an address: equal
 * for everything that one customer of a provider may choose from, an IPv4 address or a /56 of IPv6.
 *
 * @param remoteAddress the caller's, as reported by a trusted proxy where there is one
 */
export function sourceOfOrder(secrets: Pick<Secrets, "mac">, remoteAddress: string): string {
  const [narrowest, customers] = addressGroups(remoteAddress);
  return secrets.mac("order-source", (customers ?? narrowest)?.key ?? remoteAddress);
}
