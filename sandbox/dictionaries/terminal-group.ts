import { type Restaurant, type TerminalGroup } from "../restaurant/model";
import { utcOffset } from "./utc-offset";

/** A terminal group as it appears in every iiko response. The address is never filled in. */
export function terminalGroup(
  restaurant: Restaurant,
  { id, organizationId, name }: TerminalGroup,
  now: Date,
) {
  const organization = restaurant.organizations.find((one) => one.id === organizationId);
  return {
    id,
    organizationId,
    name,
    address: "",
    timeZone: utcOffset(organization?.timeZone ?? "UTC", now),
  };
}
