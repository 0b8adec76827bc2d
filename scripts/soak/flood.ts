import { randomUUID } from "node:crypto";

import { type Random } from "../proof/random";
import { AddressedClient } from "./addressed-client";

const SENDERS = 10;
/** Per sender: a gateway that answers slowly receives fewer requests. */
const MOST_UNDER_WAY = 4;

const CREATE =
  "mutation ($input: CreateOrderInput!) { createOrder(input: $input) { order { id } userErrors { code } } }";
const QUOTE =
  "mutation ($input: QuoteInput!) { quoteOrder(input: $input) { quote { id } userErrors { code } } }";
const TRACK = 'subscription { trackOrder(token: "nobody\'s") { id } }';

/**
 * Ten senders of requests that no real guest would send: false orders, impossible baskets, long and
 * costly queries, sockets.
 */
export class Flood {
  readonly sent: Record<string, number> = {};
  private readonly senders: NodeJS.Timeout[] = [];
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly url: string,
    private readonly input: { readonly branchId?: string },
    private readonly random: Random,
    /** For all senders together. */
    private readonly perSecond: number,
  ) {}

  start(): void {
    for (let number = 0; number < SENDERS; number += 1) {
      // Half of them choose among the addresses of a network of their own.
      const addressOf = () =>
        number % 2 === 0
          ? `198.51.100.${number}`
          : `2001:db8:0:${number}::${this.wholeBelow(65_536).toString(16)}`;
      let own = 0;
      const timer = setInterval(
        () => {
          if (own >= MOST_UNDER_WAY) return;
          own += 1;
          const sending = this.send(addressOf()).finally(() => {
            own -= 1;
            this.underWay.delete(sending);
          });
          this.underWay.add(sending);
        },
        (1_000 * SENDERS) / this.perSecond,
      );
      this.senders.push(timer);
    }
  }

  async stop(): Promise<void> {
    this.senders.splice(0).forEach((timer) => clearInterval(timer));
    await Promise.all(this.underWay);
  }

  /** The outcome is ignored. */
  private async send(address: string): Promise<void> {
    const client = new AddressedClient(this.url, address);
    const kinds: Readonly<Record<string, () => Promise<unknown>>> = {
      "false orders": () => client.post({ query: CREATE, variables: { input: this.falseOrder() } }),
      "impossible baskets": () =>
        client.post({ query: QUOTE, variables: { input: this.impossibleBasket() } }),
      "long queries": () =>
        client.post({ query: `{ ${"__typename ".repeat(this.wholeBelow(8_000))} }` }),
      "costly queries": () => client.post({ query: this.costlyQuery() }),
      sockets: () => client.socket(TRACK),
    };
    const kind = this.random.one(Object.keys(kinds));
    this.sent[kind] = (this.sent[kind] ?? 0) + 1;
    await kinds[kind]?.().catch(() => undefined);
  }

  /** Half of them use the same phone, the others made-up ones. */
  private falseOrder(): object {
    const phone = this.random.chance(0.5)
      ? "+79005550021"
      : `+7900${String(this.wholeBelow(1e7)).padStart(7, "0")}`;
    return { ...this.input, idempotencyKey: randomUUID(), customer: { name: "Никто", phone } };
  }

  private impossibleBasket(): object {
    const lines = Array.from({ length: 100 }, (_, place) => ({
      article: String(this.wholeBelow(100_000)),
      options: Array.from({ length: place % 10 }, () => ({
        article: String(this.wholeBelow(1_000)),
      })),
    }));
    return { branchId: this.input.branchId, fulfilment: "PICKUP", lines };
  }

  private costlyQuery(): string {
    const list = `sections(first: ${1 + this.wholeBelow(100)}) { nodes { products(first: 100) { nodes { id name } } } }`;
    return `{ branches(first: ${1 + this.wholeBelow(100)}) { nodes { id ${list} } } }`;
  }

  private wholeBelow(limit: number): number {
    return Math.floor(this.random.between(0, limit));
  }
}
