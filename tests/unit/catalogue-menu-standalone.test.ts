import { mapStandaloneMenu } from "../../src/adapters/iiko/menu/formats/map-menu-standalone";
import { type PosMenuItem } from "../../src/domain/catalogue/pos-menu";
import { PosContractBroken } from "../../src/errors";
import { type Body, limits, ORGANIZATION } from "../support/menu-bodies";

const ITEM = {
  productId: "product",
  name: "Уха",
  itemType: "PRODUCT",
  sizePrices: [{ sizeId: null, sizeName: null, isDefault: true, price: 100, sku: "00100" }],
};

function itemsOf(items: readonly Body[], root: Body = {}): readonly PosMenuItem[] {
  const body = {
    products: null,
    combos: null,
    modifiers: null,
    ...root,
    itemsGroups: [{ id: "s", name: "Супы", items }],
  };
  return mapStandaloneMenu(body, ORGANIZATION).categories.flatMap((category) => category.items);
}

describe("a standalone menu", () => {
  it("is not read from a body without sections, though they may be null", () => {
    expect(() => mapStandaloneMenu({ itemGroups: [] }, ORGANIZATION)).toThrow(PosContractBroken);
    expect(mapStandaloneMenu({ itemsGroups: null }, ORGANIZATION).categories).toEqual([]);
  });

  it("takes a product's article and type from its product list, and copes without it", () => {
    const products = [{ id: "product", sku: "00555", orderItemType: "COMPOUND" }];
    expect(itemsOf([ITEM], { products })[0]).toMatchObject({ article: "00555", compound: true });
    expect(itemsOf([ITEM])[0]).toMatchObject({ article: "00100", compound: false });
  });

  it("reads items in sort order and leaves out broken ones", () => {
    const items = [
      { ...ITEM, productId: "second", sortOrder: 2 },
      { ...ITEM, productId: null },
      { ...ITEM, productId: "unsized", sizePrices: null },
      { ...ITEM, productId: "first", sortOrder: 1, itemType: null },
    ];
    expect(itemsOf(items).map((item) => item.posProductId)).toEqual(["first", "second"]);
  });

  it("fills in from the modifier list what an option's line leaves null", () => {
    const modifiers = [
      {
        id: "a",
        sku: "00201",
        name: "Укроп",
        restrictions: limits(0, 2),
        isHidden: true,
        sizePrices: [{ sizeId: null, price: 10 }],
      },
      {
        id: "b",
        sku: "00202",
        name: "Лук",
        restrictions: limits(0, 2),
        sizePrices: [{ sizeId: null, price: 20 }],
      },
    ];
    const group = {
      id: "g",
      name: "Зелень",
      restrictions: limits(0, 3),
      childModifiersHaveMinMaxRestrictions: true,
      items: [
        { id: "a", name: null, restrictions: null, isHidden: null },
        { id: "b", name: "Лук зелёный", restrictions: limits(1, 1), isHidden: true },
        { id: "unknown" },
      ],
    };
    expect(
      itemsOf([{ ...ITEM, modifierGroups: [group] }], { modifiers })[0]?.optionGroups[0]?.options,
    ).toMatchObject([
      { posProductId: "a", article: "00201", name: "Укроп", price: 1000, max: 2, hidden: true },
      {
        posProductId: "b",
        article: "00202",
        name: "Лук зелёный",
        price: 2000,
        min: 1,
        max: 1,
        hidden: true,
      },
    ]);
  });

  it("prices a fixed combo by its sizes", () => {
    const item = {
      comboId: "combo",
      itemType: "combo",
      name: "Обед",
      sizes: [
        { sizeId: "m", name: "M" },
        { sizeId: "l", name: "L" },
      ],
      sizePrices: [
        { sizeId: "m", price: 450 },
        { sizeId: "x", price: 1 },
      ],
    };
    const combos = [{ id: "combo", sku: "0300", priceStrategy: "FIXED" }];
    const [combo] = itemsOf([item], { combos });
    expect(combo).toMatchObject({ posProductId: "combo", combo: true, article: "0300" });
    expect(combo?.sizes.map((size) => size.price)).toEqual([45000, null]);
  });

  it("converts weights from kilograms to grams, and ignores those in litres", () => {
    const sized = (weight: number, measureUnitType: string) => ({
      ...ITEM,
      productId: measureUnitType,
      sizePrices: [{ price: 1, weight, measureUnitType }],
    });
    const items = itemsOf([sized(0.25, "Kilogram"), sized(300, "GRAM"), sized(0.5, "LITER")]);
    expect(items.map((item) => item.nutrition?.weightGrams ?? null)).toEqual([250, 300, null]);
  });
});
