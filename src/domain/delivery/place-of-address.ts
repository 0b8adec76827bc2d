import { type Address } from "../ticket/order-ticket";
import { type Place } from "./judge-place";

/** What zones are told by. One coordinate alone is none. */
export function placeOfAddress({
  latitude,
  longitude,
  posStreetId = null,
  house,
}: Pick<Address, "latitude" | "longitude" | "posStreetId"> & {
  readonly house: string | null;
}): Place {
  const point = latitude === null || longitude === null ? null : { latitude, longitude };
  return { point, posStreetId, house };
}
