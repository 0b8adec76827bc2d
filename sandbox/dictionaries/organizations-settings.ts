import { type Restaurant } from "../restaurant/model";
import { type Switches } from "../switches";
import { organizationSettings } from "./organization-settings";

interface OrganizationsSettingsRequest {
  organizationIds: readonly string[];
  /** Names of the wanted settings, capitalised: only these are returned. */
  parameters: readonly string[];
  switches: Switches;
}

/** `/api/1/organizations/settings`. */
export function organizationsSettings(
  restaurant: Restaurant,
  request: OrganizationsSettingsRequest,
) {
  const listed = restaurant.organizations.filter(({ id }) => request.organizationIds.includes(id));
  return {
    organizations: listed.map((organization) => {
      const settings = Object.entries(
        organizationSettings(restaurant, organization, request.switches),
      );
      const wanted = settings.filter(([name]) => request.parameters.includes(name));
      return {
        id: organization.id,
        ...Object.fromEntries(
          wanted.map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value]),
        ),
      };
    }),
  };
}
