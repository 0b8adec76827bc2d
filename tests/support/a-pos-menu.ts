import { createHash } from "node:crypto";

import {
  type PackedPosMenu,
  type PosMenu,
  type PosMenuCategory,
  type PosMenuComboChoice,
  type PosMenuComboGroup,
  type PosMenuItem,
  type PosMenuOption,
  type PosMenuOptionGroup,
  type PosMenuSize,
  PosMenuSource,
} from "../../src/domain/catalogue/pos-menu";
import { SOLD_ALWAYS } from "../../src/domain/catalogue/sale-hours";
import { packMenu } from "../../src/ports/pos/pack-menu";

export function aPosSize(overrides: Partial<PosMenuSize> = {}): PosMenuSize {
  return {
    posSizeId: null,
    name: null,
    article: null,
    price: 44_900,
    isDefault: true,
    hidden: false,
    ...overrides,
  };
}

export function aPosOption(overrides: Partial<PosMenuOption> = {}): PosMenuOption {
  return {
    posProductId: "pos-ketchup",
    article: "00501",
    name: "Кетчуп",
    price: 3_000,
    priceBySize: {},
    min: 0,
    max: 3,
    byDefault: 0,
    hidden: false,
    ...overrides,
  };
}

export function aPosGroup(overrides: Partial<PosMenuOptionGroup> = {}): PosMenuOptionGroup {
  return {
    posGroupId: "pos-sauces",
    name: "Соусы",
    min: 0,
    max: 3,
    freeAmount: 0,
    options: [aPosOption()],
    ...overrides,
  };
}

/** A dish whose POS id is derived from its article. */
export function aPosItem(overrides: Partial<PosMenuItem> = {}): PosMenuItem {
  const article = overrides.article === undefined ? "00064" : overrides.article;
  return {
    posProductId: `pos-${article ?? "none"}`,
    name: "Пицца «Маргарита»",
    description: "Томаты, моцарелла",
    imageUrls: ["https://images.example/margarita.jpg"],
    compound: false,
    combo: false,
    hidden: false,
    sizes: [aPosSize()],
    optionGroups: [],
    nutrition: null,
    ...overrides,
    article,
  };
}

export function aPosComboChoice(overrides: Partial<PosMenuComboChoice> = {}): PosMenuComboChoice {
  const article = overrides.article === undefined ? "00064" : overrides.article;
  return {
    posProductId: `pos-${article ?? "none"}`,
    posSizeId: null,
    posComboSizeId: null,
    price: 30_000,
    forbiddenOptions: [],
    ...overrides,
    article,
  };
}

export function aPosComboGroup(overrides: Partial<PosMenuComboGroup> = {}): PosMenuComboGroup {
  return { posGroupId: "pos-main", name: "Пицца", choices: [aPosComboChoice()], ...overrides };
}

export function aPosCombo(overrides: Partial<PosMenuItem> = {}): PosMenuItem {
  const comboGroups = [aPosComboGroup()];
  return aPosItem({
    article: "30001",
    name: "Ланч",
    combo: true,
    sizes: [aPosSize({ price: 0 })],
    comboGroups,
    ...overrides,
  });
}

export function aPosCategory(overrides: Partial<PosMenuCategory> = {}): PosMenuCategory {
  return { posId: "pos-pizza", name: "Пицца", hidden: false, items: [aPosItem()], ...overrides };
}

export function aPosMenu(...categories: PosMenuCategory[]): PosMenu {
  const contentHash = createHash("sha256").update(JSON.stringify(categories)).digest("hex");
  return { source: PosMenuSource.EXTERNAL_MENU_V3, revision: "7", contentHash, categories };
}

/** The menu as an adapter delivers it. */
export function packedPosMenu(
  menu: PosMenu,
  {
    saleHours = SOLD_ALWAYS,
    weighed = [],
  }: Partial<Pick<PackedPosMenu, "saleHours" | "weighed">> = {},
): PackedPosMenu {
  return packMenu(
    { ...menu, listedTwice: new Set(), unapplied: [], saleHours, weighed },
    Buffer.from(JSON.stringify(menu)),
  );
}

/** The POS ids of all products of a menu as an adapter delivers it. */
export function unpackedIds({ categoriesJson }: PackedPosMenu): string[] {
  const categories = JSON.parse(Buffer.from(categoriesJson).toString()) as PosMenuCategory[];
  return categories.flatMap(({ items }) => items.map(({ posProductId }) => posProductId));
}
