import fc from "fast-check";

import { orderMoney } from "../../src/domain/money/order-money";
import { applyPromotions } from "../../src/domain/promotions/apply-promotions";
import { type PromoCode } from "../../src/domain/promotions/promotion-terms";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { aPromotion, giftOf, sumOff } from "../support/a-promotion";

const NO_USES = { total: 0, ofCode: 0, byCustomer: 0, ordersOfCustomer: 0 };

const gives = fc.oneof(
  fc.integer({ min: 1, max: 100 }).map((percent) => ({ percent })),
  fc.integer({ min: 1, max: 1_000_000 }).map(sumOff),
  fc.constant(giftOf("301")),
);
const codes = fc.array(gives, { maxLength: 5 }).map((all) =>
  all.map((terms, index): PromoCode => {
    return {
      code: `CODE-${index}`,
      found: { kind: "own", terms: aPromotion("branch", terms), uses: NO_USES },
    };
  }),
);
const basket = fc.record({
  subtotal: fc.integer({ min: 0, max: 10_000_000 }),
  step: fc.constantFrom(1, 100),
});

function moneyOf(
  given: readonly PromoCode[],
  { subtotal, step }: { subtotal: number; step: number },
) {
  const place = {
    branchId: "branch",
    fulfilment: Fulfilment.DELIVERY,
    today: "2026-11-25",
    discounted: false,
  };
  const { usable, userErrors } = applyPromotions(given, { ...place, subtotal, step });
  expect(userErrors).toEqual([]);
  return {
    usable,
    ...orderMoney({ subtotal, discounts: usable.map(({ amount }) => amount), step }),
  };
}

describe("the amount that promo codes take off", () => {
  it("never exceeds the cost of the dishes, and is never finer than the POS's smallest unit", () => {
    fc.assert(
      fc.property(codes, basket, (given, asked) => {
        const { usable, discount, total } = moneyOf(given, asked);
        for (const { amount } of usable)
          expect([amount >= 0, amount % asked.step]).toEqual([true, 0]);
        expect(discount).toBeLessThanOrEqual(asked.subtotal);
        expect(total).toBe(asked.subtotal - discount);
      }),
    );
  });

  it("does not depend on the order in which the codes were entered", () => {
    fc.assert(
      fc.property(codes, basket, (given, asked) => {
        const [typed, reversed] = [moneyOf(given, asked), moneyOf([...given].reverse(), asked)];
        const told = ({ usable }: typeof typed) => usable.map(({ code, amount }) => [code, amount]);
        expect([told(reversed), reversed.discount]).toEqual([told(typed), typed.discount]);
      }),
    );
  });
});
