import { type Restaurant } from "../restaurant/model";
import { restrictionsOf } from "../restaurant-index";

/** `/api/1/delivery_restrictions`: where, when and from what sum each organization delivers. */
export function deliveryRestrictions(
  restaurant: Restaurant,
  request: { organizationIds: readonly string[] },
) {
  return {
    deliveryRestrictions: request.organizationIds.map((organizationId) => ({
      organizationId,
      ...restrictionsOf(restaurant, organizationId),
    })),
  };
}
