import { randomUUID } from "node:crypto";

import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { type Viewer } from "../../src/domain/access/viewer";
import { Branch } from "../../src/entities/branches/branch";
import { aPromotion, giftOf } from "../support/a-promotion";
import { ADMIN } from "../support/branch-gateway";
import { DemoGateway } from "../support/demo-gateway";
import { eventually } from "../support/eventually";
import { plainProduct } from "../support/sandbox-session";
import { storePromotion } from "../support/stored-promotion";

const QUOTE = `mutation ($input: QuoteInput!) {
  quoteOrder(input: $input) {
    quote {
      id subtotal { amount } discount { amount } total { amount }
      appliedPromotions { code name amount { amount } source } gifts { article quantity total { amount } }
      warnings { code field }
    }
    userErrors { code field }
  }
}`;
const CREATE = `mutation ($input: CreateOrderInput!) {
  createOrder(input: $input) { order { id totals { total { amount } } } userErrors { code field } }
}`;
/** The programme gives this guest no discount of its own, so only the coupon counts. */
const { phone } = demoRestaurant.guests.find(({ discountPercent }) => !discountPercent)!;
const GUEST: Viewer = { kind: "customer", phone, expiresAt: null };
const { number: COUPON, percent } = demoRestaurant.coupons[0]!;
const [OWN, GIFT] = ["СВОЙ-10", "ПОДАРОК"];

interface Amount {
  readonly amount: string;
}
interface Quoted {
  readonly quoteOrder: {
    readonly quote: {
      readonly id: string;
      readonly subtotal: Amount;
      readonly discount: Amount;
      readonly total: Amount;
    };
  };
}
interface Created {
  readonly createOrder: {
    readonly order: { readonly id: string; readonly totals: { readonly total: Amount } };
  };
}

describe("an iiko coupon alongside Result.Rest's own promo codes", () => {
  let gateway: DemoGateway;

  beforeAll(async () => {
    gateway = await DemoGateway.start();
    const { demoBranchId: branchId, db } = gateway;
    const { version } = await db.manager.findOneByOrFail(Branch, { id: branchId });
    await gateway.app.saveBranchSettings.execute(ADMIN, branchId, version, {
      quotesByPosLoyalty: true,
    });
    await storePromotion(db, aPromotion(branchId), OWN);
    await storePromotion(db, aPromotion(branchId, giftOf(plainProduct.article)), GIFT);
  });
  afterAll(() => gateway.stop());

  it("appears in the quote with what iiko says it gives, and the till charges what was quoted", async () => {
    const basket = {
      branchId: gateway.demoBranchId,
      fulfilment: "PICKUP",
      customer: { name: "Гость", phone },
      lines: [{ article: plainProduct.article, quantity: "3" }],
      promoCodes: [GIFT, COUPON, OWN],
    };
    const { quote } = (await gateway.ask<Quoted>(QUOTE, { input: basket }, GUEST)).quoteOrder;
    const subtotal = Number(quote.subtotal.amount);
    const [byCoupon, byCode] = [(subtotal * percent) / 100, subtotal / 10].map((sum) =>
      sum.toFixed(2),
    );
    const total = (subtotal - Number(byCoupon) - Number(byCode)).toFixed(2);
    expect(quote).toMatchObject({
      total: { amount: total },
      appliedPromotions: [
        { code: null, name: "Купоны", amount: { amount: byCoupon }, source: "IIKO" },
        { code: OWN, amount: { amount: byCode }, source: "RESULT_REST" },
        { code: GIFT, amount: { amount: "0.00" }, source: "RESULT_REST" },
        { code: COUPON, name: "Купоны ресторана", amount: { amount: "0.00" }, source: "IIKO" },
      ],
      gifts: [{ article: plainProduct.article, quantity: "1", total: { amount: "0.00" } }],
      warnings: [],
    });

    const input = {
      ...basket,
      quoteId: quote.id,
      idempotencyKey: randomUUID(),
      payment: { method: "CASH" },
    };
    const { order } = (await gateway.ask<Created>(CREATE, { input }, GUEST)).createOrder;
    expect(order.totals.total.amount).toBe(total);
    await gateway.app.sendOrder.execute({ orderId: order.id });
    const inTill = () =>
      gateway.sandbox.orders().find(({ creationStatus }) => creationStatus === "Success");
    await eventually(() => Promise.resolve(inTill() !== undefined));
    const { request, sum, items, comment } = inTill()!;
    expect(request.order.loyaltyInfo).toEqual({ coupon: COUPON });
    expect(request.order.discountsInfo?.discounts?.map(({ type }) => type).sort()).toEqual([
      "RMS",
      "iikoCard",
    ]);
    expect(sum?.toFixed(2)).toBe(total);
    expect(items).toHaveLength(2);
    expect(comment).toContain(`Промокод: ${OWN}, ${GIFT}`);
    expect(request.order.items.at(-1)).toMatchObject({ price: 0, amount: 1, comment: "Подарок" });
  });
});
