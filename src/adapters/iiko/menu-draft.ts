import { type PosMenu, type PosMenuCategory, type PosMenuItem, type PosMenuSource } from "../../domain/pos-menu";

/** A normalised menu before its content is hashed. */
export type MenuDraft = Omit<PosMenu, "contentHash">;

/** What the sellable things without a folder are shown under. */
export const NO_CATEGORY_NAME = "Без раздела";

/**
 * Puts categories together: one entry per category id, one per product id, none without products.
 *
 * iiko lists the same product under two folders now and then (4 of 993 rows in one production export). It stays where it
 * stands first, a visible place before a hidden one.
 */
export function draftMenu(
  source: PosMenuSource,
  revision: string | null,
  categories: readonly PosMenuCategory[],
): MenuDraft {
  return { source, revision, categories: keepEachProductOnce(joinSameCategories(categories)) };
}

function joinSameCategories(categories: readonly PosMenuCategory[]): PosMenuCategory[] {
  const joined = new Map<string, PosMenuCategory>();
  for (const category of categories) {
    const earlier = joined.get(category.posId);
    joined.set(
      category.posId,
      earlier
        ? { ...earlier, hidden: earlier.hidden && category.hidden, items: [...earlier.items, ...category.items] }
        : category,
    );
  }
  return [...joined.values()];
}

function keepEachProductOnce(categories: readonly PosMenuCategory[]): PosMenuCategory[] {
  const kept = new Map<string, { readonly item: PosMenuItem; readonly hidden: boolean }>();
  for (const category of categories) {
    for (const item of category.items) {
      const hidden = category.hidden || item.hidden;
      const earlier = kept.get(item.posProductId);
      if (!earlier || (earlier.hidden && !hidden)) kept.set(item.posProductId, { item, hidden });
    }
  }
  return categories
    .map((category) => ({
      ...category,
      items: category.items.filter((item) => kept.get(item.posProductId)?.item === item),
    }))
    .filter((category) => category.items.length > 0);
}
