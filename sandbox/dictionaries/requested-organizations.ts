import { ApiRefusal } from "../api-refusal";
import { type Restaurant } from "../restaurant/model";
import { stringsOf } from "./strings-of";

/**
 * Returns the organizations that a request names, all of them belonging to the restaurant.
 *
 * @throws {ApiRefusal} none is named although the operation needs one, or one belongs to another
 *   key; texts and codes are those recorded from iiko
 */
export function requestedOrganizations(
  value: unknown,
  restaurant: Restaurant,
  whenNoneIsNamed: "all" | "refuse",
): string[] {
  const named = [...new Set(stringsOf(typeof value === "string" ? [value] : value))];
  const own = restaurant.organizations.map(({ id }) => id);
  if (named.length === 0) {
    if (whenNoneIsNamed === "all") return own;
    throw new ApiRefusal(
      400,
      "INVALID_BODY_JSON_FORMAT",
      "At least one organization identifier is required",
    );
  }
  const foreign = named.filter((id) => !own.includes(id));
  if (foreign.length === 0) return named;
  throw new ApiRefusal(
    400,
    "ORGANIZATION_DENIED",
    `Passed organization(s) ${foreign.join(", ")} doesn't belong to your api login included organization list.`,
  );
}
