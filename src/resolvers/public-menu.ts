import { type MenuSnapshot, type SnapshotOptionGroup, type SnapshotProduct } from "../domain/menu-snapshot";
import { type Kopecks } from "../domain/money";
import { priceRangeOf } from "../services/catalogue/price-range";
import { folded, searchFor } from "../services/catalogue/search-for";
import { toNutrition } from "./public-nutrition";
import { Menu } from "./types/menu";
import { type Money, toMoney } from "./types/money";
import { type OptionGroup, Product } from "./types/product";
import { Section } from "./types/section";

const menus = new WeakMap<MenuSnapshot, Menu>();
const sections = new WeakMap<Product, Section>();
/** Of a product in its menu. */
const places = new WeakMap<Product, number>();

/** A snapshot as clients see it. Built once per snapshot and shared by all requests: do not change it. */
export function publicMenuOf(snapshot: MenuSnapshot): Menu {
  const built = menus.get(snapshot) ?? build(snapshot);
  menus.set(snapshot, built);
  return built;
}

/** The section of a product that came from `publicMenuOf`. */
export function sectionOf(product: Product): Section | null {
  return sections.get(product) ?? null;
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

function build(snapshot: MenuSnapshot): Menu {
  const money = (amount: Kopecks) => toMoney(amount, snapshot.currencyCode);
  const all = snapshot.sections.map(({ id, name, slug, position, products }) => {
    const allProducts = products.map((product) => toProduct(product, money));
    const section = Object.assign(new Section(), { id, name, slug, position, allProducts });
    for (const product of allProducts) sections.set(product, section);
    return section;
  });
  const products = all.flatMap((section) => section.allProducts);
  products.forEach((product, place) => places.set(product, place));
  return Object.assign(new Menu(), {
    branchId: snapshot.branchId,
    revision: String(snapshot.revision),
    asOf: snapshot.asOf,
    sections: all,
    products,
    foldedNames: products.map(({ name }) => folded(name)),
    productByArticle: new Map(products.map((product) => [product.article, product])),
  });
}

function toProduct(product: SnapshotProduct, money: (amount: Kopecks) => Money): Product {
  const { id, article, name, description, imageUrls, nutrition, sizes, optionGroups } = product;
  const range = priceRangeOf(product);
  return Object.assign(new Product(), {
    ...{ id, article, name, description },
    images: imageUrls.map((url) => ({ url })),
    sizes: sizes.map((size) => ({
      id: size.id,
      name: size.name,
      price: size.price === null ? null : money(size.price),
      isDefault: size.isDefault,
    })),
    optionGroups: optionGroups.map((group) => toOptionGroup(group, money)),
    halfAndHalf: product.compound,
    nutrition: toNutrition(nutrition),
    priceRange: range ? { min: money(range.min), max: money(range.max) } : null,
  });
}

function toOptionGroup(group: SnapshotOptionGroup, money: (amount: Kopecks) => Money): OptionGroup {
  const options = group.options.map(({ id, article, name, price, min, max, byDefault }) => {
    return { id, article, name, price: money(price), min, max, byDefault };
  });
  return { id: group.id, name: group.name, min: group.min, max: group.max, freeAmount: group.freeAmount, options };
}
