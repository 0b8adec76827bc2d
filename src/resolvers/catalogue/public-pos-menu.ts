import {
  type Availability,
  dishAvailability,
  HIDDEN,
  NOT_PRICED,
  stockOf,
} from "../../domain/catalogue/availability";
import {
  type PosMenuCategory as Category,
  type PosMenuItem as Item,
  type PosMenuOption,
  posOptionPrice,
} from "../../domain/catalogue/pos-menu";
import { type Kopecks } from "../../domain/money/money";
import { folded } from "../../domain/texts/typed-text";
import { type PosMenuBody as Body } from "../../entities/catalogue/pos-menu-body";
import { type PosMenuRow } from "../../entities/catalogue/pos-menu-row";
import { searchFor } from "../../services/catalogue/menu/search-for";
import { type ShownMenu } from "../../services/catalogue/menu/shown-menu";
import { soldOptions } from "../../services/catalogue/plans/merge-option-groups";
import { indexPosMenu, type ListedItem } from "../../services/catalogue/pos-menu/pos-menu-index";
import { type Money, toMoney } from "../schema/money";
import { type Availability as PublicAvailability } from "./availability";
import { PosMenu, type PosMenuBody, type PosMenuCategory, type PosMenuItem } from "./pos-menu";
import { type OptionGroup } from "./product-options";
import { publicAvailability } from "./public-availability";
import { publicProductOf } from "./public-menu";
import { toNutrition } from "./public-nutrition";
import { optionPricesOf } from "./public-option-prices";

interface ItemFilter {
  readonly categoryId?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly inCatalogue?: boolean | null | undefined;
  /** The POS ids to which the products are restricted; undefined: all. */
  readonly among?: ReadonlySet<string> | undefined;
}

export function toPosMenu(row: PosMenuRow, shown: ShownMenu): PosMenu {
  const { source, revision, refreshedAt, contentHash, failingSince, lastError } = row;
  const categories = row.categories.map(toCategory);
  const heldBack = row.heldBack && { ...row.heldBack, since: new Date(row.heldBack.since) };
  return Object.assign(new PosMenu(), {
    row,
    shown,
    source,
    revision,
    refreshedAt,
    contentHash,
    failingSince,
    lastError,
    heldBack,
    categories,
  });
}

/** Returns the products that pass every given filter, each once, in menu order. */
export function itemsOf(
  { row, shown }: PosMenu,
  { categoryId, search, inCatalogue, among }: ItemFilter,
): ListedItem[] {
  const category = row.categories.find((candidate) => candidate.posId === categoryId);
  const inCategory = new Set(category?.items.map((item) => item.posProductId));
  const matches = search ? searchFor(search) : undefined;
  return indexPosMenu(row).items.filter(({ item }) => {
    const { name, posProductId } = item;
    const article = item.article ?? "";
    const isInCatalogue = shown.catalogue.productByArticle.has(article);
    return (
      (!categoryId || inCategory.has(posProductId)) &&
      (!among || among.has(posProductId)) &&
      (!matches || matches(folded(`${name} ${article}`))) &&
      isInCatalogue === (inCatalogue ?? isInCatalogue)
    );
  });
}

export function toPosMenuItem(
  { item, category }: ListedItem,
  { shown }: PosMenu,
  issuesOf: PosMenuItem["issuesOf"],
): PosMenuItem {
  const money = (amount: Kopecks) => toMoney(amount, shown.catalogue.currencyCode);
  const age = { asOf: shown.stockAsOf, stale: shown.stockStale };
  const availability = (known: Availability) => publicAvailability(known, age);
  const { posProductId: id, article, name, description, hidden } = item;
  return {
    id,
    article,
    name,
    description,
    hidden,
    issuesOf,
    item,
    catalogue: shown.catalogue,
    category: toCategory(category),
    sizes: item.sizes.map((size) => ({
      id: size.posSizeId ?? id,
      name: size.name,
      price: size.price === null ? null : money(size.price),
      isDefault: size.isDefault,
      availability: availability(
        hidden
          ? HIDDEN
          : size.price === null
            ? NOT_PRICED
            : dishAvailability(id, size.posSizeId, shown.stopList),
      ),
    })),
    optionGroups: toOptionGroups(item, money, ({ posProductId }) =>
      availability(stockOf(posProductId, null, shown.stopList)),
    ),
    images: item.imageUrls.map((url) => ({ url })),
    nutrition: toNutrition(item.nutrition),
    catalogueProduct: publicProductOf(shown, article),
  };
}

/** Anything larger makes an answer unreasonably large. */
const MOST_BODY_BYTES = 16 * 2 ** 20;

export function toPosMenuBody({ bodyGzip, receivedAt }: Body): PosMenuBody {
  const gzipBytes = bodyGzip.length;
  const gzipBase64 = gzipBytes > MOST_BODY_BYTES ? null : bodyGzip.toString("base64");
  return { receivedAt, gzipBytes, gzipBase64 };
}

function toCategory(category: Category): PosMenuCategory {
  return {
    id: category.posId,
    name: category.name,
    itemCount: category.items.length,
    hidden: category.hidden,
  };
}

function toOptionGroups(
  item: Item,
  money: (amount: Kopecks) => Money,
  availability: (option: PosMenuOption) => PublicAvailability,
): OptionGroup[] {
  const { posProductId, sizes } = item;
  const pricesOf = optionPricesOf(
    sizes.map(({ posSizeId }) => ({
      sizeId: posSizeId ?? posProductId,
      priceOf: (option: PosMenuOption) => posOptionPrice(option, posSizeId),
    })),
    money,
  );
  return item.optionGroups.map((group) => {
    const { posGroupId, name, min, max, freeAmount } = group;
    const options = soldOptions(group).map((option) => ({
      id: option.posProductId,
      article: option.article,
      name: option.name,
      price: money(option.usualPrice),
      prices: pricesOf(option),
      min: option.min,
      max: option.max,
      byDefault: option.byDefault,
      freeAmount: option.freeAmount ?? 0,
      availability: availability(option),
    }));
    return { id: posGroupId ?? posProductId, name, min, max, freeAmount, options };
  });
}
