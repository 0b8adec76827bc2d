import { UserErrorCode } from "../../../../domain/errors/user-error-code";
import { all, type FieldRow, type FieldTable, listOf, told, unneeded, used } from "./field-table";
import {
  independentAmount,
  markedGoods,
  openPrice,
  schemeOfPlainDish,
  soldByMeasure,
} from "./product-facts";
import { externalCategoryHours, menuHours } from "./schedule-facts";
import {
  ALLERGENS,
  ALLERGENS_IN_PLACE,
  ASIDE,
  COMBO_CATEGORIES,
  COMBO_GROUPS,
  COMBO_SIZES,
  IMAGE,
  NUTRITION,
  OPTION_CARD,
  PRICES,
  RESTRICTIONS,
  ROOT,
  SALE,
} from "./shared-tables";
import { optionsBySize } from "./size-facts";

type Rows = FieldTable["rows"];

/** A combo among the items has these instead of its own sizes. */
const COMBO_IN_PLACE: Rows = {
  priceStrategy: used("text"),
  price: used("number"),
  image: { use: "used", reading: "fields or list", inside: IMAGE },
  groups: COMBO_GROUPS,
  sizes: COMBO_SIZES,
};

/** Field names in one format of an external menu, where the formats differ. */
interface Names {
  readonly itemId: "itemId" | "id";
  readonly sizeId: "sizeId" | "id";
  readonly optionGroupId: "itemGroupId" | "id";
  readonly optionId: "itemId" | "id";
  readonly weight: "portionWeightGrams" | "weight";
  readonly splittable: "canBeDivided" | "splittable";
}

const V2: Names = {
  itemId: "itemId",
  sizeId: "sizeId",
  optionGroupId: "itemGroupId",
  optionId: "itemId",
  weight: "portionWeightGrams",
  splittable: "canBeDivided",
};

const V3: Names = {
  itemId: "id",
  sizeId: "id",
  optionGroupId: "id",
  optionId: "id",
  weight: "weight",
  splittable: "splittable",
};

function menuTable(categories: "itemCategories" | "itemGroups", names: Names): FieldTable {
  return {
    rules: [menuHours],
    rows: {
      ...ROOT,
      [categories]: listOf(categoryTable(names)),
      comboCategories: COMBO_CATEGORIES,
      allergenGroups: ALLERGENS,
      intervals: told(UserErrorCode.SCHEDULE_NOT_APPLIED, "list", {
        rows: { organizationId: used("id"), ...all(used("text"), "fromTime", "toTime") },
      }),
    },
  };
}

function categoryTable(names: Names): FieldTable {
  return {
    owner: { kind: "category", ids: ["id", "iikoGroupId"] },
    rules: [externalCategoryHours],
    rows: {
      ...all(used("id"), "id", "iikoGroupId"),
      name: used("text"),
      isHidden: used("flag"),
      items: listOf(itemTable(names)),
      schedules: told(UserErrorCode.SCHEDULE_NOT_APPLIED, "list", {
        rows: { ...all(used("text"), "begin", "end"), daysOfWeek: used("ids") },
      }),
      scheduleId: told(UserErrorCode.SCHEDULE_NOT_APPLIED, "id"),
      scheduleName: told(UserErrorCode.SCHEDULE_NOT_APPLIED, "text"),
      ...unneeded("DISPLAY", "description", "buttonImageUrl", "headerImageUrl", "tags", "labels"),
    },
  };
}

function itemTable(names: Names): FieldTable {
  return {
    owner: { kind: "product", ids: [names.itemId] },
    rules: [schemeOfPlainDish, soldByMeasure, openPrice, markedGoods, optionsBySize(names)],
    rows: {
      ...ASIDE,
      ...SALE,
      ...unneeded("SPLITTING", names.splittable),
      ...COMBO_IN_PLACE,
      [names.itemId]: used("id"),
      ...all(used("id"), "sku"),
      ...all(used("text"), "name", "description", "type", "buttonImageUrl"),
      isHidden: used("flag"),
      itemSizes: listOf(sizeTable(names)),
      allergenGroupIds: used("ids"),
      ...all(ALLERGENS_IN_PLACE, "allergens", "allergenGroups"),
    },
  };
}

function sizeTable(names: Names): FieldTable {
  return {
    rows: {
      [names.sizeId]: used("id"),
      sku: used("id"),
      sizeName: used("text"),
      ...all(used("flag"), "isDefault", "isHidden"),
      prices: PRICES,
      [names.weight]: used("number"),
      measureUnitType: used("text"),
      buttonImageUrl: used("text"),
      ...all(nutrition(), "nutritionPerHundredGrams", "nutritions"),
      itemModifierGroups: listOf(groupTable(names)),
      ...unneeded("TOLD_ELSEWHERE", "sizeCode", "buttonImageCroppedUrl"),
    },
  };
}

function nutrition(): FieldRow {
  return { use: "used", reading: "fields or list", inside: NUTRITION };
}

function groupTable(names: Names): FieldTable {
  return {
    rows: {
      [names.optionGroupId]: used("id"),
      name: used("text"),
      restrictions: RESTRICTIONS,
      ...all(used("flag"), "isHidden", "childModifiersHaveMinMaxRestrictions"),
      items: listOf(optionTable(names)),
      ...unneeded("SPLITTING", names.splittable),
      ...unneeded("DISPLAY", "description"),
      ...unneeded("ACCOUNTING", "sku"),
    },
  };
}

function optionTable(names: Names): FieldTable {
  return {
    rules: [independentAmount],
    rows: {
      ...ASIDE,
      // Format 2 also has an `id`: a line of the size, useless in an order.
      ...unneeded("TOLD_ELSEWHERE", "id"),
      [names.optionId]: used("id"),
      sku: used("id"),
      name: used("text"),
      restrictions: RESTRICTIONS,
      prices: PRICES,
      isHidden: used("flag"),
      independentQuantity: told(UserErrorCode.OPTION_AMOUNT_INDEPENDENT, "flag"),
      ...unneeded("ACCOUNTING", "isMarked"),
      ...unneeded("TILL_SCREEN", "position"),
      ...OPTION_CARD,
      ...unneeded("DISPLAY", names.weight),
    },
  };
}

/** Fields of `/api/2/menu/by_id`, version 2. */
export const EXTERNAL_V2_TABLE: FieldTable = menuTable("itemCategories", V2);
/** Versions 3 and 4 use the same names; either may have combos among its items. */
export const EXTERNAL_V3_TABLE: FieldTable = menuTable("itemGroups", V3);
