import {
  commentErrors,
  optionalTextErrors,
  requiredTextErrors,
} from "../../domain/errors/text-errors";
import { type UserError } from "../../domain/errors/user-error";
import { type Address } from "../../domain/ticket/order-ticket";
import * as userError from "./order-errors";
import { LONGEST_OF_ADDRESS } from "./order-limits";

const OPTIONAL = ["city", "building", "flat", "entrance", "floor", "doorphone"] as const;

/** Returns everything that is wrong with a delivery address. */
export function errorsOfAddress(address: Address): UserError[] {
  const longest = LONGEST_OF_ADDRESS;
  return [
    ...requiredTextErrors("address.street", address.street, longest.street),
    ...requiredTextErrors("address.house", address.house, longest.house),
    ...OPTIONAL.flatMap((field) =>
      optionalTextErrors(`address.${field}`, address[field], longest[field]),
    ),
    ...commentErrors("address.comment", address.comment, longest.comment),
    ...coordinateErrors(address),
  ];
}

/** Returns everything that is wrong with the coordinates in an address. */
export function coordinateErrors({
  latitude,
  longitude,
}: Pick<Address, "latitude" | "longitude">): UserError[] {
  return [
    ...degreeErrors("address.latitude", latitude, 90),
    ...degreeErrors("address.longitude", longitude, 180),
  ];
}

const OF_PLACE = ["city", "street", "house", "building"] as const;

/**
 * Returns everything that is wrong with a description of a place, any part of which may be left
 * out.
 */
export function placeErrors(
  place: Readonly<Record<(typeof OF_PLACE)[number], string | null>>,
): UserError[] {
  return OF_PLACE.flatMap((field) =>
    optionalTextErrors(`address.${field}`, place[field], LONGEST_OF_ADDRESS[field]),
  );
}

function degreeErrors(field: string, degrees: number | null, max: number): UserError[] {
  return degrees !== null && Math.abs(degrees) > max ? [userError.coordinateOutOfRange(field)] : [];
}
