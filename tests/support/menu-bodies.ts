import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Body = Record<string, unknown>;

export const ORGANIZATION = "000000a1-1a2b-4c3d-8e4f-5a6b7c8d9e0f";
export const OTHER_ORGANIZATION = "000000b1-1a2b-4c3d-8e4f-5a6b7c8d9e0f";

export type LighthouseFormat = "v2" | "v3" | "v4" | "standalone" | "nomenclature";

/** The same small café in each of iiko's menu formats. */
export function lighthouseMenu(format: LighthouseFormat): Body {
  return JSON.parse(
    readFileSync(join(__dirname, "menus", `lighthouse-${format}.json`), "utf8"),
  ) as Body;
}

export function soldFor(price: unknown, organizations: readonly string[] = [ORGANIZATION]): Body {
  return { organizations, price, taxCategoryId: null };
}

export function aSize(overrides: Body = {}): Body {
  return {
    id: null,
    sku: "00100",
    sizeName: null,
    isDefault: true,
    isHidden: false,
    weight: 0,
    prices: [soldFor(100)],
    itemModifierGroups: [],
    ...overrides,
  };
}

export function anItem(overrides: Body = {}): Body {
  return {
    id: "product",
    sku: "00100",
    name: "Уха",
    type: "DISH",
    orderItemType: "Product",
    isHidden: false,
    itemSizes: [aSize()],
    ...overrides,
  };
}

export function anOption(overrides: Body = {}): Body {
  return {
    id: "option",
    sku: "00200",
    name: "Укроп",
    restrictions: limits(0, 0),
    prices: [soldFor(10)],
    ...overrides,
  };
}

export function aGroup(overrides: Body = {}): Body {
  return {
    id: "group",
    name: "Зелень",
    restrictions: limits(0, 3),
    childModifiersHaveMinMaxRestrictions: false,
    items: [anOption()],
    ...overrides,
  };
}

export function limits(minQuantity: number, maxQuantity: number, overrides: Body = {}): Body {
  return { minQuantity, maxQuantity, freeQuantity: 0, defaultQuantity: 0, ...overrides };
}

/** An external menu of format 3 with one section. */
export function aMenu(items: readonly unknown[], overrides: Body = {}): Body {
  return aMenuOf([{ id: "section", name: "Супы", isHidden: false, items }], overrides);
}

export function aMenuOf(sections: readonly unknown[], overrides: Body = {}): Body {
  return {
    formatVersion: 3,
    id: 7,
    revision: 1,
    allergenGroups: [],
    itemGroups: sections,
    ...overrides,
  };
}

export function aProduct(overrides: Body = {}): Body {
  return {
    id: "product",
    code: "00100",
    name: "Уха",
    type: "Dish",
    orderItemType: "Product",
    parentGroup: "folder",
    order: 0,
    isDeleted: false,
    sizePrices: [pricedAt(100)],
    modifiers: [],
    groupModifiers: [],
    ...overrides,
  };
}

export function aModifier(overrides: Body = {}): Body {
  const price = pricedAt(10, { price: { currentPrice: 10, isIncludedInMenu: false } });
  return aProduct({
    id: "modifier",
    code: "00200",
    name: "Укроп",
    type: "Modifier",
    sizePrices: [price],
    ...overrides,
  });
}

export function pricedAt(currentPrice: unknown, overrides: Body = {}): Body {
  return { sizeId: null, price: { currentPrice, isIncludedInMenu: true }, ...overrides };
}

export function aFolder(overrides: Body = {}): Body {
  return {
    id: "folder",
    name: "Супы",
    parentGroup: null,
    order: 0,
    isIncludedInMenu: true,
    isDeleted: false,
    ...overrides,
  };
}

export function aNomenclature(products: readonly unknown[], overrides: Body = {}): Body {
  return {
    groups: [aFolder()],
    productCategories: [],
    products,
    sizes: [],
    revision: 1,
    ...overrides,
  };
}
