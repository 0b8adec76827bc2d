import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

import { answeredWithin } from "../../src/domain/concurrency/answered-within";
import { eventually } from "../../tests/support/eventually";
import { GatewayClient } from "../../tests/support/gateway-client";
import { customerToken } from "../../tests/support/running-gateway";
import { changeSettings } from "../../tests/support/set-up-branch";
import { ADMIN_KEY } from "../../tests/support/settings";
import { Storefront } from "../../tests/support/storefront";
import { type Basket, Clicks } from "./clicks";
import { type Gateways } from "./gateways";

/** This guest has 350 points in the sandbox's programme. */
const GUEST = "+79990000001";
/**
 * Longer than any outage, and longer than a single gateway takes for everyone who has waited for
 * it.
 */
const PATIENCE_MS = 600_000;
/** Longer than the start of a gateway that finds its database unreachable. */
const NOBODY_MS = 180_000;
/** A guest who has had no answer for this long clicks again. */
const CLICKS_AGAIN_MS = 25_000;
/**
 * Wait before the next click, and at most this many times as long: a branch may be closed for
 * minutes.
 */
const AGAIN_MS = 100;
const MOST_WAITS = 20;
const PROMO_CODE = "ПРОВЕРКА";

const PROMOTE = `mutation ($input: CreatePromotionInput!) {
  createPromotion(input: $input) { promotion { id } userErrors { code field message } }
}`;
const CANCEL = `mutation ($id: ID!, $key: String!) {
  cancelOrder(id: $id, reason: "Гость передумал", idempotencyKey: $key) { userErrors { code } }
}`;

/** What a guest is told when an order is accepted. */
export interface Placed {
  readonly id: string;
  readonly number: string;
  readonly trackingToken: string;
}

/** What an order asks for besides its dishes. */
export interface Wish {
  /** Points to pay with; the guest is then one who has some. */
  readonly points?: string | undefined;
  /** Uses a promo code of Result.Rest, which takes off one rouble. */
  readonly promoCode?: boolean;
  /** The beginning of a slot; a guest who finds it full takes the next one. */
  readonly wantedAt?: Date | undefined;
  /** The article of one more dish, which is omitted when the menu is not selling it. */
  readonly alsoDish?: string | undefined;
}

/**
 * Guests who order and cancel as a storefront does: they repeat the same request at any gateway
 * until one answers.
 */
export class Guests {
  /** When any of them last got an answer, whatever it was. */
  private answeredAt = 0;

  private constructor(
    private readonly input: Basket,
    private readonly gateways: Gateways,
  ) {}

  static async of(client: GatewayClient, branchId: string, gateways: Gateways): Promise<Guests> {
    const terms = {
      name: "Проверка",
      kind: "SUM",
      sum: "1",
      usageLimit: 100_000,
      codes: [PROMO_CODE],
    };
    await client.ask(PROMOTE, { input: { ...terms, branchIds: [branchId] } }, ADMIN_KEY);
    return new Guests((await new Storefront(client, branchId).input()) as Basket, gateways);
  }

  /**
   * Guests whose points cannot be read now, or are unknown to another restaurant, pay with money.
   */
  async order(
    key: string = randomUUID(),
    { points, promoCode = false, wantedAt, alsoDish }: Wish = {},
  ): Promise<Placed> {
    const customer = {
      name: "Гость",
      phone: `+7999${String(randomInt(10_000_000)).padStart(7, "0")}`,
    };
    const usual: Basket = {
      ...this.input,
      customer,
      idempotencyKey: key,
      ...(promoCode && { promoCodes: [PROMO_CODE] }),
      ...(wantedAt && { wantedAt }),
      ...(alsoDish !== undefined && { lines: [...this.input.lines, { article: alsoDish }] }),
    };
    const guest =
      points === undefined
        ? {}
        : { customer: { name: "Анна", phone: GUEST }, pointsToSpend: points };
    const token = points === undefined ? undefined : await customerToken(GUEST, "1d");
    const clicks = new Clicks({ ...usual, ...guest }, customer);
    return this.insist(async (url) => {
      const created = await new Storefront(new GatewayClient(url), "").create(clicks.input, token);
      if (created.order && created.trackingToken !== null)
        return { ...created.order, trackingToken: created.trackingToken };
      return clicks.afterRefusal(created.userErrors.map(({ code }) => code));
    });
  }

  /** An operator cancels an order, as far as it can still be cancelled. */
  async cancel({ id }: Placed): Promise<void> {
    const key = randomUUID();
    await this.insist(async (url) => {
      await new GatewayClient(url).ask(CANCEL, { id, key }, ADMIN_KEY);
      return true;
    });
  }

  /** An operator changes the branch's settings. */
  async change(branchId: string, input: object): Promise<void> {
    await this.insist(async (url) => {
      await changeSettings(new GatewayClient(url), branchId, input);
      return true;
    });
  }

  /**
   * @throws {Error} the error that `ask` resolves to, or that nobody answered in time, with the
   *   outcome of the last try and the state of each gateway
   */
  private async insist<T>(ask: (url: string) => Promise<T | Error | undefined>): Promise<T> {
    const since = Date.now();
    let last: unknown = "no gateway runs";
    let waits = 0;
    const answer = await eventually(async () => {
      const url = this.gateways.oneAlive;
      const told =
        url === undefined ? undefined : await this.told(url, ask(url), (error) => (last = error));
      if (told !== undefined) return told;
      if (Date.now() - Math.max(since, this.answeredAt) > NOBODY_MS)
        return new Error(`Nobody has answered for ${NOBODY_MS} ms: ${String(last)}`);
      await pause(AGAIN_MS * Math.min((waits += 1), MOST_WAITS));
      return undefined;
    }, PATIENCE_MS).catch(
      () => new Error(`Nobody could order or decide for ${PATIENCE_MS} ms: ${String(last)}`),
    );
    if (!(answer instanceof Error)) return answer;
    throw new Error(`${answer.message}\n${await this.gateways.states()}`);
  }

  private async told<T>(
    url: string,
    answer: Promise<T>,
    noAnswer: (error: unknown) => unknown,
  ): Promise<T | undefined> {
    try {
      const told = await answeredWithin(CLICKS_AGAIN_MS, url, answer);
      this.answeredAt = Date.now();
      return told;
    } catch (error) {
      noAnswer(error);
      return undefined;
    }
  }
}
