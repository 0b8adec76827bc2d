import { demoRestaurant } from "../../../sandbox/restaurant/demo-restaurant";
import { organization } from "../../../tests/support/sandbox-session";

/** A terminal group of another organization that a branch can be pointed at. */
export const elsewhere = demoRestaurant.terminalGroups.find(
  ({ organizationId, alive, hidden }) => organizationId !== organization.id && alive && !hidden,
);

/** The settings that point a branch there, no matter what is under way. */
export function placeOf(
  group: { readonly id: string; readonly organizationId: string } | undefined,
) {
  return {
    organizationId: group?.organizationId,
    terminalGroupId: group?.id,
    acceptOpenOrders: true,
  };
}
