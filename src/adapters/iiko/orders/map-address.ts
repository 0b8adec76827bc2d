import { addressInWords } from "../../../domain/orders/address-in-words";
import { type Address } from "../../../domain/ticket/order-ticket";
import { LONGEST_OF_ADDRESS } from "../values/address-limits";
import { fitGuestText, guestText } from "../values/guest-text";
import { fit, shorten } from "../values/iiko-text";
import { type IikoAddress, type IikoDeliveryPoint } from "./iiko-order";

const { street: STREET, city: CITY, house: HOUSE, detail: DETAIL } = LONGEST_OF_ADDRESS;
/** These are also the limits in iiko's contract, in characters. */
const LINE = 250;
const COMMENT = 500;

/**
 * iiko refuses an address without street, city or house; guests of a restaurant in a single town do
 * not name the city.
 */
const UNNAMED = "-";

/**
 * Converts the address to the form that the organization wants, and repeats it as a sentence, so
 * that the courier can still read what does not fit into a field.
 *
 * @param inOneLine iiko's address format "City"; otherwise "Legacy"
 */
export function toIikoDeliveryPoint(address: Address, inOneLine: boolean): IikoDeliveryPoint {
  const { latitude, longitude } = address;
  return {
    coordinates: latitude === null || longitude === null ? undefined : { latitude, longitude },
    address: inOneLine ? toCityAddress(address) : toLegacyAddress(address),
    comment: shorten(
      [addressInWords(address, guestText), guestText(address.comment)].filter(Boolean).join(". "),
      COMMENT,
    ),
  };
}

function toCityAddress(address: Address): IikoAddress {
  const withoutDetails = { ...address, flat: null, entrance: null, floor: null, doorphone: null };
  const line1 = addressInWords(withoutDetails, guestText);
  return { type: "city", line1: fit(line1, LINE) ?? UNNAMED, ...details(address) };
}

function toLegacyAddress(address: Address): IikoAddress {
  return {
    type: "legacy",
    // An id identifies the street for certain; a name has to match iiko's dictionary letter by
    // letter.
    street: address.posStreetId
      ? { id: address.posStreetId }
      : {
          name: fitGuestText(address.street, STREET) ?? UNNAMED,
          city: fitGuestText(address.city, CITY) ?? UNNAMED,
        },
    house: fitGuestText(address.house, HOUSE) ?? UNNAMED,
    building: fitGuestText(address.building, DETAIL),
    ...details(address),
  };
}

function details({ flat, entrance, floor, doorphone }: Address) {
  return {
    flat: fitGuestText(flat, DETAIL),
    entrance: fitGuestText(entrance, DETAIL),
    floor: fitGuestText(floor, DETAIL),
    doorphone: fitGuestText(doorphone, DETAIL),
  };
}
