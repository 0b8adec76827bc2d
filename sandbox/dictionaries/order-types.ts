import { type Restaurant } from "../restaurant/model";

/**
 * `/api/1/deliveries/order_types`: wrapped per organization. The first type of each service is its
 * default.
 */
export function orderTypes(
  restaurant: Restaurant,
  request: { organizationIds: readonly string[] },
) {
  const items = restaurant.orderTypes.map(({ id, name, orderServiceType, isDeleted }) => ({
    id,
    name,
    orderServiceType,
    isDeleted,
    externalRevision: 7,
    isDefault:
      restaurant.orderTypes.find((type) => type.orderServiceType === orderServiceType)?.id === id,
  }));
  return {
    orderTypes: request.organizationIds.map((organizationId) => ({ organizationId, items })),
  };
}
