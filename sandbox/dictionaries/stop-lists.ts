import { type Restaurant, type StopListEntry } from "../restaurant/model";
import { stopListItem } from "./stop-list-item";

interface StopListsRequest {
  organizationIds: readonly string[];
  /** If false, `sizeId` is null in every row, whatever is stopped. */
  returnSize: boolean;
  /** Empty for all groups. */
  terminalGroupIds: readonly string[];
  now: Date;
}

/**
 * `/api/1/stop_lists`: `items` of organizations contain `items` of terminal groups. Groups with
 * nothing stopped are left out.
 */
export function stopLists(restaurant: Restaurant, request: StopListsRequest) {
  return {
    terminalGroupStopLists: request.organizationIds.map((organizationId) => ({
      organizationId,
      items: restaurant.terminalGroups
        .filter((group) => group.organizationId === organizationId)
        .filter(
          ({ id }) =>
            request.terminalGroupIds.length === 0 || request.terminalGroupIds.includes(id),
        )
        .map(({ id }) => ({ terminalGroupId: id, items: rows(restaurant, id, request) }))
        .filter(({ items }) => items.length > 0),
    })),
  };
}

function rows(
  restaurant: Restaurant,
  terminalGroupId: string,
  { returnSize, now }: StopListsRequest,
) {
  const sized = (entry: StopListEntry) => (returnSize ? entry : { ...entry, sizeId: null });
  return restaurant.stopList
    .filter((entry) => entry.terminalGroupId === terminalGroupId)
    .map((entry) => stopListItem(sized(entry), now));
}
