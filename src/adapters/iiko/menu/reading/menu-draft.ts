import {
  type PosMenu,
  type PosMenuCategory,
  type PosMenuComboChoice,
  type PosMenuItem,
  type PosMenuSource,
} from "../../../../domain/catalogue/pos-menu";

/** The formats in which iiko provides a menu. */
export type IikoMenuFormat = Exclude<PosMenuSource, PosMenuSource.OWN_FORMAT>;

/** A normalised menu whose content has not been hashed yet. */
export interface MenuDraft extends Omit<PosMenu, "contentHash"> {
  readonly source: IikoMenuFormat;
  /** Ids of products that iiko listed in more than one place. */
  readonly listedTwice: ReadonlySet<string>;
}

/** Category under which sellable items without a folder are shown. */
export const NO_CATEGORY_NAME = "Без раздела";

/**
 * Merges categories: one entry per category id, one per product id, none without products.
 *
 * Occasionally iiko lists the same product in two folders (4 of 993 rows in one production export).
 * It stays where it comes first; a visible place takes precedence over a hidden one.
 */
export function draftMenu(
  source: IikoMenuFormat,
  revision: string | null,
  categories: readonly PosMenuCategory[],
): MenuDraft {
  const joined = joinSameCategories(categories);
  const kept = withArticlesOfChoices(keepEachProductOnce(joined));
  return { source, revision, categories: kept, listedTwice: idsListedTwice(joined) };
}

/** Combos identify their parts only by the POS's ids. */
function withArticlesOfChoices(categories: readonly PosMenuCategory[]): PosMenuCategory[] {
  const items = categories.flatMap((category) => category.items);
  const articles = new Map(items.map(({ posProductId, article }) => [posProductId, article]));
  const found = (choice: PosMenuComboChoice) => ({
    ...choice,
    article: articles.get(choice.posProductId) ?? null,
  });
  const withArticles = (item: PosMenuItem): PosMenuItem => {
    if (!item.comboGroups) return item;
    const comboGroups = item.comboGroups.map((group) => ({
      ...group,
      choices: group.choices.map(found),
    }));
    return { ...item, comboGroups };
  };
  return categories.map((category) => ({ ...category, items: category.items.map(withArticles) }));
}

function idsListedTwice(categories: readonly PosMenuCategory[]): Set<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { posProductId } of categories.flatMap((category) => category.items)) {
    if (seen.has(posProductId)) twice.add(posProductId);
    seen.add(posProductId);
  }
  return twice;
}

function joinSameCategories(categories: readonly PosMenuCategory[]): PosMenuCategory[] {
  const joined = new Map<string, PosMenuCategory & { readonly items: PosMenuItem[] }>();
  for (const category of categories) {
    const earlier = joined.get(category.posId);
    if (!earlier) joined.set(category.posId, { ...category, items: [...category.items] });
    else {
      for (const item of category.items) earlier.items.push(item);
      joined.set(category.posId, { ...earlier, hidden: earlier.hidden && category.hidden });
    }
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
