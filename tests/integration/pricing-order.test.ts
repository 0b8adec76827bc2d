import fc from "fast-check";

import { priceOf } from "../../src/domain/money/order-money";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { type Branch } from "../../src/entities/branches/branch";
import { BranchSettings } from "../../src/entities/branches/branch-settings";
import { Order } from "../../src/entities/orders/order";
import { priceOrder } from "../../src/services/checkout/price-order";
import { orderTicketOf } from "../../src/services/orders/inject/order-ticket-of";
import { ADMIN } from "../support/branch-gateway";

const NO_CODES = { usable: [], coupon: null, userErrors: [], gifts: [] };
const CASH = { method: PaymentMethod.CASH, posPaymentTypeId: "cash", processedExternally: false };

const kopecks = (max: number) => fc.integer({ min: 0, max });
const anyBranch = fc.record({
  currencyCode: fc.constantFrom("RUB", "KZT"),
  deliveryFee: kopecks(100_000),
  freeDeliveryFrom: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  deliveryProductId: fc.option(fc.constant("delivery")),
  bonusWriteOffLimitPercent: fc.integer({ min: 0, max: 100 }),
  bonusPaymentTypeId: fc.option(fc.constant("bonus")),
  universalDiscountId: fc.option(fc.constant("universal")),
  paymentTypes: fc.constantFrom([CASH], []),
});
const anyOrder = fc.record({
  fulfilment: fc.constantFrom(Fulfilment.DELIVERY, Fulfilment.PICKUP),
  // A menu in whole units, where the currency has nothing finer.
  subtotal: kopecks(20_000).map((units) => units * 100),
  discounts: fc.array(kopecks(1_000_000).map((amount) => ({ name: "Скидка", amount })), { maxLength: 3 }), // prettier-ignore
  bonusToSpend: kopecks(3_000_000),
  quoted: fc.option(
    fc.record({
      deliveryFee: kopecks(100_000),
      programme: fc.integer({ min: 0, max: 100 }),
      posBonusLimit: fc.option(kopecks(1_000_000)),
    }),
  ),
});

type Any<T> = T extends fc.Arbitrary<infer Value> ? Value : never;

function priced(place: Any<typeof anyBranch>, order: Any<typeof anyOrder>) {
  const { currencyCode, ...columns } = place;
  const settings = Object.assign(
    new BranchSettings(),
    { doNotUseBonuses: false, acceptTimeoutSeconds: 60 },
    columns,
  );
  const { quoted: promised, ...wanted } = order;
  const amount = Math.floor((order.subtotal * (promised?.programme ?? 0)) / 10_000) * 100;
  const posPromotions =
    amount > 0 ? [{ posProgramId: "p", name: "Программа", lines: [{ position: 0, amount }] }] : [];
  const quoted = promised && { ...promised, posPromotions };
  const branch = { id: "branch", currencyCode } as Branch;
  return {
    settings,
    ...priceOrder(
      {
        viewer: ADMIN,
        phone: null,
        isWalletOpen: false,
        promo: NO_CODES,
        zone: null,
        ...wanted,
        quoted,
      },
      branch,
      settings,
    ),
  };
}

describe("the price of any order", () => {
  it("is lines − discounts − points + fee, and no part is negative or above its limit", () => {
    fc.assert(
      fc.property(anyBranch, anyOrder, (place, order) => {
        const { money, promotions, bonusLimit } = priced(place, order);
        const { subtotal, discount, deliveryFee, bonusSpent, total } = money;
        expect(total).toBe(subtotal - discount + deliveryFee - bonusSpent);
        expect(promotions.reduce((sum, { amount }) => sum + amount, 0)).toBe(discount);
        for (const amount of [discount, deliveryFee, bonusSpent, total])
          expect(amount).toBeGreaterThanOrEqual(0);
        expect(bonusSpent).toBeLessThanOrEqual(bonusLimit);
        expect(bonusLimit).toBeLessThanOrEqual(subtotal - discount);
        expect(bonusLimit).toBeLessThanOrEqual(order.quoted?.posBonusLimit ?? Infinity);
        const step = place.currencyCode === "KZT" ? 100 : 1;
        for (const amount of [discount, bonusSpent]) expect(amount % step).toBe(0);
      }),
    );
  });

  it("equals the payments in the POS plus what the courier collects outside it", () => {
    fc.assert(
      fc.property(anyBranch, anyOrder, (place, order) => {
        const { money, promotions, settings } = priced(place, order);
        const columns = {
          ...money,
          promotions: [...promotions],
          paymentMethod: PaymentMethod.CASH,
          paidOnline: false,
        };
        const ticket = orderTicketOf(Object.assign(new Order(), columns), [], settings);
        const { deliveryFee, discount, posPromotions, payments, total } = ticket;
        const outside = deliveryFee?.posProductId === null ? deliveryFee.price : 0;
        expect(total + outside).toBe(priceOf(money));
        const off = posPromotions
          .flatMap(({ lines }) => lines)
          .reduce((sum, { amount }) => sum + amount, 0);
        expect(money.subtotal - off - (discount?.sum ?? 0) + money.deliveryFee - outside).toBe(
          total,
        );
        const paid = payments.reduce((sum, payment) => sum + payment.sum, 0);
        expect(paid).toBe(place.paymentTypes.length > 0 ? total : money.bonusSpent);
        expect(payments.every(({ sum }) => sum > 0)).toBe(true);
      }),
    );
  });
});
