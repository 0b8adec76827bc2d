import { randomUUID } from "node:crypto";

import { Client } from "pg";

import { demoDiscounts } from "../../sandbox/restaurant/demo-dictionaries";
import { eventually, eventuallyIs } from "../support/eventually";
import { KillableGateway } from "../support/killable-gateway";
import { changeSettings } from "../support/set-up-branch";
import { ADMIN_KEY } from "../support/settings";
import { type Storefront } from "../support/storefront";

const BEGIN = `mutation ($input: CreatePromotionInput!) {
  createPromotion(input: $input) { promotion { id } userErrors { code field } }
}`;
const USES = "query ($id: ID!) { promotion(id: $id) { uses } }";
const CREATE = `mutation ($input: CreateOrderInput!) {
  createOrder(input: $input) { order { id number } userErrors { code field } }
}`;
const CODE = "ОДИН-РАЗ";
/** Several polls: without its web hook, the gateway learns of a cancellation from the next poll. */
const PATIENCE_MS = 90_000;

/** Records every return, so that a second one would show. */
const COUNT_RETURNS = `
  create table returns (order_id uuid);
  create function note_return() returns trigger language plpgsql as
    $$ begin insert into returns values (new.order_id); return new; end $$;
  create trigger note_return after update on promo_uses for each row execute function note_return();`;

interface Created {
  readonly createOrder: {
    readonly order: { readonly id: string; readonly number: string } | null;
    readonly userErrors: readonly { readonly code: string }[];
  };
}

it("a promo code is released once when its order is cancelled while the gateway is down, and can be used again", async () => {
  const gateway = await KillableGateway.start();
  const database = new Client({ connectionString: gateway.database.url });
  try {
    await database.connect();
    await database.query(COUNT_RETURNS);
    const storefront = await gateway.storefront();
    await changeSettings(gateway.client, storefront.branchId, {
      universalDiscountId: demoDiscounts[0]!.id,
    });
    const promotionId = await begin(gateway, storefront);
    const [first, second] = [await order(gateway, storefront), await order(gateway, storefront)];
    expect(second.userErrors.map(({ code }) => code)).toEqual(["PROMO_USAGE_EXCEEDED"]);
    const { number } = first.order!;
    await eventually(async () => (await gateway.sandbox.inTill(number)).length === 1);

    await gateway.kill();
    const [inTill] = await gateway.sandbox.inTill(number);
    await gateway.sandbox.send("POST", `orders/${inTill!.id}/status`, { status: "Cancelled" });
    await gateway.revive();
    await eventuallyIs(() => usesOf(gateway, promotionId), 0, PATIENCE_MS);
    await gateway.kill();
    await gateway.revive();

    expect((await order(gateway, storefront)).order).not.toBeNull();
    expect(await usesOf(gateway, promotionId)).toBe(1);
    expect((await database.query("select * from returns")).rows).toEqual([
      { order_id: first.order!.id },
    ]);
  } finally {
    await database.end();
    await gateway.stop();
  }
});

async function begin({ client }: KillableGateway, { branchId }: Storefront): Promise<string> {
  const terms = { name: "Осень", kind: "PERCENT", percent: 10, usageLimit: 1, codes: [CODE] };
  const input = { ...terms, branchIds: [branchId] };
  type Begun = { readonly createPromotion: { readonly promotion: { readonly id: string } } };
  return (await client.ask<Begun>(BEGIN, { input }, ADMIN_KEY)).createPromotion.promotion.id;
}

async function order(
  { client }: KillableGateway,
  storefront: Storefront,
): Promise<Created["createOrder"]> {
  const input = await storefront.input({ idempotencyKey: randomUUID(), promoCodes: [CODE] });
  return (await client.ask<Created>(CREATE, { input }, ADMIN_KEY)).createOrder;
}

async function usesOf({ client }: KillableGateway, id: string): Promise<number> {
  return (await client.ask<{ promotion: { uses: number } }>(USES, { id }, ADMIN_KEY)).promotion
    .uses;
}
