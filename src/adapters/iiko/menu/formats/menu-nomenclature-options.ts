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

export interface Nomenclature {
  readonly folders: MenuFolders;
  /** Those that are not deleted, modifiers included. */
  readonly products: ReadonlyMap<string, Fields>;
}

/** The groups of a product, and its simple modifiers as one group without an id. */
export function readNomenclatureOptionGroups(
  product: Fields,
  main: SizeRow,
  sizes: readonly SizeRow[],
  nomenclature: Nomenclature,
): PosMenuOptionGroup[] {
  const optionsOf = (lines: unknown) =>
    readList(lines).flatMap((line) => readOption(line, main, sizes, nomenclature.products));
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
  products: Nomenclature["products"],
): RawOption[] {
  const posProductId = readId(line.id);
  const modifier = products.get(posProductId ?? "");
  const name = plainText(modifier?.name);
  if (posProductId === null || modifier === undefined || name === null) return [];

  const priceWith = ({ size }: SizeRow) => {
    const price = sizePriceRow(modifier.sizePrices, size.posSizeId)?.price;
    return isFields(price) ? readPrice(price.currentPrice) : null;
  };
  return [
    {
      posProductId,
      article: readArticle(modifier.code),
      name,
      ...optionPrices(main, sizes, priceWith),
      hidden: false,
      limits: readLimits(line),
    },
  ];
}
