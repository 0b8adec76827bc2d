import { type Modifier, type ModifierGroup, type Restaurant } from "../restaurant/model";

/**
 * The root `modifiers[]` of the standalone format: lists each modifier once, however many groups
 * offer it.
 */
export function standaloneModifiers(restaurant: Restaurant) {
  const all = restaurant.categories
    .flatMap(({ products }) => products)
    .flatMap(({ modifierGroups }) => modifierGroups)
    .flatMap(({ modifiers }) => modifiers);
  return [...new Map(all.map((modifier) => [modifier.productId, modifier])).values()].map(
    rootModifier,
  );
}

/**
 * A modifier group in the standalone format. It overrides only the amounts; null means "as at the
 * root".
 */
export function standaloneModifierGroup(group: ModifierGroup) {
  return {
    id: group.id,
    name: group.name,
    description: null,
    sku: "",
    isHidden: false,
    splittable: false,
    childModifiersHaveMinMaxRestrictions: group.childrenHaveOwnLimits,
    restrictions: {
      minQuantity: group.min,
      maxQuantity: group.max,
      freeQuantity: group.free,
      defaultQuantity: 0,
      hideIfDefaultQuantity: false,
    },
    items: group.modifiers.map((modifier) => ({
      id: modifier.productId,
      name: null,
      description: null,
      restrictions: restrictions(modifier),
      isHidden: null,
      buttonImageUrl: null,
      image: null,
      weight: null,
      measureUnitType: null,
      tags: null,
    })),
  };
}

function restrictions(modifier: Modifier) {
  return {
    minQuantity: modifier.min,
    maxQuantity: modifier.max,
    freeQuantity: 0,
    defaultQuantity: modifier.byDefault,
    hideIfDefaultQuantity: false,
  };
}

function rootModifier(modifier: Modifier) {
  return {
    id: modifier.productId,
    sku: modifier.article,
    name: modifier.name,
    description: null,
    restrictions: restrictions(modifier),
    isHidden: false,
    image: null,
    weight: 0,
    measureUnitType: "GRAM",
    sizePrices: [
      sizePrice(null, modifier.price),
      ...Object.entries(modifier.priceBySize).map(([sizeId, price]) => sizePrice(sizeId, price)),
    ],
    nutritions: null,
    taxCategoryId: null,
    independentQuantity: false,
    productCategoryId: null,
    customerTagGroups: [],
    outerEanCode: null,
    isMarked: false,
    paymentSubjectCode: "1",
    barcodes: [],
    buttonImageUrl: null,
    allergenGroupIds: [],
    labels: [],
    tags: [],
  };
}

/** Without a size, this is the price for every size that has no row of its own. */
function sizePrice(sizeId: string | null, price: number) {
  return { sizeId, price, taxCategoryId: null };
}
