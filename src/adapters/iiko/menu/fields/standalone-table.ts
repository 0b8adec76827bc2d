import { UserErrorCode } from "../../../../domain/errors/user-error-code";
import { all, fieldsOf, type FieldTable, listOf, told, unneeded, used } from "./field-table";
import {
  independentAmount,
  markedGoods,
  openPrice,
  schemeOfPlainDish,
  soldByMeasure,
} from "./product-facts";
import { standaloneCategoryHours } from "./schedule-facts";
import {
  ALLERGENS,
  ALLERGENS_IN_PLACE,
  ASIDE,
  COMBO_GROUPS,
  COMBO_SIZES,
  IMAGE,
  NUTRITION,
  OPTION_CARD,
  RESTRICTIONS,
  ROOT,
  SALE,
} from "./shared-tables";

const PRODUCT: FieldTable = {
  owner: { kind: "product", ids: ["id"] },
  rules: [schemeOfPlainDish, soldByMeasure, openPrice, markedGoods],
  rows: {
    ...ASIDE,
    ...SALE,
    ...all(used("id"), "id", "sku"),
    ...unneeded("SPLITTING", "splittable"),
    ...unneeded("TOLD_ELSEWHERE", "type"),
  },
};

const COMBO: FieldTable = {
  rows: {
    ...all(used("id"), "id", "sku"),
    priceStrategy: used("text"),
    componentGroups: COMBO_GROUPS,
    ...unneeded("DISPLAY", "labels", "tags"),
  },
};

/** Price of an option for a size. */
const OPTION_PRICES = listOf({
  rows: { sizeId: used("id"), price: used("number"), ...unneeded("TAXES", "taxCategoryId") },
});

/**
 * An option, both in the menu's list and in a group's line, which leaves null whatever the list
 * says.
 */
const OPTION_ROWS: FieldTable["rows"] = {
  ...ASIDE,
  ...OPTION_CARD,
  ...all(used("id"), "id", "sku"),
  name: used("text"),
  restrictions: RESTRICTIONS,
  sizePrices: OPTION_PRICES,
  isHidden: used("flag"),
  ...unneeded("DISPLAY", "weight"),
  ...unneeded("ACCOUNTING", "isMarked"),
};

const MODIFIER: FieldTable = {
  owner: { kind: "option", ids: ["id"] },
  rules: [independentAmount],
  rows: {
    ...OPTION_ROWS,
    independentQuantity: told(UserErrorCode.OPTION_AMOUNT_INDEPENDENT, "flag"),
  },
};

const OPTION: FieldTable = { rows: OPTION_ROWS };

const GROUP: FieldTable = {
  rows: {
    id: used("id"),
    name: used("text"),
    restrictions: RESTRICTIONS,
    ...all(used("flag"), "isHidden", "childModifiersHaveMinMaxRestrictions"),
    items: listOf(OPTION),
    ...unneeded("SPLITTING", "splittable"),
    ...unneeded("DISPLAY", "description"),
    ...unneeded("ACCOUNTING", "sku"),
  },
};

const SIZE_PRICE: FieldTable = {
  rows: {
    ...all(used("id"), "sizeId", "sku"),
    sizeName: used("text"),
    ...all(used("flag"), "isDefault", "isHidden"),
    price: used("number"),
    image: fieldsOf(IMAGE),
    buttonImageUrl: used("text"),
    weight: used("number"),
    measureUnitType: used("text"),
    nutritions: { use: "used", reading: "fields or list", inside: NUTRITION },
    ...unneeded("TOLD_ELSEWHERE", "sizeCode", "menuItemSizeId"),
    ...unneeded("TAXES", "taxCategoryId"),
  },
};

const ITEM: FieldTable = {
  rows: {
    ...all(used("id"), "productId", "comboId"),
    ...all(used("text"), "itemType", "name", "description", "buttonImageUrl"),
    isHidden: used("flag"),
    sortOrder: used("number"),
    image: { use: "used", reading: "fields or list", inside: IMAGE },
    sizePrices: listOf(SIZE_PRICE),
    sizes: COMBO_SIZES,
    modifierGroups: listOf(GROUP),
    allergenGroupIds: used("ids"),
    ...all(ALLERGENS_IN_PLACE, "allergens", "allergenGroups"),
    ...unneeded("DISPLAY", "labels", "tags"),
    ...unneeded("TOLD_ELSEWHERE", "menuItemId"),
  },
};

/** Fields of `/api/menu/v3/by_id`. */
export const STANDALONE_TABLE: FieldTable = {
  rows: {
    ...ROOT,
    products: listOf(PRODUCT),
    combos: listOf(COMBO),
    modifiers: listOf(MODIFIER),
    allergenGroups: ALLERGENS,
    schedules: told(UserErrorCode.SCHEDULE_NOT_APPLIED, "list", {
      rows: {
        id: used("id"),
        name: used("text"),
        periods: listOf({ rows: { ...all(used("text"), "from", "to"), weekDays: used("ids") } }),
      },
    }),
    itemsGroups: listOf({
      owner: { kind: "category", ids: ["id"] },
      rules: [standaloneCategoryHours],
      rows: {
        id: used("id"),
        name: used("text"),
        isHidden: used("flag"),
        items: listOf(ITEM),
        scheduleId: told(UserErrorCode.SCHEDULE_NOT_APPLIED, "id"),
        ...unneeded("DISPLAY", "description", "image", "buttonImageUrl", "labels", "tags"),
      },
    }),
  },
};
