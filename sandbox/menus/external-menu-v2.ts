import {
  type Category,
  type Modifier,
  type ModifierGroup,
  type Product,
  type Restaurant,
  type Size,
} from "../restaurant/model";
import { priceWithSize } from "../restaurant/option";
import { comboCategories } from "./combo-categories";
import { type MenuRequest, priceIn } from "./menu-request";
import { modifierScheme } from "./modifier-scheme";
import { nutritionFacts } from "./nutrition-facts";
import { productCategory } from "./product-category";
import { categorySchedule, menuIntervals } from "./schedule";
import { sizeArticle } from "./size-article";

/**
 * `/api/2/menu/by_id`, format 2: `itemCategories`, one price row per organization, modifiers
 * repeated under every size.
 */
export function externalMenuV2(restaurant: Restaurant, request: MenuRequest) {
  return {
    id: Number(restaurant.externalMenu.id),
    name: restaurant.externalMenu.name,
    description: "",
    buttonImageUrl: null,
    formatVersion: 2,
    revision: request.revision,
    intervals: menuIntervals(restaurant.menuHours, request.organizationIds),
    productCategories: [productCategory],
    customerTagGroups: [],
    overrideTaxCategories: [],
    comboCategories: comboCategories(restaurant, request),
    itemCategories: restaurant.categories.map((category) => itemCategory(category, request)),
  };
}

function itemCategory(category: Category, request: MenuRequest) {
  return {
    id: category.id,
    name: category.name,
    description: "",
    buttonImageUrl: null,
    headerImageUrl: null,
    iikoGroupId: null,
    isHidden: category.hidden,
    ...categorySchedule(category),
    tags: [],
    labels: [],
    items: category.products.map((product) => item(product, request)),
  };
}

function item(product: Product, request: MenuRequest) {
  return {
    itemId: product.id,
    sku: product.article,
    name: product.name,
    description: product.description,
    allergens: [],
    tags: [],
    labels: [],
    taxCategory: null,
    itemSizes: product.sizes.map((size) => itemSize(product, size, request)),
    ...modifierScheme(product),
    orderItemType: product.orderItemType,
    type: product.type,
    canBeDivided: false,
    canSetOpenPrice: false,
    useBalanceForSell: false,
    measureUnit: "порц",
    productCategoryId: productCategory.id,
    customerTagGroups: [],
    paymentSubject: "COMMODITY",
    paymentSubjectCode: "1",
    outerEanCode: null,
    isMarked: false,
    isHidden: product.hidden,
    barcodes: null,
  };
}

function itemSize(product: Product, size: Size, request: MenuRequest) {
  const nutrition = nutritionFacts(product.nutrition);
  return {
    sku: sizeArticle(product, size),
    sizeId: size.id,
    sizeCode: size.code,
    sizeName: size.name ?? "",
    isDefault: size.isDefault,
    isHidden: false,
    portionWeightGrams: product.weightGrams,
    measureUnitType: "GRAM",
    nutritionPerHundredGrams: { ...nutrition, organizations: [] },
    nutritions: [{ ...nutrition, organizations: request.organizationIds }],
    prices: pricesPerOrganization(size.price, request),
    itemModifierGroups: product.modifierGroups.map((group) =>
      itemModifierGroup(group, size, request),
    ),
    buttonImageUrl: product.hasImage ? request.imageUrl(product.article) : null,
  };
}

function pricesPerOrganization(price: number | null, request: MenuRequest) {
  return request.organizationIds.map((organizationId) => ({
    organizationId,
    price: priceIn(request, organizationId, price),
  }));
}

function itemModifierGroup(group: ModifierGroup, size: Size, request: MenuRequest) {
  return {
    itemGroupId: group.id,
    name: group.name,
    description: "",
    sku: "",
    isHidden: false,
    canBeDivided: false,
    childModifiersHaveMinMaxRestrictions: group.childrenHaveOwnLimits,
    restrictions: {
      minQuantity: group.min,
      maxQuantity: group.max,
      freeQuantity: group.free,
      byDefault: 0,
      hideIfDefaultQuantity: false,
    },
    items: group.modifiers.map((modifier, position) =>
      modifierItem(modifier, position, size, request),
    ),
  };
}

function modifierItem(modifier: Modifier, position: number, size: Size, request: MenuRequest) {
  return {
    itemId: modifier.productId,
    sku: modifier.article,
    name: modifier.name,
    description: "",
    position,
    isHidden: false,
    independentQuantity: false,
    restrictions: {
      minQuantity: modifier.min,
      maxQuantity: modifier.max,
      freeQuantity: 0,
      byDefault: modifier.byDefault,
      hideIfDefaultQuantity: false,
    },
    prices: pricesPerOrganization(priceWithSize(modifier, size.id), request),
    nutritionPerHundredGrams: { ...nutritionFacts(null), organizations: [] },
    portionWeightGrams: 0,
    measureUnitType: "GRAM",
    allergenGroups: [],
    tags: [],
    labels: [],
    productCategoryId: null,
    customerTagGroups: [],
    paymentSubject: "COMMODITY",
    paymentSubjectCode: "1",
    outerEanCode: null,
    isMarked: false,
    barcodes: null,
    buttonImageUrl: null,
  };
}
