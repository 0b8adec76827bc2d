import {
  type Availability as Known,
  optionAvailability,
  productAvailability,
  sizeAvailability,
} from "../domain/availability";
import {
  type MenuSnapshot,
  type SnapshotOptionGroup,
  type SnapshotProduct,
  type SnapshotSize,
} from "../domain/menu-snapshot";
import { type Kopecks } from "../domain/money";
import { type StopList } from "../domain/stop-list";
import { priceRangeOf } from "../services/catalogue/price-range";
import { folded, searchFor } from "../services/catalogue/search-for";
import { type ShownMenu } from "../services/catalogue/shown-menu";
import { publicAvailability } from "./public-availability";
import { toComboGroups } from "./public-combo";
import { toNutrition } from "./public-nutrition";
import { type Availability } from "./types/availability";
import { type Menu } from "./types/menu";
import { type Money, toMoney } from "./types/money";
import { type ComboGroup, type OptionGroup, Product, type ProductSize } from "./types/product";
import { Section } from "./types/section";

const menus = new WeakMap<ShownMenu, Menu>();
const sections = new WeakMap<Product, Section>();
const combos = new WeakMap<Product, readonly ComboGroup[]>();
/** Of a product in its menu. */
const places = new WeakMap<Product, number>();

/** How the parts of one menu are written. */
interface Words {
  readonly catalogue: MenuSnapshot;
  readonly stopList: StopList;
  readonly money: (amount: Kopecks) => Money;
  readonly availability: (known: Known) => Availability;
}

/** What a branch shows as clients see it. Built once and shared by all requests: frozen, only its age moves. */
export function publicMenuOf(shown: ShownMenu): Menu {
  const built = menus.get(shown) ?? build(shown);
  menus.set(shown, built);
  return built;
}

/** The section of a product that came from `publicMenuOf`. */
export function sectionOf(product: Product): Section | null {
  return sections.get(product) ?? null;
}

/** What a product that came from `publicMenuOf` is made of, if it is a combo. */
export function comboGroupsOf(product: Product): readonly ComboGroup[] {
  return combos.get(product) ?? [];
}

/** Products in menu order, of these articles and with all words of `search` in their names, as far as they are given. */
export function productsOf(menu: Menu, articles: readonly string[] | null, search: string | null): readonly Product[] {
  const { products, foldedNames } = menu;
  const asked = articles ? ofArticles(menu, articles) : products;
  if (!search?.trim()) return asked;
  const matches = searchFor(search);
  if (asked !== products) return asked.filter(({ name }) => matches(folded(name)));
  return products.filter((_, place) => matches(foldedNames[place] ?? ""));
}

function ofArticles({ productByArticle }: Menu, articles: readonly string[]): readonly Product[] {
  const found = [...new Set(articles)].flatMap((article) => productByArticle.get(article) ?? []);
  return found.sort((one, other) => placeOf(one) - placeOf(other));
}

function placeOf(product: Product): number {
  return places.get(product) ?? 0;
}

function build(shown: ShownMenu): Menu {
  const { catalogue, revision } = shown;
  const words = wordsFor(shown);
  const all = catalogue.sections.map(({ id, name, slug, position, products }) => {
    const allProducts = Object.freeze(products.map((product) => toProduct(product, words)));
    const availableProducts = Object.freeze(allProducts.filter(({ availability }) => availability.available));
    const section = Object.assign(new Section(), { id, name, slug, position, allProducts, availableProducts });
    for (const product of allProducts) sections.set(product, section);
    return Object.freeze(section);
  });
  const products = Object.freeze(all.flatMap((section) => section.allProducts));
  products.forEach((product, place) => places.set(product, place));
  const productByArticle = new Map(products.map((product) => [product.article, product]));
  for (const { article, comboGroups, sizes } of catalogue.productByArticle.values()) {
    const product = productByArticle.get(article);
    if (product && comboGroups.length > 0)
      combos.set(product, toComboGroups(comboGroups, sizes, catalogue, productByArticle));
  }
  return Object.freeze({
    ...{ branchId: catalogue.branchId, revision, sections: all, products },
    foldedNames: products.map(({ name }) => folded(name)),
    productByArticle,
    get asOf() {
      return shown.asOf;
    },
    get stale() {
      return shown.stale;
    },
  });
}

function wordsFor(shown: ShownMenu): Words {
  const { stopList, catalogue } = shown;
  const age = {
    get asOf() {
      return shown.stockAsOf;
    },
    get stale() {
      return shown.stockStale;
    },
  };
  // Nearly everything has one of two: available without limits, and not priced.
  const written = new Map<Known, Availability>();
  const availability = (known: Known) => {
    const result = written.get(known) ?? publicAvailability(known, age);
    written.set(known, result);
    return result;
  };
  return { catalogue, stopList, money: (amount) => toMoney(amount, catalogue.currencyCode), availability };
}

function toProduct(product: SnapshotProduct, words: Words): Product {
  const { catalogue, stopList, money, availability } = words;
  const { id, article, name, description, imageUrls, nutrition, sizes, optionGroups } = product;
  const range = priceRangeOf(product, catalogue.productByArticle);
  const ofSizes = sizes.map((size) => sizeAvailability(product, size, stopList, catalogue.productByArticle));
  const built = Object.assign(new Product(), {
    ...{ id, article, name, description },
    images: imageUrls.map((url) => ({ url })),
    sizes: sizes.map((size, index) => toSize(size, ofSizes[index] as Known, words)),
    optionGroups: optionGroups.map((group) => toOptionGroup(group, words)),
    halfAndHalf: product.compound,
    nutrition: toNutrition(nutrition),
    availability: availability(productAvailability(product, ofSizes, stopList)),
    priceRange: range ? { min: money(range.min), max: money(range.max) } : null,
  });
  return Object.freeze(built);
}

function toSize({ id, name, price, isDefault }: SnapshotSize, known: Known, words: Words): ProductSize {
  const { money, availability } = words;
  return { id, name, price: price === null ? null : money(price), isDefault, availability: availability(known) };
}

function toOptionGroup(group: SnapshotOptionGroup, { stopList, money, availability }: Words): OptionGroup {
  const options = group.options.map((option) => {
    const { id, article, name, price, min, max, byDefault } = option;
    const known = optionAvailability(option, stopList);
    return { id, article, name, price: money(price), min, max, byDefault, availability: availability(known) };
  });
  return { id: group.id, name: group.name, min: group.min, max: group.max, freeAmount: group.freeAmount, options };
}
