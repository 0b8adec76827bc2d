import {
  type Modifier,
  type ModifierGroup,
  type Nutrition,
  type Product,
} from "../restaurant/model";
import { type MenuRequest } from "./menu-request";
import { modifierScheme } from "./modifier-scheme";
import { productCategory } from "./product-category";

const common = {
  groupId: null,
  productCategoryId: productCategory.id,
  splittable: false,
  measureUnit: "порц",
  doNotPrintInCheque: false,
  fullNameEnglish: "",
  useBalanceForSell: false,
  canSetOpenPrice: false,
  paymentSubject: "ТОВАР",
  additionalInfo: null,
  tags: [],
  isDeleted: false,
  seoDescription: null,
  seoText: null,
  seoKeywords: null,
  seoTitle: null,
};

/**
 * A row of `products` that is sold on its own. A size that is not sold keeps its row, but is not
 * included in the menu and has a price of zero.
 */
export function nomenclatureDish(
  product: Product,
  categoryId: string,
  order: number,
  request: MenuRequest,
) {
  const { modifierSchemaId, modifierSchemaName } = modifierScheme(product);
  return {
    ...common,
    ...amounts(product.nutrition, product.weightGrams),
    id: product.id,
    code: product.article || null,
    name: product.name,
    description: product.description,
    type: product.type === "SERVICE" ? "Service" : "Dish",
    orderItemType: product.orderItemType,
    modifierSchemaId,
    modifierSchemaName: modifierSchemaName || null,
    sizePrices: product.sizes.map(({ id, price }) => sizePrice(id, price ?? 0, price !== null)),
    modifiers: product.modifierGroups
      .filter(({ id }) => id === null)
      .flatMap(({ modifiers }) => modifiers.map(child)),
    groupModifiers: product.modifierGroups.flatMap((group) =>
      group.id === null ? [] : [groupModifier(group, group.id)],
    ),
    imageLinks: product.hasImage ? [request.imageUrl(product.article)] : [],
    parentGroup: categoryId,
    order,
  };
}

/** A row of `products` that is only sold as part of another product, so it is never in the menu. */
export function nomenclatureModifier(modifier: Modifier, groupId: string | null) {
  return {
    ...common,
    ...amounts(null, 0),
    groupId,
    id: modifier.productId,
    code: modifier.article || null,
    name: modifier.name,
    description: "",
    type: "Modifier",
    orderItemType: "Product" as const,
    modifierSchemaId: null,
    modifierSchemaName: null,
    sizePrices: [
      sizePrice(null, modifier.price, false),
      ...Object.entries(modifier.priceBySize).map(([sizeId, price]) =>
        sizePrice(sizeId, price, false),
      ),
    ],
    modifiers: [],
    groupModifiers: [],
    imageLinks: [],
    parentGroup: null,
    order: 0,
  };
}

/** `…Amount` is per 100 g and `…FullAmount` per portion; `weight` is in kilograms. */
function amounts(nutrition: Nutrition | null, weightGrams: number) {
  const { fats, proteins, carbs, energy } = nutrition ?? {
    fats: 0,
    proteins: 0,
    carbs: 0,
    energy: 0,
  };
  const perPortion = (perHundredGrams: number) => Math.round(perHundredGrams * weightGrams) / 100;
  return {
    fatAmount: fats,
    proteinsAmount: proteins,
    carbohydratesAmount: carbs,
    energyAmount: energy,
    fatFullAmount: perPortion(fats),
    proteinsFullAmount: perPortion(proteins),
    carbohydratesFullAmount: perPortion(carbs),
    energyFullAmount: perPortion(energy),
    weight: weightGrams / 1000,
  };
}

function sizePrice(sizeId: string | null, currentPrice: number, isIncludedInMenu: boolean) {
  const price = {
    currentPrice,
    isIncludedInMenu,
    nextPrice: null,
    nextIncludedInMenu: false,
    nextDatePrice: null,
  };
  return { sizeId, price };
}

function groupModifier(group: ModifierGroup, id: string) {
  return {
    id,
    minAmount: group.min,
    maxAmount: group.max,
    required: group.min > 0,
    childModifiersHaveMinMaxRestrictions: group.childrenHaveOwnLimits,
    childModifiers: group.modifiers.map(child),
    hideIfDefaultAmount: false,
    defaultAmount: null,
    splittable: false,
    freeOfChargeAmount: group.free,
  };
}

function child(modifier: Modifier) {
  return {
    id: modifier.productId,
    defaultAmount: modifier.byDefault,
    minAmount: modifier.min,
    maxAmount: modifier.max,
    required: modifier.min > 0,
    hideIfDefaultAmount: false,
    splittable: false,
    freeOfChargeAmount: 0,
  };
}
