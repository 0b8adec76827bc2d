import {
  type Category,
  type Modifier,
  type ModifierGroup,
  type Product,
  type Size,
} from "../restaurant/model";
import { priceWithSize } from "../restaurant/option";
import { type MenuRequest, priceIn } from "./menu-request";
import { modifierScheme } from "./modifier-scheme";
import { nutritionFacts } from "./nutrition-facts";
import { productCategory } from "./product-category";
import { categorySchedule } from "./schedule";
import { sizeArticle } from "./size-article";
import { taxCategory } from "./tax-category";

/**
 * A heading in formats 3 and 4, which differ only in what `items` may contain: format 4 adds
 * combos.
 */
export function itemGroup(category: Category, items: object[]) {
  return {
    id: category.id,
    name: category.name,
    description: "",
    buttonImageUrl: null,
    iikoGroupId: null,
    isHidden: category.hidden,
    ...categorySchedule(category),
    labels: [],
    tags: [],
    items,
  };
}

/** A product as formats 3 and 4 write it. */
export function groupItem(product: Product, request: MenuRequest) {
  return {
    id: product.id,
    sku: product.article,
    name: product.name,
    description: product.description,
    type: product.type,
    orderItemType: product.orderItemType,
    itemSizes: product.sizes.map((size) => itemSize(product, size, request)),
    ...modifierScheme(product),
    splittable: false,
    canSetOpenPrice: false,
    useBalanceForSell: false,
    measureUnit: "порц",
    productCategoryId: productCategory.id,
    taxCategoryId: taxCategory.id,
    allergenGroupIds: [],
    customerTagGroups: [],
    labels: [],
    tags: [],
    paymentSubject: "COMMODITY",
    paymentSubjectCode: "1",
    outerEanCode: null,
    isMarked: false,
    isHidden: product.hidden,
    barcodes: [],
  };
}

function itemSize(product: Product, size: Size, request: MenuRequest) {
  return {
    id: size.id,
    sku: sizeArticle(product, size),
    sizeCode: size.code,
    sizeName: size.name,
    isDefault: size.isDefault,
    isHidden: false,
    weight: product.weightGrams,
    measureUnitType: "GRAM",
    nutritions: [{ ...nutritionFacts(product.nutrition), organizations: request.organizationIds }],
    prices: sharedPrice(size.price, request),
    itemModifierGroups: product.modifierGroups.map((group) => modifierGroup(group, size, request)),
    buttonImageUrl: product.hasImage ? request.imageUrl(product.article) : null,
  };
}

/** Groups organizations with the same price into one row. */
function sharedPrice(price: number | null, request: MenuRequest) {
  const prices = new Map<number | null, string[]>();
  for (const organizationId of request.organizationIds) {
    const its = priceIn(request, organizationId, price);
    prices.set(its, [...(prices.get(its) ?? []), organizationId]);
  }
  return [...prices].map(([its, organizations]) => ({
    organizations,
    price: its,
    taxCategoryId: taxCategory.id,
  }));
}

function modifierGroup(group: ModifierGroup, size: Size, request: MenuRequest) {
  return {
    id: group.id,
    name: group.name,
    description: "",
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
    items: group.modifiers.map((modifier) => modifierItem(modifier, size, request)),
  };
}

function modifierItem(modifier: Modifier, size: Size, request: MenuRequest) {
  return {
    id: modifier.productId,
    sku: modifier.article,
    name: modifier.name,
    description: "",
    isHidden: false,
    independentQuantity: false,
    restrictions: {
      minQuantity: modifier.min,
      maxQuantity: modifier.max,
      freeQuantity: 0,
      defaultQuantity: modifier.byDefault,
      hideIfDefaultQuantity: false,
    },
    prices: sharedPrice(priceWithSize(modifier, size.id), request),
    nutritions: [{ ...nutritionFacts(null), organizations: request.organizationIds }],
    weight: 0,
    measureUnitType: "GRAM",
    taxCategoryId: null,
    productCategoryId: null,
    allergenGroupIds: [],
    customerTagGroups: [],
    labels: [],
    tags: [],
    paymentSubject: "COMMODITY",
    paymentSubjectCode: "1",
    outerEanCode: null,
    isMarked: false,
    barcodes: [],
    buttonImageUrl: null,
  };
}
