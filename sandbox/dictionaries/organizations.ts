import { type Organization, type Restaurant } from "../restaurant/model";
import { type Switches } from "../switches";
import { organizationSettings } from "./organization-settings";

interface OrganizationsRequest {
  organizationIds: readonly string[];
  /** true returns the Extended form, with the delivery settings. */
  returnAdditionalInfo: boolean;
  switches: Switches;
}

/** `/api/1/organizations`. */
export function organizations(restaurant: Restaurant, request: OrganizationsRequest) {
  const listed = restaurant.organizations.filter(({ id }) => request.organizationIds.includes(id));
  return {
    organizations: listed.map((organization) =>
      request.returnAdditionalInfo
        ? extended(restaurant, organization, request.switches)
        : simple(restaurant, organization),
    ),
  };
}

function simple(restaurant: Restaurant, { id, name }: Organization) {
  return {
    responseType: "Simple",
    id,
    name,
    code: String(restaurant.organizations.findIndex((one) => one.id === id) + 1),
  };
}

function extended(restaurant: Restaurant, organization: Organization, switches: Switches) {
  const {
    Name: _name,
    PricesVatInclusive: _vat,
    LoyaltyDiscountAffectsVat: _loyaltyVat,
    UseBusinessHoursAndMapping: _mapping,
    ...settings
  } = organizationSettings(restaurant, organization, switches);
  return {
    ...simple(restaurant, organization),
    responseType: "Extended",
    ...Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [decapitalised(name), value]),
    ),
    currencyMinimumDenomination: 0,
    inn: "",
    isCloud: true,
  };
}

function decapitalised(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
