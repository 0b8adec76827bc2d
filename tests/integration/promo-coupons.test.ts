import { randomUUID } from "node:crypto";

import { PosUnavailable } from "../../src/errors";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { aNewOrder, aWantedLine } from "../support/a-new-order";
import { aPromotion, giftOf } from "../support/a-promotion";
import { ADMIN } from "../support/branch-gateway";
import { errorsOf } from "../support/catalogue-fixture";
import { OrderFixture } from "../support/order-fixture";
import { storePromotion } from "../support/stored-promotion";

describe("a coupon of the POS", () => {
  let fixture: OrderFixture;
  let branchId: string;
  beforeAll(async () => {
    fixture = await OrderFixture.start();
    branchId = await fixture.branch();
    fixture.pos.loyalty.issues("KEBAB");
    fixture.pos.loyalty.issues("kebab-Lower");
    fixture.pos.loyalty.issues("USED", { used: true });
    fixture.pos.loyalty.issues("GONE", { deleted: true });
  });
  afterAll(() => fixture.stop());
  const take = (...promoCodes: string[]) =>
    fixture.useCases.createOrder.execute(aNewOrder(branchId, { promoCodes }));
  const refusal = async (...promoCodes: string[]) =>
    (await errorsOf(take(...promoCodes))).map(
      ({ code, field }) => `${code} ${field?.join(".") ?? ""}`,
    );

  it("is passed on to the POS, which knows what it gives", async () => {
    const { order } = await take("kebab");
    expect(order.promotions).toEqual([
      { code: "KEBAB", name: "Купоны", amount: 0, source: "IIKO" },
    ]);
    await fixture.pass();
    expect(fixture.pos.submitted.at(-1)).toMatchObject({
      promoCode: "KEBAB",
      usedCodes: [],
      discount: null,
    });
  });

  it("reaches the POS as the POS spells it, whether or not case matters there", async () => {
    const { order } = await take(" kebab-Lower ");
    expect(order.promotions).toMatchObject([{ code: "kebab-Lower" }]);
    await fixture.pass();
    expect(fixture.pos.submitted.at(-1)).toMatchObject({ promoCode: "kebab-Lower" });
  });

  it("is refused when it is used, deleted, or unknown", async () => {
    expect(await refusal("USED", "GONE", "NONE")).toEqual([
      "PROMO_USAGE_EXCEEDED input.promoCodes.0",
      "PROMO_EXPIRED input.promoCodes.1",
      "PROMO_NOT_FOUND input.promoCodes.2",
    ]);
  });

  it("cannot be told from a wrong one while the POS is silent", async () => {
    fixture.pos.failure = new PosUnavailable("socket hang up");
    expect(await refusal("KEBAB")).toEqual(["UPSTREAM_UNAVAILABLE input.promoCodes.0"]);
    fixture.pos.failure = undefined;
  });

  it("is not looked up while the order would be refused anyway, nor for a basket that has no price", async () => {
    const asked = fixture.pos.couponCalls.length;
    const order = (more: Partial<NewOrder>) =>
      aNewOrder(branchId, { promoCodes: ["KEBAB", "kebab2", "Y-1"], ...more });
    const refused: Partial<NewOrder>[] = [
      { lines: [aWantedLine({ article: "none" })] },
      { lines: [] },
      { idempotencyKey: "" },
      { customer: { name: "Тест", phone: "1", joinsLoyalty: false } },
      { payment: { ...order({}).payment, paidOnline: true } },
      { wantedAt: new Date(0) },
      { quoteId: randomUUID() },
    ];
    for (const more of refused) {
      const userErrors = await errorsOf(fixture.useCases.createOrder.execute(order(more)));
      expect(userErrors.map(({ code }) => code)).not.toContain("PROMO_NOT_FOUND");
    }
    await errorsOf(
      fixture.useCases.quoteOrder.execute(order(refused[0]!), [], { kind: "anonymous" }),
    );
    expect(fixture.pos.couponCalls).toHaveLength(asked);
  });

  it("is looked up once when an order names it twice, and not again for a minute when it is unknown", async () => {
    const asked = fixture.pos.couponCalls.length;
    await fixture.useCases.quoteOrder.execute(
      aNewOrder(branchId, { promoCodes: ["KEBAB", "KEBAB"] }),
      [],
      ADMIN,
    );
    expect(fixture.pos.couponCalls.slice(asked)).toEqual(["KEBAB"]);
    for (let n = 0; n < 3; n++) await refusal("NEVER-MADE");
    expect(fixture.pos.couponCalls.slice(asked)).toEqual(["KEBAB", "NEVER-MADE"]);
  });

  it("is not looked up when the branch ignores the POS's promo codes, or when the code is Result.Rest's", async () => {
    const own = "KEBAB-OWN";
    await storePromotion(fixture.db, aPromotion(branchId, giftOf("301")), own);
    const asked = fixture.pos.couponCalls.length;
    await take(own);
    const [{ id }] = await fixture.db.query<[{ id: string }]>(
      "select branch_id as id from branch_settings",
    );
    await fixture.db.query(
      "update branch_settings set do_not_use_pos_promo_codes = true where branch_id = $1",
      [id],
    );
    expect(await refusal("KEBAB")).toEqual(["PROMO_NOT_FOUND input.promoCodes.0"]);
    expect(fixture.pos.couponCalls).toHaveLength(asked);
  });
});
