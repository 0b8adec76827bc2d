import {
  type PosMenuItem,
  type PosMenuSize,
  PosMenuSource,
} from "../../../../domain/catalogue/pos-menu";
import { PosContractBroken } from "../../../../errors";
import { draftMenu, type MenuDraft } from "../reading/menu-draft";
import { readImageUrls } from "../reading/menu-images";
import { kilogramsToGrams, toNutrition } from "../reading/menu-nutrition";
import {
  type Fields,
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
import { MenuFolders } from "./menu-folders";
import {
  type Nomenclature,
  readModifier,
  readNomenclatureOptionGroups,
} from "./menu-nomenclature-options";

/** Other types are modifiers, stock goods, or have no type at all. */
const SELLABLE_TYPES = new Set(["DISH", "GOOD", "GOODS", "SERVICE"]);

/**
 * Reads `/api/1/nomenclature`: products that are on the menu, not deleted, and priced. Sizes have
 * no articles of their own here.
 *
 * @throws {PosContractBroken} the body is not a nomenclature
 */
export function mapNomenclature(body: unknown): MenuDraft {
  if (!isFields(body) || !Array.isArray(body.products)) {
    throw new PosContractBroken("iiko's answer is not a nomenclature: it has no products");
  }
  const nomenclature = indexed(body);
  const { folders } = nomenclature;
  const itemsByFolder = new Map<string, PosMenuItem[]>();
  for (const product of inOrder(readList(body.products))) {
    const home = folders.homeOf(readId(product.parentGroup));
    const item = readItem(product, nomenclature);
    if (item === null) continue;
    const items = itemsByFolder.get(home);
    if (items) items.push(item);
    else itemsByFolder.set(home, [item]);
  }
  const categories = [...folders.inOrder(), MenuFolders.NONE].map((folder) => ({
    ...folder,
    items: itemsByFolder.get(folder.posId) ?? [],
  }));
  return draftMenu(PosMenuSource.NOMENCLATURE, readId(body.revision), categories);
}

function indexed(body: Fields): Nomenclature & { readonly sizes: ReadonlyMap<string, Fields> } {
  const live = readList(body.products).filter((product) => !readFlag(product.isDeleted));
  return {
    folders: new MenuFolders(body.groups),
    sizes: new Map(readList(body.sizes).map((size) => [readId(size.id) ?? "", size])),
    // Modifiers are usually not "included in the menu"; their group decides whether they are sold.
    modifiers: new Map(
      live.toReversed().map((product) => [readId(product.id) ?? "", readModifier(product)]),
    ),
  };
}

function inOrder(rows: Fields[]): Fields[] {
  return rows.sort((left, right) => (readNumber(left.order) ?? 0) - (readNumber(right.order) ?? 0));
}

function readItem(product: Fields, nomenclature: ReturnType<typeof indexed>): PosMenuItem | null {
  const posProductId = readId(product.id);
  const name = plainText(product.name);
  const sizes = readSizes(product, nomenclature.sizes);
  const main = mainSize(sizes);
  const sellable = SELLABLE_TYPES.has(readWord(product.type)) && !readFlag(product.isDeleted);
  const priced = sizes.some(({ size }) => size.price !== null);
  if (posProductId === null || name === null || !main || !sellable || !priced) return null;

  return {
    posProductId,
    article: readArticle(product.code),
    name,
    description: plainText(product.description, LONGEST_DESCRIPTION),
    imageUrls: readImageUrls(Array.isArray(product.imageLinks) ? product.imageLinks : []),
    compound: readWord(product.orderItemType) === "COMPOUND",
    combo: false,
    hidden: false,
    sizes: sizes.map(({ size }) => size),
    optionGroups: readNomenclatureOptionGroups(product, main, sizes, nomenclature),
    nutrition: readNutrition(product),
  };
}

function readSizes(product: Fields, sizesById: ReadonlyMap<string, Fields>): SizeRow[] {
  const rows = readList(product.sizePrices).map((fields) => ({
    size: readSize(fields, sizesById),
    fields,
  }));
  const [only, ...others] = distinctSizes(rows);
  if (!only || others.length > 0 || only.size.posSizeId !== null)
    return only ? [only, ...others] : [];
  return [{ ...only, size: { ...only.size, article: readArticle(product.code) } }];
}

function readSize(fields: Fields, sizesById: ReadonlyMap<string, Fields>): PosMenuSize {
  const posSizeId = readId(fields.sizeId);
  const size = sizesById.get(posSizeId ?? "");
  const price = isFields(fields.price) ? fields.price : {};
  return {
    posSizeId,
    name: plainText(size?.name),
    article: null,
    price: readFlag(price.isIncludedInMenu) ? readPrice(price.currentPrice) : null,
    isDefault: readFlag(size?.isDefault),
    hidden: false,
  };
}

function readNutrition(product: Fields) {
  const weight = readNumber(product.weight);
  const perHundredGrams = {
    energyKcal: readNumber(product.energyAmount),
    proteins: readNumber(product.proteinsAmount),
    fats: readNumber(product.fatAmount),
    carbohydrates: readNumber(product.carbohydratesAmount),
  };
  return toNutrition(perHundredGrams, weight === null ? null : kilogramsToGrams(weight), []);
}
