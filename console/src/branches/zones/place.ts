import { type Position } from "./map-frame";
import { type DeliveryToVariables } from "./operations";

/** A point, or an address as text. */
export type Place = DeliveryToVariables["address"];

/** Accurate to about a metre: nobody orders from between two doors. */
const DECIMALS = 5;

export function placeAt([longitude, latitude]: Position): Place {
  return { latitude: latitude.toFixed(DECIMALS), longitude: longitude.toFixed(DECIMALS) };
}

/** Its position on the map; null if unknown. */
export function pointOf(place: Place | null): Position | null {
  const { latitude, longitude } = place ?? {};
  return latitude && longitude ? [Number(longitude), Number(latitude)] : null;
}
