import { type Restaurant } from "../restaurant/model";

interface IsAliveRequest {
  organizationIds: readonly string[];
  terminalGroupIds: readonly string[];
}

/**
 * `/api/1/terminal_groups/is_alive`. Groups that are unknown or not of the requested organizations
 * are silently missing from the response.
 */
export function isAlive(restaurant: Restaurant, request: IsAliveRequest) {
  const asked = restaurant.terminalGroups.filter(
    ({ id, organizationId }) =>
      request.terminalGroupIds.includes(id) && request.organizationIds.includes(organizationId),
  );
  return {
    isAliveStatus: asked.map(({ id, organizationId, alive }) => ({
      isAlive: alive,
      terminalGroupId: id,
      organizationId,
    })),
  };
}
