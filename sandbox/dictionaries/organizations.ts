import { type Organization, type Restaurant } from "../restaurant/model";
import { organizationSettings } from "./organization-settings";

interface OrganizationsRequest {
  organizationIds: readonly string[];
  /** True: the Extended form, with the delivery settings. */
  returnAdditionalInfo: boolean;
}

/** `/api/1/organizations`. */
export function organizations(restaurant: Restaurant, request: OrganizationsRequest) {
  const listed = restaurant.organizations.filter(({ id }) => request.organizationIds.includes(id));
  return {
    organizations: listed.map((organization) =>
      request.returnAdditionalInfo ? extended(restaurant, organization) : simple(restaurant, organization),
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

function extended(restaurant: Restaurant, organization: Organization) {
  const {
    Name: _name,
    PricesVatInclusive: _vat,
    LoyaltyDiscountAffectsVat: _loyaltyVat,
    UseBusinessHoursAndMapping: _mapping,
    ...settings
  } = organizationSettings(restaurant, organization);
  return {
    ...simple(restaurant, organization),
    responseType: "Extended",
    ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [decapitalised(name), value])),
    currencyMinimumDenomination: 0,
    inn: "",
    isCloud: true,
  };
}

function decapitalised(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
