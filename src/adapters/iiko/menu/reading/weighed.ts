import { PosMenuSource } from "../../../../domain/catalogue/pos-menu";
import { type IikoMenuFormat } from "./menu-draft";
import { type Fields, readFlag, readId, readList } from "./menu-reading";
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

/** The ids of the products of a menu that are sold by weight. */
export function readWeighed(body: Fields, source: IikoMenuFormat): string[] {
  const ids = productsOf(body, source).flatMap((product) => {
    const id = source === PosMenuSource.EXTERNAL_MENU_V2 ? product.itemId : product.id;
    return isWeighed(product) ? (readId(id) ?? []) : [];
  });
  return [...new Set(ids)];
}

/** The standalone menu and the nomenclature have them at the root. */
function productsOf(body: Fields, source: IikoMenuFormat): Fields[] {
  switch (source) {
    case PosMenuSource.MENU_V3_STANDALONE:
    case PosMenuSource.NOMENCLATURE:
      return readList(body.products);
    case PosMenuSource.EXTERNAL_MENU_V2:
      return readList(body.itemCategories).flatMap(({ items }) => readList(items));
    default:
      return readList(body.itemGroups).flatMap(({ items }) => readList(items));
  }
}
