import { type Fields, firstTold, readFlag, readId, readList } from "./menu-reading";
import { plainText } from "./menu-text";

const LONGEST_UNIT = 100;
const MEASURE =
  /^(к?г|гр|грамм.*|килограмм.*|м?л|литр.*|миллилитр.*|k?g|gr|grams?|kilograms?|m?l|lit(er|re)s?|oz|lbs?|м|метр.*)$/;

/** The unit as the menu writes it; null: it does not say. */
export function readUnit({ measureUnit }: Fields): string | null {
  return plainText(measureUnit, LONGEST_UNIT);
}

/** "100 г." is г. */
export function unitWord(told: string | null): string {
  return (told ?? "").toLowerCase().replace(/[\d\s.,]/g, "");
}

/** Is a product sold by weight or volume, and so in any amount? */
export function isWeighed(product: Fields): boolean {
  return readFlag(product.useBalanceForSell) || MEASURE.test(unitWord(readUnit(product)));
}

/** The ids of the products of a menu, in any format, that are sold by weight. */
export function readWeighed(body: Fields): string[] {
  const categories = [body.itemCategories, body.itemGroups].flatMap(readList);
  // The standalone menu and the nomenclature have their products at the root.
  const products = [
    ...readList(body.products),
    ...categories.flatMap(({ items }) => readList(items)),
  ];
  const ids = products
    .filter(isWeighed)
    .flatMap((product) => readId(firstTold(product.itemId, product.id)) ?? []);
  return [...new Set(ids)];
}
