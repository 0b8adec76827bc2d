import { type PosMenuOptionGroup } from "../../../../domain/catalogue/pos-menu";
import {
  isNeeded,
  optionPrices,
  type RawLimits,
  type RawOption,
  sizePriceRow,
  toOptionGroup,
} from "../reading/menu-option-group";
import {
  type Fields,
  isFields,
  readAmount,
  readArticle,
  readFlag,
  readId,
  readList,
  readPrice,
} from "../reading/menu-reading";
import { type SizeRow } from "../reading/menu-sizes";
import { plainText } from "../reading/menu-text";
import { type MenuFolders } from "./menu-folders";

/** A product that may be an option of many others, and is therefore read only once. */
export interface Modifier {
  readonly name: string | null;
  readonly article: string | null;
  readonly sizePrices: unknown;
}

export interface Nomenclature {
  readonly folders: MenuFolders;
  /** Modifiers by id; deleted products are not included. */
  readonly modifiers: ReadonlyMap<string, Modifier>;
}

export function readModifier({ name, code, sizePrices }: Fields): Modifier {
  return { name: plainText(name), article: readArticle(code), sizePrices };
}

/** Reads the groups of a product, and its simple modifiers as one group without an id. */
export function readNomenclatureOptionGroups(
  product: Fields,
  main: SizeRow,
  sizes: readonly SizeRow[],
  nomenclature: Nomenclature,
): PosMenuOptionGroup[] {
  const optionsOf = (lines: unknown) =>
    readList(lines)
      .map((line) => readOption(line, main, sizes, nomenclature.modifiers))
      .filter((option) => option !== null);
  const groups = readList(product.groupModifiers).map((group) => {
    const posGroupId = readId(group.id);
    return toOptionGroup({
      posGroupId,
      name: nomenclature.folders.nameOf(posGroupId) ?? "",
      hidden: false,
      limits: readLimits(group),
      optionsHaveLimits: readFlag(group.childModifiersHaveMinMaxRestrictions),
      options: optionsOf(group.childModifiers),
    });
  });
  const simple = toOptionGroup({
    posGroupId: null,
    name: "",
    hidden: false,
    limits: { min: 0, max: 0, free: 0, byDefault: 0 },
    optionsHaveLimits: true,
    options: optionsOf(product.modifiers),
  });
  return [
    ...new Map([...groups, simple].map((group) => [group.posGroupId, group])).values(),
  ].filter(isNeeded);
}

const NO_MODIFIER: Modifier = { name: null, article: null, sizePrices: null };

function readLimits(line: Fields): RawLimits {
  return {
    min: Math.max(readAmount(line.minAmount), readFlag(line.required) ? 1 : 0),
    max: readAmount(line.maxAmount),
    free: readAmount(line.freeOfChargeAmount),
    byDefault: readAmount(line.defaultAmount),
  };
}

function readOption(
  line: Fields,
  main: SizeRow,
  sizes: readonly SizeRow[],
  modifiers: Nomenclature["modifiers"],
): RawOption | null {
  const posProductId = readId(line.id);
  const { name, article, sizePrices } = modifiers.get(posProductId ?? "") ?? NO_MODIFIER;
  if (posProductId === null || name === null) return null;

  const priceWith = ({ size }: SizeRow) => {
    const price = sizePriceRow(sizePrices, size.posSizeId)?.price;
    return isFields(price) ? readPrice(price.currentPrice) : null;
  };
  const { price, priceBySize } = optionPrices(main, sizes, priceWith);
  const limits = readLimits(line);
  return { posProductId, article, name, price, priceBySize, hidden: false, limits };
}
