import { type IikoMenuFormat } from "./menu-draft";
import { externalFormatOf } from "./menu-external-format";
import { type Fields, readFlag, readId, readList } from "./menu-reading";
import { plainText } from "./menu-text";

const LONGEST_UNIT = 100;
const MEASURE =
  /^(к?г|гр|грамм.*|килограмм.*|м?л|литр.*|миллилитр.*|k?g|gr|grams?|kilograms?|m?l|lit(er|re)s?|oz|lbs?|м|метр.*)$/;

/** Returns the unit as the menu spells it; null when it names none. */
export function readUnit({ measureUnit }: Fields): string | null {
  return plainText(measureUnit, LONGEST_UNIT);
}

/** "100 г." is г. */
export function unitWord(told: string | null): string {
  return (told ?? "").toLowerCase().replace(/[\d\s.,]/g, "");
}

/** Returns whether a product is sold by weight or volume, and therefore in any amount. */
export function isWeighed(product: Fields): boolean {
  return readFlag(product.useBalanceForSell) || MEASURE.test(unitWord(readUnit(product)));
}

/** Returns the ids of the menu's products that are sold by weight. */
export function readWeighed(body: Fields, source: IikoMenuFormat): string[] {
  const format = externalFormatOf(source);
  // The standalone menu and the nomenclature have their products at the root.
  const products = format
    ? readList(body[format.categories]).flatMap(({ items }) => readList(items))
    : readList(body.products);
  const ids = products
    .filter(isWeighed)
    .flatMap((product) => readId(product[format?.itemId ?? "id"]) ?? []);
  return [...new Set(ids)];
}
