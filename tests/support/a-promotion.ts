import { randomUUID } from "node:crypto";

import { PromotionKind, type PromotionTerms } from "../../src/domain/promotions/promotion-terms";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";

/** Ten per cent off for everybody, always; `overrides` contain only what a test is about. */
export function aPromotion(
  branchId: string,
  overrides: Partial<PromotionTerms> = {},
): PromotionTerms {
  return {
    id: randomUUID(),
    name: "Осень",
    kind: PromotionKind.PERCENT,
    percent: 10,
    sum: null,
    giftArticle: null,
    giftQuantity: null,
    minimumSum: 0,
    startsOn: null,
    endsOn: null,
    branchIds: [branchId],
    fulfilments: [Fulfilment.DELIVERY, Fulfilment.PICKUP],
    combinable: true,
    oncePerCustomer: false,
    firstOrderOnly: false,
    usageLimit: null,
    usesPerCode: null,
    disabledAt: null,
    pausedAt: null,
    ...overrides,
  };
}

/** The benefit of a promotion that takes `sum` kopecks off. */
export function sumOff(sum: number): Partial<PromotionTerms> {
  return { kind: PromotionKind.SUM, percent: null, sum };
}

export function giftOf(giftArticle: string, giftQuantity = 1): Partial<PromotionTerms> {
  return { kind: PromotionKind.GIFT, percent: null, giftArticle, giftQuantity };
}
