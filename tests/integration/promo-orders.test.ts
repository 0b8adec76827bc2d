import { type Viewer } from "../../src/domain/access/viewer";
import { Promotion } from "../../src/entities/promotions/promotion";
import { aMenuSnapshot, aPizza, aProduct } from "../support/a-menu-snapshot";
import { aWantedLine } from "../support/a-new-order";
import { giftOf, sumOff } from "../support/a-promotion";
import { anEntry, aStopList } from "../support/a-stop-list";
import { ADMIN } from "../support/branch-gateway";
import { errorsOf } from "../support/catalogue-fixture";
import { PromoFixture } from "../support/promo-fixture";

const PHONE = "+79990000009";
const SELF: Viewer = { kind: "customer", phone: PHONE, expiresAt: null };

describe("a promo code", () => {
  let promo: PromoFixture;

  beforeAll(async () => {
    promo = await PromoFixture.start();
  });
  beforeEach(() => promo.renew());
  afterAll(() => promo.orders.stop());

  it("takes its share off, and the POS gets it together with the other discounts as one amount", async () => {
    const code = promo.code();
    const terms = await promo.promotion({}, code);
    const discounts = [{ name: "День рождения", amount: 1_000 }];
    const { order } = await promo.take([` ${code.toLowerCase()} `], { discounts }, ADMIN);
    expect(order).toMatchObject({ subtotal: 39_000, discount: 4_900, total: 34_100 });
    expect(order.promotions).toEqual([
      { code: null, name: "День рождения", amount: 1_000, source: "RESULT_REST" },
      { code, name: "Осень", amount: 3_900, source: "RESULT_REST" },
    ]);
    expect(await promo.usesOf(terms)).toMatchObject([
      { orderId: order.id, code, phone: PHONE, returnedAt: null },
    ]);
    await promo.orders.pass();
    expect(promo.orders.pos.submitted.at(-1)).toMatchObject({
      discount: { sum: 4_900 },
      usedCodes: [code],
      promoCode: null,
    });
  });

  it("is found, and counted, whichever alphabet its letters were typed in", async () => {
    const terms = await promo.promotion({ usesPerCode: 1 }, "САХАР");
    await promo.take(["CAXAP"]);
    expect(await promo.usesOf(terms)).toMatchObject([{ code: "САХАР" }]);
    expect(await errorsOf(promo.take(["CAХAР"]))).toMatchObject([{ code: "PROMO_USAGE_EXCEEDED" }]);
  });

  it("never takes off more than the dishes cost", async () => {
    const [half, much] = [promo.code(), promo.code()];
    await promo.promotion({ percent: 50 }, half);
    await promo.promotion(sumOff(30_000), much);
    const { order } = await promo.take([much, half]);
    expect(order).toMatchObject({ discount: 39_000, total: 0 });
    expect(order.promotions.map(({ code, amount }) => [code, amount])).toEqual([
      [half, 19_500],
      [much, 19_500],
    ]);
  });

  it("gives a dish for free, and the kitchen can read why", async () => {
    const code = promo.code();
    await promo.promotion(giftOf("301", 2), code);
    const { order } = await promo.take([code]);
    expect(order).toMatchObject({ subtotal: 39_000, discount: 0, total: 39_000 });
    await promo.orders.pass();
    const { lines, discount, total } = promo.orders.pos.submitted.at(-1)!;
    expect({ discount, total }).toEqual({ discount: null, total: 39_000 });
    expect(
      lines.map(({ article, quantity, total: sum, comment }) => ({
        article,
        quantity,
        sum,
        comment,
      })),
    ).toEqual([
      { article: "301", quantity: 1000, sum: 39_000, comment: null },
      { article: "301", quantity: 2000, sum: 0, comment: "Подарок" },
    ]);
  });

  it("gives no dish that is sold out, not sold here, or too low in stock", async () => {
    const [gone, soldOut] = [promo.code(), promo.code()];
    await promo.promotion(giftOf("999"), gone);
    await promo.promotion(giftOf("301", 2), soldOut);
    expect(await promo.refusal([gone])).toEqual(["PROMO_NOT_APPLICABLE input.promoCodes.0"]);
    const soup = aProduct({ article: "301", name: "Борщ" });
    const menu = aMenuSnapshot([soup, aPizza], promo.branchId);
    const stopList = aStopList(anEntry(soup.posProductId, { balance: 2_000 }));
    promo.orders.sells(menu, { stopList, confirmedAt: promo.orders.clock.now() });
    expect(await promo.refusal([soldOut])).toEqual(["PROMO_NOT_APPLICABLE input.promoCodes.0"]);
    const [one, another] = [promo.code(), promo.code()].sort();
    for (const code of [one!, another!]) await promo.promotion(giftOf("301"), code);
    expect(await promo.refusal([another!, one!])).toEqual([
      "PROMO_NOT_APPLICABLE input.promoCodes.0",
    ]);
  });

  it("that takes money off needs a POS discount that takes an amount", async () => {
    promo.branchId = await promo.orders.branch();
    const [money, gift] = [promo.code(), promo.code()];
    await promo.promotion({}, money);
    await promo.promotion(giftOf("301"), gift);
    expect(await promo.refusal([gift, money])).toEqual(["DISCOUNT_NOT_MAPPED input.promoCodes.1"]);
    await promo.take([gift]);
  });

  it("is reported with everything else that is wrong, and uses nothing up", async () => {
    const terms = await promo.promotion({ usageLimit: 1 }, promo.code());
    const wrong = { lines: [aWantedLine({ article: "none" })], promoCodes: ["НЕТ-ТАКОГО"] };
    expect(await promo.refusal([], wrong)).toEqual(["ITEM_NOT_FOUND input.lines.0.article"]);
    expect(await promo.refusal(["НЕТ-ТАКОГО", "\u0000"])).toEqual([
      "PROMO_NOT_FOUND input.promoCodes.0",
      "PROMO_NOT_FOUND input.promoCodes.1",
    ]);
    expect(await promo.refusal(Array<string>(6).fill("МНОГО"))).toContain(
      "INVALID input.promoCodes",
    );
    expect(await promo.usesOf(terms)).toEqual([]);
  });

  it("is not accepted once its promotion is switched off", async () => {
    const code = promo.code();
    const terms = await promo.promotion({ usageLimit: 5 }, code);
    await promo.orders.db.manager.update(Promotion, { id: terms.id }, { disabledAt: new Date() });
    expect(await promo.refusal([code])).toEqual(["PROMO_EXPIRED input.promoCodes.0"]);
    expect(await promo.usesOf(terms)).toEqual([]);
  });

  it.each([null, 5])(
    "is not accepted while its promotion is paused, with a usage limit of %s",
    async (usageLimit) => {
      const code = promo.code();
      const { id } = await promo.promotion({ usageLimit }, code);
      const put = (pausedAt: Date | null) =>
        promo.orders.db.manager.update(Promotion, { id }, { pausedAt });
      await put(new Date());
      expect(await promo.refusal([code])).toEqual(["PROMO_NOT_APPLICABLE input.promoCodes.0"]);
      await put(null);
      await promo.take([code]);
    },
  );

  it("reveals to a stranger nothing of what a phone has ordered before, unless an order results", async () => {
    await promo.take([]);
    const code = promo.code();
    await promo.promotion({ firstOrderOnly: true }, code);
    const wrong = { expectedTotal: 1 };
    expect(await promo.refusal([code], wrong)).toEqual(["PRICE_CHANGED input.expectedTotal"]);
    expect(await promo.refusal([code], wrong, SELF)).toEqual([
      "PROMO_NOT_APPLICABLE input.promoCodes.0",
    ]);
    expect(await promo.refusal([code])).toEqual(["PROMO_NOT_APPLICABLE input.promoCodes.0"]);
  });
});
