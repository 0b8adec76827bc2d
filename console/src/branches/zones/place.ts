import { type Position } from "./map-frame";
import { type DeliveryToVariables } from "./operations";

/** A point, or an address in words. */
export type Place = DeliveryToVariables["address"];

/** To a metre or so: nobody orders from between two doors. */
const DECIMALS = 5;

export function placeAt([longitude, latitude]: Position): Place {
  return { latitude: latitude.toFixed(DECIMALS), longitude: longitude.toFixed(DECIMALS) };
}

/** Where on the map it is; null: nobody has said. */
export function pointOf(place: Place | null): Position | null {
  const { latitude, longitude } = place ?? {};
  return latitude && longitude ? [Number(longitude), Number(latitude)] : null;
}
