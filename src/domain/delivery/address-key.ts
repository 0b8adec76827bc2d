import { folded } from "../texts/typed-text";
import { type AddressInWords } from "./pos-address";
import { cityKey, streetWords } from "./street-words";

/** «дом 12», «д. 12». */
const HOUSE = /^(дом|д)(?![\p{L}])/u;

/**
 * Returns a key that is equal for two spellings of one address, whichever flat of the house is
 * meant; null: there is too little to search for. Streets of different kinds are different streets,
 * and one without a kind matches neither: it is searched for as written.
 */
export function addressKey(address: AddressInWords): string | null {
  const house = compact(address.house).replace(HOUSE, "");
  if (house === "") return null;
  const building = compact(address.building ?? "");
  if (address.posStreetId !== null)
    return JSON.stringify([address.posStreetId.toLowerCase(), house, building]);
  const { words, kind } = streetWords(address.street);
  if (words.length === 0) return null;
  return JSON.stringify([cityKey(address.city ?? ""), words, kind, house, building]);
}

/** «12 К 2» and «12к2» are the same house. */
function compact(written: string): string {
  return folded(written).replace(/[\s.,]/g, "");
}
