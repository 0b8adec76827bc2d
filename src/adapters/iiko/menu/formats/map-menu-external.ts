import {
  type PosMenuCategory,
  type PosMenuItem,
  type PosMenuSize,
} from "../../../../domain/catalogue/pos-menu";
import { PosContractBroken } from "../../../../errors";
import { draftMenu, type MenuDraft, NO_CATEGORY_NAME } from "../reading/menu-draft";
import {
  EXTERNAL_V2,
  EXTERNAL_V3,
  EXTERNAL_V4,
  type ExternalMenuFormat,
} from "../reading/menu-external-format";
import { readImageUrls } from "../reading/menu-images";
import {
  allergenNamesById,
  readAllergens,
  readNutrition,
  readWeightGrams,
  toNutrition,
} from "../reading/menu-nutrition";
import { priceOfOrganization } from "../reading/menu-option-group";
import {
  type Fields,
  firstTold,
  isFields,
  readArticle,
  readFlag,
  readId,
  readList,
  readWord,
} from "../reading/menu-reading";
import { distinctSizes, mainSize } from "../reading/menu-sizes";
import { LONGEST_DESCRIPTION, plainText } from "../reading/menu-text";
import { toComboItem } from "./menu-combo";
import { readExternalOptionGroups } from "./menu-external-options";

interface Reading {
  readonly format: ExternalMenuFormat;
  readonly organizationId: string;
  readonly allergens: ReadonlyMap<string, string>;
}

/** Reads `/api/2/menu/by_id`, version 2. @throws {PosContractBroken} the body is not such a menu */
export const mapExternalMenuV2 = mapperOf(EXTERNAL_V2);

/** The same for version 3. */
export const mapExternalMenuV3 = mapperOf(EXTERNAL_V3);

/** The same for version 4. */
export const mapExternalMenuV4 = mapperOf(EXTERNAL_V4);

function mapperOf(
  format: ExternalMenuFormat,
): (body: unknown, organizationId: string) => MenuDraft {
  return (body, organizationId) => mapExternalMenu(body, organizationId, format);
}

/**
 * Reads an external menu with only the prices of `organizationId`. Broken items are left out.
 *
 * @throws {PosContractBroken} the body is not an external menu of this format
 */
function mapExternalMenu(
  body: unknown,
  organizationId: string,
  format: ExternalMenuFormat,
): MenuDraft {
  const categories = isFields(body) ? body[format.categories] : undefined;
  // A menu that is still empty may have null instead of an empty list.
  if (!isFields(body) || (!Array.isArray(categories) && categories !== null)) {
    throw new PosContractBroken(
      `iiko's answer is not an external menu of format ${format.version}: it has no ${format.categories}`,
    );
  }
  const reading = { format, organizationId, allergens: allergenNamesById(body) };
  return draftMenu(format.source, readId(body.revision), [
    ...readList(categories).map((category) => readCategory(category, reading)),
    ...readList(body.comboCategories).map((category) =>
      readComboCategory(category, organizationId),
    ),
  ]);
}

function readCategory(category: Fields, reading: Reading): PosMenuCategory {
  const items = readList(category.items).map((item) => {
    // Format 4 describes a combo in place; in other formats a combo may have the sizes of a
    // product.
    const combo = readWord(item.type) === "COMBO";
    return combo && readList(item.itemSizes).length === 0
      ? readCombo(item, reading.format.itemId, reading.organizationId)
      : readItem(item, combo, reading);
  });
  return toCategory(category, items);
}

function readComboCategory(category: Fields, organizationId: string): PosMenuCategory {
  return toCategory(
    category,
    readList(category.combos).map((combo) => readCombo(combo, "id", organizationId)),
  );
}

function toCategory(category: Fields, items: readonly (PosMenuItem | null)[]): PosMenuCategory {
  const name = plainText(category.name) ?? NO_CATEGORY_NAME;
  return {
    posId: readId(category.id) ?? readId(category.iikoGroupId) ?? `name:${name}`,
    name,
    hidden: readFlag(category.isHidden),
    items: items.filter((item) => item !== null),
  };
}

function readCombo(
  combo: Fields,
  idField: "itemId" | "id",
  organizationId: string,
): PosMenuItem | null {
  const source = {
    posProductId: readId(combo[idField]),
    article: combo.sku,
    fields: combo,
    priceStrategy: combo.priceStrategy,
    groups: combo.groups,
    priceOf: () => combo.price,
  };
  return toComboItem(source, organizationId);
}

function readItem(item: Fields, combo: boolean, reading: Reading): PosMenuItem | null {
  const { format, organizationId } = reading;
  const posProductId = readId(item[format.itemId]);
  const name = plainText(item.name);
  const sizes = distinctSizes(
    readList(item.itemSizes).map((fields) => ({ size: readSize(fields, reading), fields })),
  );
  const main = mainSize(sizes);
  if (posProductId === null || name === null || !main) return null;
  return {
    posProductId,
    // When there is a single size, iiko gives it the product's article too.
    article: readArticle(item.sku) ?? (sizes.length === 1 ? main.size.article : null),
    name,
    description: plainText(item.description, LONGEST_DESCRIPTION),
    imageUrls: readImageUrls(
      [item, main.fields, ...sizes.map(({ fields }) => fields)].map(imageOf),
    ),
    compound: readWord(item.orderItemType) === "COMPOUND",
    combo,
    hidden: readFlag(item.isHidden),
    sizes: sizes.map(({ size }) => size),
    optionGroups: readExternalOptionGroups(main, sizes, format, organizationId),
    nutrition: toNutrition(
      readNutrition(
        firstTold(main.fields.nutritionPerHundredGrams, main.fields.nutritions),
        organizationId,
      ),
      readWeightGrams(main.fields[format.weight], main.fields.measureUnitType),
      readAllergens(item, reading.allergens),
    ),
  };
}

function imageOf(fields: Fields): unknown {
  return fields.buttonImageUrl;
}

function readSize(fields: Fields, { format, organizationId }: Reading): PosMenuSize {
  return {
    posSizeId: readId(fields[format.sizeId]),
    name: plainText(fields.sizeName),
    article: readArticle(fields.sku),
    price: priceOfOrganization(fields.prices, organizationId),
    isDefault: readFlag(fields.isDefault),
    hidden: readFlag(fields.isHidden),
  };
}
