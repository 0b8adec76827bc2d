import {
  type PosMenu,
  type PosMenuCategory,
  type PosMenuItem,
} from "../../../domain/catalogue/pos-menu";

export interface ListedItem {
  readonly item: PosMenuItem;
  /** The first category that lists the item. */
  readonly category: PosMenuCategory;
}

/** A POS menu, indexed for imports. */
export interface PosMenuIndex {
  /** Every product once, in menu order, even if several categories list it. */
  readonly items: readonly ListedItem[];
  readonly byId: ReadonlyMap<string, PosMenuItem>;
  /** More than one item means that different products share the article. */
  readonly byArticle: ReadonlyMap<string, readonly PosMenuItem[]>;
  /** Products by the articles of their sizes. */
  readonly bySizeArticle: ReadonlyMap<string, PosMenuItem>;
}

export function indexPosMenu(menu: Pick<PosMenu, "categories">): PosMenuIndex {
  const listed = new Map<string, ListedItem>();
  for (const category of menu.categories) {
    for (const item of category.items) {
      if (!listed.has(item.posProductId)) listed.set(item.posProductId, { item, category });
    }
  }

  const items = [...listed.values()];
  const byArticle = new Map<string, PosMenuItem[]>();
  const bySizeArticle = new Map<string, PosMenuItem>();
  for (const { item } of items) {
    if (item.article !== null)
      byArticle.set(item.article, [...(byArticle.get(item.article) ?? []), item]);
    for (const size of item.sizes) {
      if (size.article !== null && size.article !== item.article)
        bySizeArticle.set(size.article, item);
    }
  }
  return {
    items,
    byId: new Map(items.map(({ item }) => [item.posProductId, item])),
    byArticle,
    bySizeArticle,
  };
}
