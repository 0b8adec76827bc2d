import fc from "fast-check";

import { bonusLimit, orderMoney, percentOf } from "../../src/domain/money/order-money";

const kopecks = fc.integer({ min: 0, max: 100_000_000 });
const step = fc.constantFrom(1, 100);
const anyOrder = fc.record({
  subtotal: kopecks.map((amount) => amount * 100),
  discounts: fc.array(kopecks, { maxLength: 5 }),
  deliveryFee: fc.integer({ min: 0, max: 1_000 }).map((amount) => amount * 100),
  bonus: kopecks,
  step,
});

describe("the cost of an order", () => {
  it("is lines − discounts − points + fee, and never negative, whatever is requested", () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const { subtotal, discount, deliveryFee, bonusSpent, total } = orderMoney(order);
        expect(total).toBe(subtotal - discount + deliveryFee - bonusSpent);
        for (const amount of [discount, bonusSpent, total])
          expect(Number.isInteger(amount) && amount >= 0).toBe(true);
        expect(discount).toBeLessThanOrEqual(subtotal);
      }),
    );
  });

  it("is never reduced by anything finer than the currency's smallest unit", () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const { discount, bonusSpent } = orderMoney(order);
        expect([discount % order.step, bonusSpent % order.step]).toEqual([0, 0]);
      }),
    );
  });

  it("includes the POS's own discount unrounded, rounding only the gateway's", () => {
    fc.assert(
      fc.property(anyOrder, kopecks, (order, posDiscount) => {
        const { discount, subtotal } = orderMoney({ ...order, posDiscount });
        const ours = discount - Math.min(posDiscount, subtotal);
        expect(ours % order.step).toBe(0);
        expect(ours >= 0 && discount <= subtotal).toBe(true);
      }),
    );
  });

  it("never increases with another discount or more points", () => {
    fc.assert(
      fc.property(anyOrder, kopecks, (order, more) => {
        const dearer = orderMoney(order).total;
        expect(
          orderMoney({ ...order, discounts: [...order.discounts, more] }).total,
        ).toBeLessThanOrEqual(dearer);
        expect(orderMoney({ ...order, bonus: order.bonus + more }).total).toBeLessThanOrEqual(
          dearer,
        );
      }),
    );
  });

  it("can be paid with points only up to their maximum share", () => {
    fc.assert(
      fc.property(anyOrder, fc.integer({ min: 0, max: 100 }), (order, percent) => {
        const money = orderMoney(order);
        const limit = bonusLimit(money, percent, order.step);
        expect(limit * 100).toBeLessThanOrEqual((money.total + money.bonusSpent) * percent);
        expect(limit % order.step).toBe(0);
      }),
    );
  });
});

it("rounds a percentage to the nearest kopeck, half a kopeck upwards", () => {
  expect([percentOf(39_000, 10), percentOf(1_005, 10), percentOf(999, 33.3)]).toEqual([
    3_900, 101, 333,
  ]);
});
