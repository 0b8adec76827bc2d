import { type Discount, type Restaurant } from "../restaurant/model";

/** `/api/1/discounts`: wrapped per organization, including deleted ones. */
export function discounts(restaurant: Restaurant, request: { organizationIds: readonly string[] }) {
  return {
    discounts: request.organizationIds.map((organizationId) => ({
      organizationId,
      items: restaurant.discounts.map(discountItem),
    })),
  };
}

function discountItem({ id, name, mode, percent, sum, isDeleted }: Discount) {
  return {
    id,
    name,
    percent,
    isCategorisedDiscount: false,
    productCategoryDiscounts: [],
    comment: null,
    canBeAppliedSelectively: false,
    minOrderSum: null,
    mode,
    sum,
    canApplyByCardNumber: false,
    isManual: true,
    isCard: false,
    isAutomatic: false,
    isDeleted,
  };
}
