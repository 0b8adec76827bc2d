import { UserErrorCode } from "../../../../domain/errors/user-error-code";
import {
  all,
  type FieldRow,
  fieldsOf,
  type FieldTable,
  listOf,
  told,
  unneeded,
  used,
} from "./field-table";
import { comboDates } from "./schedule-facts";

type Rows = FieldTable["rows"];

/** Values per 100 g. */
export const NUTRITION: FieldTable = {
  rows: {
    ...all(used("number"), "energy", "proteins", "fats", "carbs"),
    organizations: used("ids"),
    ...unneeded("DISPLAY", "saturatedFattyAcid", "salt", "sugar"),
  },
};

/** An address, or an object that contains one. */
export const IMAGE: FieldTable = {
  rows: { url: used("text"), ...unneeded("TILL_SCREEN", "hash", "updatedAt") },
};

/** Limits of a group or an option; the default amount has another name in format 2. */
export const RESTRICTIONS: FieldRow = fieldsOf({
  rows: {
    ...all(
      used("number"),
      "minQuantity",
      "maxQuantity",
      "freeQuantity",
      "byDefault",
      "defaultQuantity",
    ),
    ...unneeded("TILL_SCREEN", "hideIfDefaultQuantity"),
  },
});

/** Prices of an organization, in either layout. */
export const PRICES: FieldRow = listOf({
  rows: {
    organizationId: used("id"),
    organizations: used("ids"),
    price: used("number"),
    ...unneeded("TAXES", "taxCategoryId"),
  },
});

/** The menu's own list: options and items refer to it, or repeat it in place. */
export const ALLERGENS: FieldRow = listOf({
  rows: { id: used("id"), name: used("text"), ...unneeded("ACCOUNTING", "code", "isDeleted") },
});

export const ALLERGENS_IN_PLACE: FieldRow = listOf({
  rows: { name: used("text"), ...unneeded("ACCOUNTING", "id", "code", "isDeleted") },
});

/** Fields that every body has at its root, besides its products. */
export const ROOT: Rows = {
  revision: used("id"),
  ...unneeded(
    "ENVELOPE",
    "correlationId",
    "id",
    "name",
    "description",
    "buttonImageUrl",
    "image",
    "formatVersion",
  ),
  ...unneeded("ACCOUNTING", "productCategories"),
  ...unneeded("MARKETING", "customerTagGroups"),
  ...unneeded("TAXES", "taxCategories", "overrideTaxCategories"),
};

/** Fields of products and options that are irrelevant to their sale. */
export const ASIDE: Rows = {
  ...unneeded("DISPLAY", "tags", "labels"),
  ...unneeded("MARKETING", "customerTagGroups"),
  ...unneeded("ACCOUNTING", "productCategoryId", "outerEanCode", "barcodes"),
  ...unneeded("TAXES", "taxCategory", "taxCategoryId", "paymentSubject", "paymentSubjectCode"),
};

const COMBO_CHOICE_SIZE: FieldTable = {
  rows: {
    ...all(used("id"), "sizeId", "productSizeId", "comboSizeId"),
    prices: PRICES,
    price: used("number"),
    ...unneeded("TOLD_ELSEWHERE", "name", "shortName"),
  },
};

/** Components of a combo, with the names of all formats. */
export const COMBO_GROUPS: FieldRow = listOf({
  rows: {
    id: used("id"),
    name: used("text"),
    ...all(
      listOf({
        rows: {
          ...all(used("id"), "itemId", "productId", "sizeId"),
          ...all(listOf(COMBO_CHOICE_SIZE), "sizes", "sizePrices"),
          forbiddenModifiers: used("ids"),
          priceModificationAmount: used("number"),
        },
      }),
      "items",
      "products",
    ),
    ...unneeded("TILL_SCREEN", "isMainGroup", "skipStep"),
  },
});

/** Sizes of a combo, with the names of all formats. */
export const COMBO_SIZES: FieldRow = listOf({
  rows: {
    ...all(used("id"), "sizeId", "id"),
    name: used("text"),
    ...all(used("flag"), "isDefault", "isHidden"),
    ...all(fieldsOf(IMAGE), "image", "buttonImage"),
    buttonImageUrl: used("text"),
    ...unneeded("TOLD_ELSEWHERE", "shortName"),
  },
});

/** Combos that a menu lists separately from its products. */
export const COMBO_CATEGORIES: FieldRow = listOf({
  rows: {
    ...all(used("id"), "id", "iikoGroupId"),
    name: used("text"),
    isHidden: used("flag"),
    combos: listOf({
      owner: { kind: "product", ids: ["id"] },
      rules: [comboDates],
      rows: {
        id: used("id"),
        sku: used("id"),
        ...all(used("text"), "name", "description", "priceStrategy"),
        price: used("number"),
        isHidden: used("flag"),
        image: { use: "used", reading: "fields or list", inside: IMAGE },
        groups: COMBO_GROUPS,
        sizes: COMBO_SIZES,
        ...all(told(UserErrorCode.SCHEDULE_NOT_APPLIED, "text"), "startDate", "expirationDate"),
      },
    }),
  },
});

/** How a dish or a good is sold; the standalone menu states it on its products. */
export const SALE: Rows = {
  orderItemType: used("text"),
  modifierSchemaId: told(UserErrorCode.MODIFIER_SCHEME, "id"),
  modifierSchemaName: told(UserErrorCode.MODIFIER_SCHEME, "any"),
  measureUnit: told(UserErrorCode.SOLD_BY_MEASURE, "text"),
  useBalanceForSell: told(UserErrorCode.SOLD_BY_MEASURE, "flag"),
  canSetOpenPrice: told(UserErrorCode.OPEN_PRICE, "flag"),
  isMarked: told(UserErrorCode.MARKED_GOODS, "flag"),
};

/** The card of an option: clients are shown the card of its dish. */
export const OPTION_CARD: Rows = unneeded(
  "DISPLAY",
  "description",
  "buttonImageUrl",
  "image",
  "nutritionPerHundredGrams",
  "nutritions",
  "measureUnitType",
  "allergens",
  "allergenGroups",
  "allergenGroupIds",
);
