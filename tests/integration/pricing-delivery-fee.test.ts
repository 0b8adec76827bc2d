import { randomUUID } from "node:crypto";

import { type Viewer } from "../../src/domain/access/viewer";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { aNewOrder, aWantedLine } from "../support/a-new-order";
import { OrderFixture } from "../support/order-fixture";

const PHONE = "+79990000009";
const OWNER: Viewer = { kind: "customer", phone: PHONE, expiresAt: null };
const CASH = randomUUID();
const BONUS = randomUUID();
const PRODUCT = randomUUID();
const PAYMENTS = [
  { method: PaymentMethod.CASH, posPaymentTypeId: CASH, processedExternally: false },
];
const SETTINGS = {
  paymentTypes: PAYMENTS,
  bonusPaymentTypeId: BONUS,
  bonusWriteOffLimitPercent: 100,
};
const TERMS = { fee: 15_000, freeFrom: 100_000, posProductId: PRODUCT };

describe("the delivery fee", () => {
  let fixture: OrderFixture;
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    fixture.pos.loyalty.has(PHONE, 10_000_000);
  });
  beforeEach(async () => {
    branchId = await fixture.branch({ ...SETTINGS, delivery: TERMS });
  });
  afterAll(() => fixture.stop());

  const take = async (overrides: Partial<NewOrder> = {}) =>
    (await fixture.useCases.createOrder.execute(aNewOrder(branchId, overrides), [], OWNER)).order;
  const ticket = async () => {
    await fixture.pass();
    return fixture.pos.submitted.at(-1)!;
  };

  it("is part of the total, a product in the POS, and covered by the payments", async () => {
    expect(await take()).toMatchObject({ subtotal: 39_000, deliveryFee: 15_000, total: 54_000 });
    expect(await ticket()).toMatchObject({
      deliveryFee: { posProductId: PRODUCT, price: 15_000 },
      total: 54_000,
      payments: [{ method: "CASH", sum: 54_000 }],
    });
  });

  it("stays out of the POS order when no product is configured for it", async () => {
    branchId = await fixture.branch({ ...SETTINGS, delivery: { ...TERMS, posProductId: null } });
    expect(await take()).toMatchObject({ deliveryFee: 15_000, total: 54_000 });
    expect(await ticket()).toMatchObject({
      deliveryFee: { posProductId: null, price: 15_000 },
      total: 39_000,
      payments: [{ method: "CASH", sum: 39_000 }],
    });
    await take({ bonusToSpend: 39_000 });
    expect(await ticket()).toMatchObject({
      total: 39_000,
      payments: [{ method: "BONUS", sum: 39_000 }],
    });
  });

  it("is zero from the branch's threshold on, before discounts, and for guests who collect the order", async () => {
    const dear = { lines: [aWantedLine({ quantity: 3000 })] };
    expect(await take(dear)).toMatchObject({ subtotal: 117_000, deliveryFee: 0, total: 117_000 });
    expect((await ticket()).deliveryFee).toBeNull();
    expect((await take({ fulfilment: Fulfilment.PICKUP, address: null })).deliveryFee).toBe(0);
  });

  it("is paid in money, even if points may pay for all of the dishes", async () => {
    expect(await take({ bonusToSpend: 39_000 })).toMatchObject({
      bonusSpent: 39_000,
      total: 15_000,
    });
    await expect(take({ bonusToSpend: 39_001 })).rejects.toMatchObject({
      userErrors: [{ code: "LOYALTY_LIMIT_EXCEEDED" }],
    });
  });

  it("is what the quote said, even if the branch has raised it since", async () => {
    const { fulfilment, lines } = aNewOrder(branchId);
    const basket = { branchId, fulfilment, lines, customer: null, address: null, wantedAt: null };
    const { id, money } = await fixture.useCases.quoteOrder.execute(
      { ...basket, onPriceMismatch: "REJECT" },
      [],
      {
        kind: "anonymous",
      },
    );
    expect(money).toMatchObject({ deliveryFee: 15_000, total: 54_000 });
    await fixture.db.query("update branch_settings set delivery_fee = 20000 where branch_id = $1", [
      branchId,
    ]);
    expect((await take({ quoteId: id })).total).toBe(54_000);
    fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + 15 * 60_000));
    await expect(take({ quoteId: id })).rejects.toMatchObject({
      userErrors: [{ code: "PRICE_CHANGED", item: { currentPrice: 59_000 } }],
    });
  });
});
