import { type DeliveryRestrictions, UNRESTRICTED } from "./delivery/restrictions";
import { type Combo, type Organization, type Product, type Restaurant } from "./restaurant/model";

export function findProduct(restaurant: Restaurant, productId: string): Product | undefined {
  for (const { products } of restaurant.categories) {
    const found = products.find(({ id }) => id === productId);
    if (found) return found;
  }
  return undefined;
}

export function findCombo(restaurant: Restaurant, comboId: string): Combo | undefined {
  return restaurant.categories.flatMap(({ combos }) => combos).find(({ id }) => id === comboId);
}

/** Finds products or modifiers: anything that has `article`. */
export function findByArticle(restaurant: Restaurant, article: string): Product | undefined {
  return restaurant.categories
    .flatMap(({ products }) => products)
    .find((product) => product.article === article);
}

/** @throws {Error} for an id that the API door should have refused */
export function organizationOf(restaurant: Restaurant, organizationId: string): Organization {
  const found = restaurant.organizations.find(({ id }) => id === organizationId);
  if (!found) throw new Error(`No organization ${organizationId}`);
  return found;
}

export function restrictionsOf(
  { deliveryRestrictions }: Restaurant,
  organizationId: string,
): DeliveryRestrictions {
  return deliveryRestrictions[organizationId] ?? UNRESTRICTED;
}
