import {
  type Availability as Known,
  optionAvailability,
  productAvailability,
  sizeAvailability,
} from "../../domain/catalogue/availability";
import {
  type MenuSnapshot,
  optionPrice,
  type SnapshotOption,
  type SnapshotOptionGroup,
  type SnapshotProduct,
  type SnapshotSize,
  usualOptionPrice,
} from "../../domain/catalogue/menu-snapshot";
import { type StopList } from "../../domain/catalogue/stop-list";
import { type Kopecks } from "../../domain/money/money";
import { MenuListing } from "../../services/catalogue/menu/menu-listing";
import { priceRangeOf } from "../../services/catalogue/menu/price-range";
import { type ShownMenu } from "../../services/catalogue/menu/shown-menu";
import { type Money, toMoney } from "../schema/money";
import { type Availability } from "./availability";
import { type Menu } from "./menu";
import { type ComboGroup, Product, type ProductSize } from "./product";
import { type OptionGroup, type OptionPrice } from "./product-options";
import { publicAvailability } from "./public-availability";
import { toComboGroups } from "./public-combo";
import { toNutrition } from "./public-nutrition";
import { optionPricesOf } from "./public-option-prices";
import { Section } from "./section";

const menus = new WeakMap<ShownMenu, Menu>();
const sections = new WeakMap<Product, Section>();
/**
 * The parts of a combo; computed when a client asks for them, because its choices are products of
 * the same menu.
 */
const combos = new WeakMap<Product, () => readonly ComboGroup[]>();

/** How the parts of one menu are presented. */
interface Words {
  readonly catalogue: MenuSnapshot;
  readonly stopList: StopList;
  readonly money: (amount: Kopecks) => Money;
  readonly availability: (known: Known) => Availability;
}

/**
 * Returns what a branch shows, as clients see it. Built once and shared by all requests: it is
 * frozen, only its age changes.
 */
export function publicMenuOf(shown: ShownMenu): Menu {
  const built = menus.get(shown) ?? build(shown);
  menus.set(shown, built);
  return built;
}

/** Returns the product of an article as clients see it. */
export function publicProductOf(shown: ShownMenu, article: string | null): Product | null {
  const product = shown.catalogue.productByArticle.get(article ?? "");
  return product ? publicMenuOf(shown).present(product) : null;
}

/** Returns the section of a product that a menu presented. */
export function sectionOf(product: Product): Section | null {
  return sections.get(product) ?? null;
}

/** Returns the parts of a product that came from `publicMenuOf`, if it is a combo. */
export function comboGroupsOf(product: Product): readonly ComboGroup[] {
  return combos.get(product)?.() ?? [];
}

function build(shown: ShownMenu): Menu {
  const { catalogue, revision } = shown;
  const listing = new MenuListing(catalogue, shown.stopList);
  const all = catalogue.sections.map(({ id, name, slug, position, products }) =>
    Object.freeze(
      Object.assign(new Section(), { id, name, slug, position, products, listing, present }),
    ),
  );
  const sectionById = new Map(all.map((section) => [section.id, section]));
  const words = wordsFor(shown);
  const presented = new Map<SnapshotProduct, Product>();
  // Products are built when the first client asks for them: ten thousand in one go would hold up
  // every request.
  function present(product: SnapshotProduct): Product {
    const known = presented.get(product);
    if (known) return known;
    const written = toProduct(product, words);
    const section = sectionById.get(product.sectionId);
    if (section) sections.set(written, section);
    let comboGroups: readonly ComboGroup[] | undefined;
    combos.set(written, () => (comboGroups ??= toComboGroups(product, catalogue, present)));
    presented.set(product, written);
    return written;
  }
  return Object.freeze({
    branchId: catalogue.branchId,
    revision,
    sections: all,
    listing,
    present,
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
  // Nearly everything has one of two values: available without limits, and not priced.
  const written = new Map<Known, Availability>();
  const availability = (known: Known) => {
    const result = written.get(known) ?? publicAvailability(known, age);
    written.set(known, result);
    return result;
  };
  return {
    catalogue,
    stopList,
    money: (amount) => toMoney(amount, catalogue.currencyCode),
    availability,
  };
}

function toProduct(product: SnapshotProduct, words: Words): Product {
  const { catalogue, stopList, money, availability } = words;
  const { id, article, name, description, imageUrls, nutrition, sizes, optionGroups } = product;
  const range = priceRangeOf(product, catalogue.productByArticle);
  const pricesOf = optionPricesOf(
    sizes.map((size) => ({
      sizeId: size.id,
      priceOf: (option: SnapshotOption) => optionPrice(option, size),
    })),
    money,
  );
  const ofSizes = sizes.map((size) =>
    sizeAvailability(product, size, stopList, catalogue.productByArticle),
  );
  const built = Object.assign(new Product(), {
    id,
    branchId: catalogue.branchId,
    article,
    name,
    description,
    images: imageUrls.map((url) => ({ url })),
    sizes: sizes.map((size, index) => toSize(size, ofSizes[index] as Known, words)),
    optionGroups: optionGroups.map((group) => toOptionGroup(product, group, pricesOf, words)),
    halfAndHalf: product.compound,
    nutrition: toNutrition(nutrition),
    availability: availability(productAvailability(product, ofSizes, stopList)),
    priceRange: range ? { min: money(range.min), max: money(range.max) } : null,
  });
  return Object.freeze(built);
}

function toSize(
  { id, name, price, isDefault }: SnapshotSize,
  known: Known,
  words: Words,
): ProductSize {
  const { money, availability } = words;
  return {
    id,
    name,
    price: price === null ? null : money(price),
    isDefault,
    availability: availability(known),
  };
}

function toOptionGroup(
  product: SnapshotProduct,
  group: SnapshotOptionGroup,
  pricesOf: (option: SnapshotOption) => readonly OptionPrice[],
  { stopList, money, availability }: Words,
): OptionGroup {
  const options = group.options.map((option) => {
    const { id, article, name, min, max, byDefault, freeAmount } = option;
    const known = optionAvailability(product, option, stopList);
    return {
      id,
      article,
      name,
      min,
      max,
      byDefault,
      freeAmount,
      availability: availability(known),
      price: money(usualOptionPrice(option, product.sizes)),
      prices: pricesOf(option),
    };
  });
  return {
    id: group.id,
    name: group.name,
    min: group.min,
    max: group.max,
    freeAmount: group.freeAmount,
    options,
  };
}
