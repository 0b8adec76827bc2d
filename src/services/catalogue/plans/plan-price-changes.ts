import { ImportField } from "../../../domain/catalogue/import-field";
import { type SnapshotProduct } from "../../../domain/catalogue/menu-snapshot";
import { ChangeAction, type ChangeReason } from "../../../domain/catalogue/plan-change";
import { type PosMenuItem } from "../../../domain/catalogue/pos-menu";
import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { importableItem, soundItem } from "../pos-menu/block-reason";
import { type PosMenuIndex } from "../pos-menu/pos-menu-index";
import { withPricesOf } from "./merge-product";
import { blockedChange, changeBetween, type Locks, type PlannedChange } from "./planned-change";

/** How one of our products is matched with the POS's menu. */
export enum MatchBy {
  ARTICLE = "ARTICLE",
  POS_ID = "POS_ID",
}

interface PriceRequest {
  readonly menu: PosMenuIndex;
  readonly catalogue: ReadonlyMap<string, SnapshotProduct>;
  /** Empty if locked prices are to be overridden. */
  readonly locks: Locks;
  readonly articles: Iterable<string>;
  readonly matchBy: MatchBy;
  readonly sectionNames: ReadonlyMap<string, string>;
}

/**
 * Computes, article by article, which prices of sizes and options differ from the POS's. Only
 * prices change, and no product is created. A product that is no longer in the POS's menu loses its
 * prices: no price is better than a stale one.
 */
export function planPriceChanges(request: PriceRequest): PlannedChange[] {
  return [...new Set(request.articles)].map((article) => planPriceChange(request, article));
}

function planPriceChange(request: PriceRequest, article: string): PlannedChange {
  const { catalogue, locks, sectionNames } = request;
  const before = catalogue.get(article);
  if (!before) return blockedChange(article, null, NOT_IN_CATALOGUE);
  const item = itemOf(request, before);
  if (item && "code" in item) return blockedChange(article, before.name, item);

  const unlocked = item ? withPricesOf(item, before) : unsold(before);
  const after = locks.get(before.id)?.has(ImportField.PRICE) ? before : unlocked;
  const change = changeBetween({
    before,
    after,
    unlocked,
    taken: [ImportField.PRICE],
    sectionNames,
  });
  if (item || change.action !== ChangeAction.UPDATE) return change;
  return { ...change, action: ChangeAction.REMOVE, reason: LEFT_THE_MENU };
}

/**
 * The product's counterpart in the POS's menu, the reason why there cannot be one, or undefined if
 * it is no longer in the menu.
 */
function itemOf(
  { menu, matchBy }: PriceRequest,
  product: SnapshotProduct,
): PosMenuItem | ChangeReason | undefined {
  const { article, posProductId } = product;
  if (matchBy === MatchBy.POS_ID) {
    const item = menu.byId.get(posProductId);
    return item && soundItem(item);
  }
  if (!menu.byArticle.has(article) && !menu.bySizeArticle.has(article)) {
    const renamed = menu.byId.get(posProductId);
    return renamed && renumbered(renamed);
  }
  const item = importableItem(menu, article);
  // Orders name the product by its POS id, so the till would refuse another product's price.
  return "code" in item || item.posProductId === posProductId ? item : replaced(item);
}

function unsold(product: SnapshotProduct): SnapshotProduct {
  return { ...product, sizes: product.sizes.map((size) => ({ ...size, price: null })) };
}

const NOT_IN_CATALOGUE: ChangeReason = {
  code: UserErrorCode.ITEM_NOT_FOUND,
  message: {
    ru: "В каталоге нет товара с этим артикулом. Обновление цен товаров не создаёт: импортируйте его",
    en: "The catalogue has no product with this article. A price sync creates none: import it",
  },
};

const LEFT_THE_MENU: ChangeReason = {
  code: UserErrorCode.ARTICLE_NOT_IN_EXTERNAL_MENU,
  message: {
    ru: "Товара больше нет во внешнем меню: он снимается с продажи, пока не вернётся туда",
    en: "The product has left the external menu: it is not sold until it comes back there",
  },
};

/**
 * It is still sold under its id: only a person can tell which of the two articles is the mistake.
 */
function renumbered({ article, name }: PosMenuItem): ChangeReason {
  return {
    code: UserErrorCode.ARTICLE_CHANGED,
    message: {
      ru: `В кассе артикул товара «${name}» теперь ${article ?? "не задан"}. Верните прежний или импортируйте товар заново`,
      en: `In the POS the article of ${name} is now ${article ?? "missing"}. Bring the earlier one back or import it again`,
    },
  };
}

function replaced({ posProductId, name }: PosMenuItem): ChangeReason {
  return {
    code: UserErrorCode.CONFLICT,
    message: {
      ru: `Этот артикул теперь у другого товара кассы: ${name} [${posProductId}]. Импортируйте товар заново`,
      en: `The article now belongs to another product of the POS: ${name} [${posProductId}]. Import it again`,
    },
  };
}
