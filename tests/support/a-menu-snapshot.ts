import { randomUUID } from "node:crypto";

import {
  type MenuSnapshot,
  type SnapshotComboChoice,
  type SnapshotOption,
  type SnapshotOptionGroup,
  type SnapshotProduct,
  type SnapshotSize,
} from "../../src/domain/catalogue/menu-snapshot";

export function aSize(overrides: Partial<SnapshotSize> = {}): SnapshotSize {
  return {
    id: "size-one",
    posSizeId: null,
    name: null,
    price: 39_000,
    isDefault: true,
    ...overrides,
  };
}

/** An option whose ids are derived from its article. */
export function anOption(overrides: Partial<SnapshotOption> = {}): SnapshotOption {
  const article = overrides.article === undefined ? "501" : overrides.article;
  return {
    id: `option-${article ?? "none"}`,
    posProductId: `pos-option-${article ?? "none"}`,
    name: `Option ${article ?? "none"}`,
    price: 3_000,
    priceBySize: {},
    freeAmount: 0,
    min: 0,
    max: 0,
    byDefault: 0,
    ...overrides,
    article,
  };
}

export function anOptionGroup(overrides: Partial<SnapshotOptionGroup> = {}): SnapshotOptionGroup {
  return {
    id: "group-sauces",
    posGroupId: "pos-sauces",
    name: "Sauces",
    min: 0,
    max: 0,
    freeAmount: 0,
    options: [anOption()],
    ...overrides,
  };
}

export function aComboChoice(overrides: Partial<SnapshotComboChoice> = {}): SnapshotComboChoice {
  return {
    article: "301",
    posSizeId: null,
    posComboSizeId: null,
    price: 0,
    forbiddenOptions: [],
    ...overrides,
  };
}

/** A dish of one size whose ids are derived from its article. */
export function aProduct(overrides: Partial<SnapshotProduct> = {}): SnapshotProduct {
  const article = overrides.article ?? "301";
  return {
    id: `product-${article}`,
    sectionId: "section",
    name: `Dish ${article}`,
    description: null,
    imageUrls: [],
    posProductId: `pos-${article}`,
    compound: false,
    nutrition: null,
    sizes: [aSize()],
    optionGroups: [],
    comboGroups: [],
    ...overrides,
    article,
  };
}

/** A pizza with a small and a large size (the default), a required dough and up to two sauces. */
export const aPizza = aProduct({
  article: "64",
  name: "Margherita",
  sizes: [
    aSize({ id: "small", posSizeId: "pos-small", name: "Small", price: 45_000, isDefault: false }),
    aSize({ id: "large", posSizeId: "pos-large", name: "Large", price: 65_000 }),
  ],
  optionGroups: [
    anOptionGroup({
      id: "group-dough",
      posGroupId: "pos-dough",
      name: "Dough",
      min: 1,
      max: 1,
      options: [anOption({ article: "701", price: 0 }), anOption({ article: "702", price: 5_000 })],
    }),
    anOptionGroup({
      max: 2,
      options: [anOption({ article: "501" }), anOption({ article: "502", price: 4_500 })],
    }),
  ],
});

export function aMenuSnapshot(
  products: readonly SnapshotProduct[],
  branchId: string = randomUUID(),
): MenuSnapshot {
  return {
    branchId,
    currencyCode: "RUB",
    revision: 1,
    asOf: new Date("2026-03-01T09:00:00Z"),
    sections: [{ id: "section", name: "Menu", slug: "menu", position: 0, products }],
    productByArticle: new Map(products.map((product) => [product.article, product])),
  };
}

/** Menus of which only this one is in memory. */
export function menusWith(catalogue: MenuSnapshot) {
  return {
    get: () => Promise.resolve({ catalogue }),
    catalogues: [catalogue],
    uses: { reads: 1 },
  };
}
