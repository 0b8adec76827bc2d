import { type IikoMenuFormat } from "./menu-draft";

/** How one format of `/api/2/menu/by_id` calls its fields, where they differ. */
export interface ExternalMenuFormat {
  readonly source: IikoMenuFormat;
  readonly version: 2 | 3 | 4;
  readonly categories: "itemCategories" | "itemGroups";
  readonly itemId: "itemId" | "id";
  readonly sizeId: "sizeId" | "id";
  readonly optionGroupId: "itemGroupId" | "id";
  /** Format 2 also has an `id` on options: a line of the size, of no use in an order. */
  readonly optionId: "itemId" | "id";
  readonly weight: "portionWeightGrams" | "weight";
}
