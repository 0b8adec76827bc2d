import { PosMenuSource } from "../../../../domain/catalogue/pos-menu";
import { type IikoMenuFormat } from "./menu-draft";

/** Field names in one format of `/api/2/menu/by_id`, where the formats differ. */
export interface ExternalMenuFormat {
  readonly source: IikoMenuFormat;
  readonly version: 2 | 3 | 4;
  readonly categories: "itemCategories" | "itemGroups";
  readonly itemId: "itemId" | "id";
  readonly sizeId: "sizeId" | "id";
  readonly optionGroupId: "itemGroupId" | "id";
  /** Format 2 also has an `id` on options: a line of the size, useless in an order. */
  readonly optionId: "itemId" | "id";
  readonly weight: "portionWeightGrams" | "weight";
}

export const EXTERNAL_V2: ExternalMenuFormat = {
  source: PosMenuSource.EXTERNAL_MENU_V2,
  version: 2,
  categories: "itemCategories",
  itemId: "itemId",
  sizeId: "sizeId",
  optionGroupId: "itemGroupId",
  optionId: "itemId",
  weight: "portionWeightGrams",
};

export const EXTERNAL_V3: ExternalMenuFormat = {
  source: PosMenuSource.EXTERNAL_MENU_V3,
  version: 3,
  categories: "itemGroups",
  itemId: "id",
  sizeId: "id",
  optionGroupId: "id",
  optionId: "id",
  weight: "weight",
};

/** Uses the names of version 3, with combos among the items. */
export const EXTERNAL_V4: ExternalMenuFormat = {
  ...EXTERNAL_V3,
  source: PosMenuSource.EXTERNAL_MENU_V4,
  version: 4,
};

const FORMATS = [EXTERNAL_V2, EXTERNAL_V3, EXTERNAL_V4];

/** Returns undefined when it is not an external menu. */
export function externalFormatOf(source: IikoMenuFormat): ExternalMenuFormat | undefined {
  return FORMATS.find((format) => format.source === source);
}
