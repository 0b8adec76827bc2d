import { randomUUID } from "node:crypto";

import { eventually } from "../../tests/support/eventually";
import { GatewayClient } from "../../tests/support/gateway-client";
import { ADMIN_KEY, customerToken } from "../../tests/support/running-gateway";
import { Storefront } from "../../tests/support/storefront";

/** Has 350 points with the sandbox's programme. */
const GUEST = "+79990000001";
/** Longer than any outage. */
const PATIENCE_MS = 120_000;
const PROMO_CODE = "ПРОВЕРКА";

const PROMOTE = `mutation ($input: CreatePromotionInput!) {
  createPromotion(input: $input) { promotion { id } userErrors { code field message } }
}`;
const CANCEL = `mutation ($id: ID!, $key: String!) {
  cancelOrder(id: $id, reason: "Гость передумал", idempotencyKey: $key) { userErrors { code } }
}`;

/** What a guest is told when an order is taken. */
export interface Placed {
  readonly id: string;
  readonly number: string;
  readonly trackingToken: string;
}

/** What an order asks for beside its dishes. */
export interface Wish {
  /** That are to pay; the guest is one who has some then. */
  readonly points?: string | undefined;
  /** With a promo code of Result.Rest's, which takes a rouble off. */
  readonly promoCode?: boolean;
}

/** People who order and cancel as a storefront does: the same again and again, at any gateway, until one answers. */
export class Guests {
  private constructor(
    private readonly input: object,
    private readonly gateway: () => string | undefined,
  ) {}

  /** @param gateway the address of one that runs, whichever */
  static async of(client: GatewayClient, branchId: string, gateway: () => string | undefined): Promise<Guests> {
    const terms = { name: "Проверка", kind: "SUM", sum: "1", usageLimit: 100_000, codes: [PROMO_CODE] };
    await client.ask(PROMOTE, { input: { ...terms, branchIds: [branchId] } }, ADMIN_KEY);
    return new Guests(await new Storefront(client, branchId).input(), gateway);
  }

  /** Guests whose points nobody can read now pay with money. */
  async order(key: string = randomUUID(), { points, promoCode = false }: Wish = {}): Promise<Placed> {
    const usual = { ...this.input, idempotencyKey: key, ...(promoCode && { promoCodes: [PROMO_CODE] }) };
    const guest = points === undefined ? {} : { customer: { name: "Анна", phone: GUEST }, bonusToSpend: points };
    const token = points === undefined ? undefined : await customerToken(GUEST, "1d");
    let input = { ...usual, ...guest };
    return this.insist(async (url) => {
      const created = await new Storefront(new GatewayClient(url), "").create(input, token);
      if (created.order && created.trackingToken !== null)
        return { ...created.order, trackingToken: created.trackingToken };
      const refusals = created.userErrors;
      if (refusals.some(({ code }) => !code.startsWith("UPSTREAM_"))) return new Error(JSON.stringify(refusals));
      if (refusals.length > 0) input = usual;
      return undefined;
    });
  }

  /** An operator cancels an order, as far as it can be cancelled then. */
  async cancel({ id }: Placed): Promise<void> {
    const key = randomUUID();
    await this.insist(async (url) => {
      await new GatewayClient(url).ask(CANCEL, { id, key }, ADMIN_KEY);
      return true;
    });
  }

  /** @throws {Error} what `ask` resolves to */
  private async insist<T>(ask: (url: string) => Promise<T | Error | undefined>): Promise<T> {
    const answer = await eventually(async () => {
      const url = this.gateway();
      const told = url === undefined ? undefined : await ask(url).catch(() => undefined);
      if (told === undefined) await new Promise((resolve) => setTimeout(resolve, 100));
      return told;
    }, PATIENCE_MS);
    if (answer instanceof Error) throw answer;
    return answer;
  }
}
