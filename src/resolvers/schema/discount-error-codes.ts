/** Codes about promo codes, points and discounts. */
export const DISCOUNT_CODES = {
  PROMO_NOT_FOUND: {
    description: "There is no such promo code. Let the guest check the spelling.",
  },
  PROMO_EXPIRED: { description: "The promo code is no longer valid. Order without it." },
  PROMO_NOT_APPLICABLE: {
    description: "The promo code is not for this order, branch, day or guest; `message` says why.",
  },
  PROMO_NOT_COMBINABLE: {
    description:
      "The promo code cannot be combined with another code or discount. Remove one of them.",
  },
  PROMO_USAGE_EXCEEDED: {
    description:
      "The promo code, the promotion, or this guest's share of it is used up. Order without it.",
  },
  LOYALTY_DISABLED: {
    description: "Points cannot be spent at this branch. Order without pointsToSpend.",
  },
  LOYALTY_INSUFFICIENT: {
    description: "The guest does not have enough points; `message` says how many there are.",
  },
  LOYALTY_LIMIT_EXCEEDED: {
    description:
      "Points may not pay that much of this order; `message` says how much they may pay.",
  },
  DISCOUNT_NOT_MAPPED: {
    description:
      "The branch has no universal discount for an arbitrary amount. Set universalDiscountId, or order without discounts and promo codes.",
  },
};
