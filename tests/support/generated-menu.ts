import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { type Combo, type ModifierGroup, type Product } from "../../sandbox/restaurant/model";
import {
  type MenuSnapshot,
  type SnapshotOptionGroup,
  type SnapshotProduct,
} from "../../src/domain/catalogue/menu-snapshot";
import { aMenuSnapshot } from "./a-menu-snapshot";

/** What the kitchen has run out of. */
export const stopped = new Set(demoRestaurant.stopList.map(({ productId }) => productId));
const sold = demoRestaurant.categories
  .filter(({ hidden }) => !hidden)
  .flatMap(({ products }) => products)
  .filter(
    (product) => !stopped.has(product.id) && product.sizes.some(({ price }) => price !== null),
  );
// The demo menu contains an article twice on purpose; such products cannot be sold.
const unambiguous = sold.filter(
  ({ id, article }) => !sold.some((other) => other.id !== id && other.article === article),
);
export const lunch = demoRestaurant.categories.flatMap(({ combos }) => combos)[0]!;
/** All except the combo. */
export const dishes = unambiguous.map(toSnapshot);
/** Everything in the sandbox's restaurant that can be sold. */
export const GENERATED_MENU: MenuSnapshot = aMenuSnapshot([...dishes, comboSnapshot(lunch)]);
/** The product that represents the delivery. */
export const FEE = demoRestaurant.categories
  .flatMap(({ products }) => products)
  .find(({ article }) => article === "09001")!;

function toSnapshot(product: Product): SnapshotProduct {
  return {
    id: product.id,
    sectionId: "section",
    article: product.article,
    name: product.name,
    description: null,
    imageUrls: [],
    posProductId: product.id,
    nutrition: null,
    compound: product.orderItemType === "Compound",
    sizes: product.sizes.map(({ id, name, price, isDefault }) => ({
      id: `${product.id}/${id ?? ""}`,
      posSizeId: id,
      name,
      isDefault,
      price: price === null ? null : price * 100,
    })),
    optionGroups: product.modifierGroups.map((group) => toGroup(product, group)),
    comboGroups: [],
  };
}

function comboSnapshot({ id, article, name, price, groups }: Combo): SnapshotProduct {
  const articles = new Map(dishes.map((dish) => [dish.posProductId, dish.article]));
  return {
    id,
    sectionId: "section",
    article,
    name,
    description: null,
    imageUrls: [],
    posProductId: id,
    nutrition: null,
    compound: false,
    optionGroups: [],
    sizes: [{ id: `${id}/`, posSizeId: null, name: null, isDefault: true, price: price * 100 }],
    comboGroups: groups.map((group) => ({
      id: group.id,
      name: group.name,
      choices: group.choices.map(({ productId, sizeId, surcharge }) => ({
        article: articles.get(productId) ?? "",
        posSizeId: sizeId,
        posComboSizeId: null,
        forbiddenOptions: [],
        price: surcharge * 100,
      })),
    })),
  };
}

function toGroup(product: Product, group: ModifierGroup): SnapshotOptionGroup {
  const { id, name, min, max, free, childrenHaveOwnLimits, modifiers } = group;
  return {
    id: id ?? "simple",
    posGroupId: id,
    name,
    min,
    max,
    freeAmount: free,
    options: modifiers
      .filter(({ productId }) => !stopped.has(productId))
      .map((modifier) => ({
        id: modifier.productId,
        posProductId: modifier.productId,
        article: modifier.article,
        name: modifier.name,
        price: modifier.price * 100,
        freeAmount: 0,
        priceBySize: Object.fromEntries(
          product.sizes.flatMap((size) => {
            const price = modifier.priceBySize[size.id ?? ""];
            return price === undefined ? [] : [[`${product.id}/${size.id ?? ""}`, price * 100]];
          }),
        ),
        min: childrenHaveOwnLimits ? modifier.min : 0,
        max: childrenHaveOwnLimits ? modifier.max : 0,
        byDefault: modifier.byDefault,
      })),
  };
}
