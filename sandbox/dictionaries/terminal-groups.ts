import { type Restaurant, type TerminalGroup } from "../restaurant/model";
import { terminalGroup } from "./terminal-group";

interface TerminalGroupsRequest {
  organizationIds: readonly string[];
  /** If true, groups that are not granted to the key are included. */
  includeDisabled: boolean;
  now: Date;
}

/** `/api/1/terminal_groups`. Organizations without any group to show are left out. */
export function terminalGroups(restaurant: Restaurant, request: TerminalGroupsRequest) {
  const visible = restaurant.terminalGroups.filter(
    ({ hidden }) => request.includeDisabled || !hidden,
  );
  return {
    terminalGroups: perOrganization(
      restaurant,
      visible.filter(({ sleeping }) => !sleeping),
      request,
    ),
    terminalGroupsInSleep: perOrganization(
      restaurant,
      visible.filter(({ sleeping }) => sleeping),
      request,
    ),
  };
}

function perOrganization(
  restaurant: Restaurant,
  groups: TerminalGroup[],
  request: TerminalGroupsRequest,
) {
  return request.organizationIds
    .map((organizationId) => ({
      organizationId,
      items: groups
        .filter((group) => group.organizationId === organizationId)
        .map((group) => terminalGroup(restaurant, group, request.now)),
    }))
    .filter(({ items }) => items.length > 0);
}
