import { type Viewer } from "../../src/domain/access/viewer";
import { type WantedOrder } from "../../src/services/checkout/wanted-order";
import { aNewOrder } from "../support/a-new-order";
import { giftOf } from "../support/a-promotion";
import { ADMIN } from "../support/branch-gateway";
import { PromoFixture } from "../support/promo-fixture";

const PHONE = "+79990000009";
const SELF: Viewer = { kind: "customer", phone: PHONE, expiresAt: null };

describe("a quote with promo codes", () => {
  let promo: PromoFixture;

  beforeAll(async () => {
    promo = await PromoFixture.start();
  });
  beforeEach(() => promo.renew());
  afterAll(() => promo.orders.stop());

  /** Quotes one soup at 390.00, for an anonymous guest who has given a phone. */
  async function quote(
    promoCodes: string[],
    viewer: Viewer = { kind: "anonymous" },
    more: Partial<WantedOrder> = {},
  ) {
    const {
      idempotencyKey: _key,
      payment: _payment,
      ...basket
    } = aNewOrder(promo.branchId, { promoCodes });
    const quoted = await promo.orders.useCases.quoteOrder.execute(
      { ...basket, ...more },
      [],
      viewer,
    );
    const warnings = quoted.warnings.map(({ code, field }) => `${code} ${field?.join(".") ?? ""}`);
    return { ...quoted, warnings, total: quoted.money.total };
  }

  it("says what the codes give, and an order based on it costs exactly that, however the codes are written", async () => {
    const [share, gift] = [promo.code(), promo.code()];
    await promo.promotion({}, share);
    await promo.promotion(giftOf("301"), gift);
    const { id: quoteId, total, gifts, promotions, warnings } = await quote([gift, share]);
    expect({ total, warnings }).toEqual({ total: 35_100, warnings: [] });
    expect(gifts).toMatchObject([{ article: "301", quantity: 1000, total: 0 }]);
    expect(promotions.map(({ code, amount }) => [code, amount])).toEqual([
      [share, 3_900],
      [gift, 0],
    ]);
    expect(await promo.refusal([share], { quoteId })).toContain("CONFLICT input.quoteId");
    const { order } = await promo.take([` ${share.toLowerCase()}`, gift], { quoteId });
    expect(order.total).toBe(35_100);
  });

  it("warns about codes that would be refused, and prices the basket without them", async () => {
    const [good, over] = [promo.code(), promo.code()];
    await promo.promotion({}, good);
    await promo.promotion({ endsOn: "2020-01-01" }, over);
    const { total, warnings } = await quote([over, good, "НЕТ-ТАКОГО"]);
    expect({ total, warnings }).toEqual({
      total: 35_100,
      warnings: ["PROMO_EXPIRED input.promoCodes.0", "PROMO_NOT_FOUND input.promoCodes.2"],
    });
  });

  it("uses nothing up, and the order is refused if others used the code first", async () => {
    const code = promo.code();
    const terms = await promo.promotion({ usageLimit: 1 }, code);
    const { id: quoteId } = await quote([code]);
    expect(await promo.usesOf(terms)).toEqual([]);
    await promo.take([code]);
    expect(await promo.refusal([code], { quoteId })).toContain(
      "PROMO_USAGE_EXCEEDED input.promoCodes.0",
    );
    expect((await quote([code])).warnings).toEqual(["PROMO_USAGE_EXCEEDED input.promoCodes.0"]);
  });

  it("reveals what a phone has ordered before only to its owner and to operators", async () => {
    await promo.take([]);
    const code = promo.code();
    await promo.promotion({ firstOrderOnly: true }, code);
    expect((await quote([code])).warnings).toEqual([]);
    const stranger: Viewer = { kind: "customer", phone: "+79990000008", expiresAt: null };
    expect((await quote([code], stranger)).warnings).toEqual([]);
    const told = ["PROMO_NOT_APPLICABLE input.promoCodes.0"];
    expect((await quote([code], SELF)).warnings).toEqual(told);
    expect((await quote([code], SELF, { customer: null })).warnings).toEqual(told);
    expect((await quote([code], ADMIN)).warnings).toEqual(told);
  });
});
