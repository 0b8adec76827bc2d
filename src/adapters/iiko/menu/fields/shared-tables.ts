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

/** Per 100 g. */
export const NUTRITION: FieldTable = {
  rows: {
    ...all(used("number"), "energy", "proteins", "fats", "carbs"),
    organizations: used("ids"),
    ...unneeded("DISPLAY", "saturatedFattyAcid", "salt", "sugar"),
  },
};

/** An address, or an object that holds one. */
export const IMAGE: FieldTable = {
  rows: { url: used("text"), ...unneeded("TILL_SCREEN", "hash", "updatedAt") },
};

/** How many of a group or an option; what is chosen by default has another name in format 2. */
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

/** The price of an organization, in either layout. */
export const PRICES: FieldRow = listOf({
  rows: {
    organizationId: used("id"),
    organizations: used("ids"),
    price: used("number"),
    ...unneeded("TAXES", "taxCategoryId"),
  },
});

/** The menu's own list: those of options and items refer to it, or say the same in place. */
export const ALLERGENS: FieldRow = listOf({
  rows: { id: used("id"), name: used("text"), ...unneeded("ACCOUNTING", "code", "isDeleted") },
});

export const ALLERGENS_IN_PLACE: FieldRow = listOf({
  rows: { name: used("text"), ...unneeded("ACCOUNTING", "id", "code", "isDeleted") },
});

/** What every body has at its root, beside its products. */
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

/** Of a product, and of an option, that say nothing of its sale. */
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

/** What a combo is made of, as any format calls it. */
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

/** The sizes of a combo, as any format calls them. */
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

/** Combos that a menu lists apart from its products. */
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

/** What a dish is sold as, and a good; the standalone menu says it of its products. */
export const SALE: Rows = {
  orderItemType: used("text"),
  modifierSchemaId: told(UserErrorCode.MODIFIER_SCHEME, "id"),
  modifierSchemaName: told(UserErrorCode.MODIFIER_SCHEME, "any"),
  measureUnit: told(UserErrorCode.SOLD_BY_MEASURE, "text"),
  useBalanceForSell: told(UserErrorCode.SOLD_BY_MEASURE, "flag"),
  canSetOpenPrice: told(UserErrorCode.OPEN_PRICE, "flag"),
  isMarked: told(UserErrorCode.MARKED_GOODS, "flag"),
};

/** The card of an option: a client is shown that of its dish. */
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
