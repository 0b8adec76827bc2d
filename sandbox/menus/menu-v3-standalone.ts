import {
  type Category,
  type Combo,
  type Product,
  type Restaurant,
  type Size,
} from "../restaurant/model";
import { stableId } from "../restaurant/stable-id";
import { comboSizeId } from "./combo-categories";
import { comboComponentPrice } from "./combo-component-price";
import { type MenuRequest, priceIn } from "./menu-request";
import { modifierScheme } from "./modifier-scheme";
import { nutritionFacts } from "./nutrition-facts";
import { productCategory } from "./product-category";
import { rootSchedules, scheduleId } from "./schedule";
import { sizeArticle } from "./size-article";
import { standaloneModifierGroup, standaloneModifiers } from "./standalone-modifiers";
import { taxCategory } from "./tax-category";

/**
 * `/api/menu/v3/by_id`: covers one organization and lists products and modifiers once at the root;
 * `itemsGroups` (sic) refer to them.
 */
export function menuV3Standalone(restaurant: Restaurant, request: MenuRequest) {
  const { categories, externalMenu } = restaurant;
  return {
    id: externalMenu.id,
    name: externalMenu.name,
    description: null,
    buttonImageUrl: null,
    image: null,
    products: categories.flatMap(({ products }) => products).map(rootProduct),
    combos: categories.flatMap(({ combos }) => combos).map(rootCombo),
    modifiers: standaloneModifiers(restaurant),
    taxCategories: [{ ...taxCategory, isDeleted: false }],
    productCategories: [productCategory],
    allergenGroups: [],
    customerTagGroups: [],
    schedules: rootSchedules(categories),
    overrideTaxCategories: [],
    itemsGroups: categories.map((category) => itemsGroup(category, request)),
  };
}

function rootProduct(product: Product) {
  const { modifierSchemaId, modifierSchemaName } = modifierScheme(product);
  return {
    id: product.id,
    sku: product.article,
    modifierSchemaId,
    modifierSchemaName: modifierSchemaName || null,
    type: product.type,
    splittable: false,
    canSetOpenPrice: false,
    useBalanceForSell: false,
    measureUnit: "порц",
    productCategoryId: productCategory.id,
    customerTagGroups: [],
    paymentSubjectCode: "1",
    outerEanCode: null,
    isMarked: false,
    barcodes: [],
    orderItemType: product.orderItemType,
    taxCategoryId: taxCategory.id,
  };
}

function rootCombo(combo: Combo) {
  return {
    id: combo.id,
    sku: combo.article,
    priceStrategy: "BY_COMPONENT",
    labels: [],
    tags: [],
    componentGroups: combo.groups.map((group) => ({
      id: group.id,
      name: group.name,
      isMainGroup: group.isMainGroup,
      skipStep: false,
      products: group.choices.map(({ productId, sizeId, surcharge }) => ({
        productId,
        sizePrices: [
          {
            comboSizeId: comboSizeId(combo),
            productSizeId: sizeId,
            price: comboComponentPrice(combo, group, surcharge),
          },
        ],
        forbiddenModifiers: [],
        priceModificationAmount: null,
      })),
    })),
  };
}

function itemsGroup(category: Category, request: MenuRequest) {
  const items = [
    ...category.products.map((product) => productItem(product, request)),
    ...category.combos.map((combo) => comboItem(combo)),
  ];
  return {
    id: category.id,
    name: category.name,
    description: null,
    isHidden: category.hidden,
    labels: [],
    tags: [],
    buttonImageUrl: null,
    image: null,
    scheduleId: scheduleId(category),
    items: items.map((item, sortOrder) => ({ ...item, sortOrder })),
  };
}

function productItem(product: Product, request: MenuRequest) {
  return {
    productId: product.id,
    name: product.name,
    description: product.description || null,
    isHidden: product.hidden,
    sizePrices: product.sizes.map((size) => sizePrice(product, size, request)),
    modifierGroups: product.modifierGroups.map(standaloneModifierGroup),
    allergenGroupIds: [],
    labels: [],
    tags: [],
    itemType: "PRODUCT",
    comboId: null,
    sizes: [],
    menuItemId: stableId("menu item", product.id),
  };
}

function sizePrice(product: Product, size: Size, request: MenuRequest) {
  const image = { url: request.imageUrl(product.article), hash: null, updatedAt: null };
  return {
    sizeId: size.id,
    sizeName: size.name,
    sizeCode: size.code,
    isDefault: size.isDefault,
    price: priceIn(request, request.organizationIds[0], size.price),
    buttonImageUrl: null,
    image: product.hasImage ? image : null,
    isHidden: false,
    weight: product.weightGrams,
    nutritions: product.nutrition && nutritionFacts(product.nutrition),
    measureUnitType: "GRAM",
    sku: sizeArticle(product, size),
    menuItemSizeId: stableId("menu item size", product.id, size.id ?? ""),
    taxCategoryId: taxCategory.id,
  };
}

function comboItem(combo: Combo) {
  return {
    productId: null,
    name: combo.name,
    description: combo.description || null,
    isHidden: false,
    sizePrices: [],
    modifierGroups: [],
    allergenGroupIds: [],
    labels: [],
    tags: [],
    itemType: "COMBO",
    comboId: combo.id,
    sizes: [
      {
        sizeId: comboSizeId(combo),
        name: "",
        shortName: null,
        isHidden: false,
        buttonImageUrl: null,
        image: null,
      },
    ],
    menuItemId: stableId("menu item", combo.id),
  };
}
