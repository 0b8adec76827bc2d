import { UserErrorCode } from "../../../../domain/errors/user-error-code";
import { all, fieldsOf, type FieldTable, listOf, told, unneeded, used } from "./field-table";
import { openPrice, priceToCome, schemeOfPlainDish, soldByMeasure } from "./product-facts";
import { SALE } from "./shared-tables";

type Rows = FieldTable["rows"];

const CARD: Rows = {
  ...unneeded("SEARCH_ENGINES", "seoDescription", "seoText", "seoKeywords", "seoTitle"),
  ...unneeded("ACCOUNTING", "additionalInfo"),
  ...unneeded("DISPLAY", "tags"),
};

const GROUP: FieldTable = {
  rows: {
    ...CARD,
    ...all(used("id"), "id", "parentGroup"),
    name: used("text"),
    order: used("number"),
    ...all(used("flag"), "isIncludedInMenu", "isDeleted"),
    ...unneeded("DISPLAY", "description", "imageLinks"),
    ...unneeded("ACCOUNTING", "code"),
    ...unneeded("TOLD_ELSEWHERE", "isGroupModifier"),
  },
};

const SIZE_PRICE: FieldTable = {
  rows: {
    sizeId: used("id"),
    price: fieldsOf({
      rows: {
        currentPrice: used("number"),
        isIncludedInMenu: used("flag"),
        nextPrice: told(UserErrorCode.PRICE_CHANGE_AHEAD, "number"),
        nextIncludedInMenu: told(UserErrorCode.PRICE_CHANGE_AHEAD, "flag"),
        nextDatePrice: told(UserErrorCode.PRICE_CHANGE_AHEAD, "text"),
      },
    }),
  },
};

/** Amounts of a modifier, or of a group of modifiers. */
const AMOUNTS: Rows = {
  ...all(used("number"), "minAmount", "maxAmount", "defaultAmount", "freeOfChargeAmount"),
  required: used("flag"),
  ...unneeded("TILL_SCREEN", "hideIfDefaultAmount"),
  ...unneeded("SPLITTING", "splittable"),
};

const MODIFIERS = listOf({ rows: { ...AMOUNTS, id: used("id") } });

const { isMarked: _, ...SALE_OF_PRODUCT } = SALE;

const PRODUCT: FieldTable = {
  owner: { kind: "product", ids: ["id"] },
  rules: [schemeOfPlainDish, soldByMeasure, openPrice, priceToCome],
  rows: {
    ...CARD,
    ...SALE_OF_PRODUCT,
    ...all(used("id"), "id", "code", "parentGroup"),
    ...all(used("text"), "name", "description", "type"),
    ...all(used("number"), "order", "weight"),
    ...all(used("number"), "energyAmount", "proteinsAmount", "fatAmount", "carbohydratesAmount"),
    isDeleted: used("flag"),
    imageLinks: used("ids"),
    sizePrices: listOf(SIZE_PRICE),
    modifiers: MODIFIERS,
    groupModifiers: listOf({
      rows: {
        ...AMOUNTS,
        id: used("id"),
        childModifiersHaveMinMaxRestrictions: used("flag"),
        childModifiers: MODIFIERS,
      },
    }),
    ...unneeded(
      "TOLD_ELSEWHERE",
      "energyFullAmount",
      "proteinsFullAmount",
      "fatFullAmount",
      "carbohydratesFullAmount",
    ),
    ...unneeded("ACCOUNTING", "groupId", "productCategoryId"),
    ...unneeded("SPLITTING", "splittable"),
    ...unneeded("TAXES", "paymentSubject", "doNotPrintInCheque"),
    ...unneeded("DISPLAY", "fullNameEnglish"),
  },
};

/** Fields of `/api/1/nomenclature`. */
export const NOMENCLATURE_TABLE: FieldTable = {
  rows: {
    revision: used("id"),
    groups: listOf(GROUP),
    products: listOf(PRODUCT),
    sizes: listOf({
      rows: {
        id: used("id"),
        name: used("text"),
        isDefault: used("flag"),
        ...unneeded("TILL_SCREEN", "priority"),
      },
    }),
    ...unneeded("ENVELOPE", "correlationId"),
    ...unneeded("ACCOUNTING", "productCategories"),
  },
};
