import { addressInWords } from "../../domain/address-in-words";
import { type Address } from "../../domain/order-ticket";
import { type IikoDeliveryPoint } from "./iiko-order";
import { cleanText, fit } from "./iiko-text";

/** Limits of iiko's contract, in characters. */
const STREET = 60;
const CITY = 60;
const DETAIL = 10;
/** iiko declares none for the house. */
const HOUSE = 100;
const COMMENT = 500;

/** iiko refuses an address without street, city or house; guests of a one-town restaurant name no city. */
const UNNAMED = "-";

/** The address in iiko's "legacy" form, and once more as a sentence: what a field has no room for, the courier still reads. */
export function toIikoDeliveryPoint(address: Address): IikoDeliveryPoint {
  const { latitude, longitude } = address;
  return {
    coordinates: latitude === null || longitude === null ? undefined : { latitude, longitude },
    address: {
      type: "legacy",
      street: { name: fit(address.street, STREET) ?? UNNAMED, city: fit(address.city, CITY) ?? UNNAMED },
      house: fit(address.house, HOUSE) ?? UNNAMED,
      building: fit(address.building, DETAIL),
      flat: fit(address.flat, DETAIL),
      entrance: fit(address.entrance, DETAIL),
      floor: fit(address.floor, DETAIL),
      doorphone: fit(address.doorphone, DETAIL),
    },
    comment: fit([addressInWords(address, cleanText), address.comment].filter(Boolean).join(". "), COMMENT),
  };
}
