import { type Restaurant } from "../restaurant/model";

/** `/api/1/marketing_sources`: a flat list, each row with its organization. */
export function marketingSources(
  restaurant: Restaurant,
  request: { organizationIds: readonly string[] },
) {
  return {
    marketingSources: request.organizationIds.flatMap((organizationId) =>
      restaurant.marketingSources.map((source) => ({
        ...source,
        organizationId,
        attachedSources: [],
      })),
    ),
  };
}
