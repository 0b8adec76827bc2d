import {
  type PosMenuCategory,
  type PosMenuItem,
  type PosMenuSize,
  PosMenuSource,
} from "../../../../domain/catalogue/pos-menu";
import { PosContractBroken } from "../../../../errors";
import { draftMenu, type MenuDraft, NO_CATEGORY_NAME } from "../reading/menu-draft";
import { readImageUrls } from "../reading/menu-images";
import {
  allergenNamesById,
  readAllergens,
  readNutrition,
  readWeightGrams,
  toNutrition,
} from "../reading/menu-nutrition";
import {
  optionPrices,
  type RawOption,
  readOptionGroup,
  readRestrictions,
  sizePriceRow,
} from "../reading/menu-option-group";
import {
  type Fields,
  firstTold,
  isFields,
  readArticle,
  readFlag,
  readId,
  readList,
  readNumber,
  readPrice,
  readWord,
} from "../reading/menu-reading";
import { distinctSizes, mainSize, type SizeRow } from "../reading/menu-sizes";
import { LONGEST_DESCRIPTION, plainText } from "../reading/menu-text";
import { toComboItem } from "./menu-combo";

type ById = ReadonlyMap<string, Fields>;

interface Root {
  readonly products: ById;
  readonly combos: ById;
  readonly modifiers: ById;
  readonly allergens: ReadonlyMap<string, string>;
  readonly organizationId: string;
}

/**
 * Reads `/api/menu/v3/by_id`, whose prices are those of the organization in the request.
 *
 * @throws {PosContractBroken} the body is not such a menu
 */
export function mapStandaloneMenu(body: unknown, organizationId: string): MenuDraft {
  // Every collection in this format may be null.
  if (!isFields(body) || (!Array.isArray(body.itemsGroups) && body.itemsGroups !== null)) {
    throw new PosContractBroken("iiko's answer is not a standalone menu: it has no itemsGroups");
  }
  const root: Root = {
    products: byId(body.products),
    combos: byId(body.combos),
    modifiers: byId(body.modifiers),
    allergens: allergenNamesById(body),
    organizationId,
  };
  const categories = readList(body.itemsGroups).map((group) => readCategory(group, root));
  return draftMenu(PosMenuSource.MENU_V3_STANDALONE, readId(body.revision), categories);
}

function byId(list: unknown): ById {
  return new Map(readList(list).map((fields) => [readId(fields.id) ?? "", fields]));
}

function readCategory(group: Fields, root: Root): PosMenuCategory {
  const name = plainText(group.name) ?? NO_CATEGORY_NAME;
  const inOrder = readList(group.items).sort(
    (left, right) => (readNumber(left.sortOrder) ?? 0) - (readNumber(right.sortOrder) ?? 0),
  );
  return {
    posId: readId(group.id) ?? `name:${name}`,
    name,
    hidden: readFlag(group.isHidden),
    items: inOrder.map((item) => readEntry(item, root)).filter((item) => item !== null),
  };
}

function readEntry(item: Fields, root: Root): PosMenuItem | null {
  const productId = readId(item.productId);
  const comboId = readId(item.comboId);
  if (readWord(item.itemType) !== "COMBO" && productId !== null)
    return readProduct(productId, item, root);

  const combo = root.combos.get(comboId ?? "");
  const source = {
    posProductId: comboId,
    article: combo?.sku,
    fields: item,
    priceStrategy: combo?.priceStrategy,
    groups: combo?.componentGroups,
    priceOf: (posSizeId: string | null) => sizePriceRow(item.sizePrices, posSizeId)?.price,
  };
  return toComboItem(source, root.organizationId);
}

function readProduct(posProductId: string, item: Fields, root: Root): PosMenuItem | null {
  const product = root.products.get(posProductId) ?? {};
  const name = plainText(item.name);
  const sizes = distinctSizes(
    readList(item.sizePrices).map((fields) => ({ size: readSize(fields), fields })),
  );
  const main = mainSize(sizes);
  if (name === null || !main) return null;
  return {
    posProductId,
    article: readArticle(product.sku) ?? (sizes.length === 1 ? main.size.article : null),
    name,
    description: plainText(item.description, LONGEST_DESCRIPTION),
    imageUrls: readImageUrls(
      [item, main.fields, ...sizes.map(({ fields }) => fields)].map(imageOf),
    ),
    compound: readWord(product.orderItemType) === "COMPOUND",
    combo: false,
    hidden: readFlag(item.isHidden),
    sizes: sizes.map(({ size }) => size),
    optionGroups: readList(item.modifierGroups).flatMap((group) => {
      const options = readList(group.items).flatMap((option) =>
        readOption(option, main, sizes, root.modifiers),
      );
      return readOptionGroup(group, readId(group.id), options);
    }),
    nutrition: toNutrition(
      readNutrition(main.fields.nutritions, root.organizationId),
      readWeightGrams(main.fields.weight, main.fields.measureUnitType),
      readAllergens(item, root.allergens),
    ),
  };
}

function imageOf(fields: Fields): unknown {
  return firstTold(fields.image, fields.buttonImageUrl);
}

function readSize(fields: Fields): PosMenuSize {
  return {
    posSizeId: readId(fields.sizeId),
    name: plainText(fields.sizeName),
    article: readArticle(fields.sku),
    price: readPrice(fields.price),
    isDefault: readFlag(fields.isDefault),
    hidden: readFlag(fields.isHidden),
  };
}

/** Anything that the group's line leaves null is in the menu's list of modifiers. */
function readOption(
  item: Fields,
  main: SizeRow,
  sizes: readonly SizeRow[],
  modifiers: ById,
): RawOption[] {
  const posProductId = readId(item.id);
  const modifier = modifiers.get(posProductId ?? "") ?? {};
  const name = plainText(item.name) ?? plainText(modifier.name);
  if (posProductId === null || name === null) return [];

  const sizePrices = firstTold(item.sizePrices, modifier.sizePrices);
  return [
    {
      posProductId,
      article: readArticle(item.sku) ?? readArticle(modifier.sku),
      name,
      ...optionPrices(main, sizes, ({ size }) =>
        readPrice(sizePriceRow(sizePrices, size.posSizeId)?.price),
      ),
      hidden: readFlag(firstTold(item.isHidden, modifier.isHidden)),
      limits: readRestrictions(firstTold(item.restrictions, modifier.restrictions)),
    },
  ];
}
