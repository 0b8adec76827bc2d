import {
  mapExternalMenuV2,
  mapExternalMenuV3,
  mapExternalMenuV4,
} from "../../src/adapters/iiko/menu/formats/map-menu-external";
import { type PosMenuItem } from "../../src/domain/catalogue/pos-menu";
import { PosContractBroken } from "../../src/errors";
import {
  aGroup,
  aMenu,
  aMenuOf,
  anItem,
  anOption,
  aSize,
  ORGANIZATION,
  soldFor,
} from "../support/menu-bodies";

function itemsOf(menu: unknown): readonly PosMenuItem[] {
  return mapExternalMenuV3(menu, ORGANIZATION).categories.flatMap((category) => category.items);
}

function onlyItem(item: unknown): PosMenuItem {
  const [read] = itemsOf(aMenu([item]));
  if (!read) throw new Error("The item was left out");
  return read;
}

describe("an external menu", () => {
  it.each([
    ["an error body", { correlationId: "1", errorDescription: "Menu not found" }],
    ["a list", []],
    ["text", "<html></html>"],
    ["null", null],
    ["a menu of another format", { itemCategories: [] }],
  ])("is not read from %s", (_what, body) => {
    expect(() => mapExternalMenuV3(body, ORGANIZATION)).toThrow(PosContractBroken);
    expect(() => mapExternalMenuV3(body, ORGANIZATION)).toThrow(
      "not an external menu of format 3: it has no itemGroups",
    );
  });

  it("may have no sections at all", () => {
    expect(mapExternalMenuV2({ itemCategories: null }, ORGANIZATION).categories).toEqual([]);
  });

  it("drops a broken item, not the whole menu", () => {
    const broken = [
      null,
      "text",
      {},
      anItem({ id: null }),
      anItem({ id: "b", name: "  " }),
      anItem({ id: "c", itemSizes: null }),
    ];
    expect(itemsOf(aMenu([...broken, anItem()])).map((item) => item.name)).toEqual(["Уха"]);
  });

  it("ignores unknown fields, and reads numbers from text, text from numbers, and words in any case", () => {
    const size = aSize({
      isDefault: "true",
      prices: [soldFor("19.99", [ORGANIZATION.toUpperCase()])],
      news: {},
    });
    const item = onlyItem(
      anItem({
        id: 17,
        sku: 42,
        orderItemType: "compound",
        isHidden: "false",
        itemSizes: [size],
        news: [],
      }),
    );
    expect(item).toMatchObject({
      posProductId: "17",
      article: "42",
      compound: true,
      hidden: false,
    });
    expect(item.sizes[0]?.price).toBe(1999);
  });

  it("lists a product from two folders once, where it comes first", () => {
    const menu = aMenuOf([
      { id: "one", name: "Супы", items: [anItem(), anItem({ id: "other" })] },
      { id: "two", name: "Новинки", items: [anItem({ name: "Уха снова" })] },
    ]);
    const { categories } = mapExternalMenuV3(menu, ORGANIZATION);
    expect(
      categories.map(({ posId, items }) => [posId, items.map((item) => item.posProductId)]),
    ).toEqual([["one", ["product", "other"]]]);
  });

  it("prefers the visible place of a product that is also listed in a hidden folder", () => {
    const menu = aMenuOf([
      { id: "one", name: "Склад", isHidden: true, items: [anItem()] },
      { id: "two", name: "Супы", items: [anItem()] },
    ]);
    expect(
      mapExternalMenuV3(menu, ORGANIZATION).categories.map((category) => category.posId),
    ).toEqual(["two"]);
  });

  it("keeps two products that share an article", () => {
    expect(itemsOf(aMenu([anItem(), anItem({ id: "clash" })])).map((item) => item.article)).toEqual(
      ["00100", "00100"],
    );
  });

  it("flags hidden sections, products, sizes, groups and options", () => {
    const group = aGroup({ items: [anOption({ isHidden: true }), anOption({ id: "shown" })] });
    const hiddenGroup = aGroup({ id: "hidden", isHidden: true });
    const size = aSize({ isHidden: true, itemModifierGroups: [group, hiddenGroup] });
    const menu = aMenuOf([
      {
        id: "s",
        name: "Супы",
        isHidden: true,
        items: [anItem({ isHidden: true, itemSizes: [size] })],
      },
    ]);
    const [category] = mapExternalMenuV3(menu, ORGANIZATION).categories;
    const item = category?.items[0];
    expect([category?.hidden, item?.hidden, item?.sizes[0]?.hidden]).toEqual([true, true, true]);
    expect(item?.optionGroups.map(({ options }) => options.map((option) => option.hidden))).toEqual(
      [[true, false], [true]],
    );
  });

  it("reads fixed-price combos that stand alongside the sections", () => {
    const combos = [
      {
        id: "fixed",
        name: "Обед",
        price: 450,
        priceStrategy: "Fixed",
        sizes: [{ id: "m", name: "M" }],
      },
      { id: "untold", name: "Ужин", price: 0, priceStrategy: "FIXED" },
      { id: "parts", name: "Завтрак", price: 300, priceStrategy: "BY_COMPONENT", sizes: [] },
    ];
    const menu = aMenu([anItem()], { comboCategories: [{ id: "combos", name: "Комбо", combos }] });
    const [, section] = mapExternalMenuV3(menu, ORGANIZATION).categories;
    expect(
      section?.items.map(({ combo, name, sizes }) => [
        combo,
        name,
        sizes.map((size) => size.price),
      ]),
    ).toEqual([
      [true, "Обед", [45000]],
      [true, "Ужин", [null]],
      [true, "Завтрак", [null]],
    ]);
  });

  it("reads a combo among the items of format 4", () => {
    const combo = {
      type: "Combo",
      id: "combo",
      sku: "0300",
      name: "Обед",
      sizes: [{ sizeId: "m", name: "M", isHidden: true }],
    };
    const [category] = mapExternalMenuV4(aMenu([combo]), ORGANIZATION).categories;
    expect(category?.items[0]).toMatchObject({ combo: true, article: "0300", optionGroups: [] });
    expect(category?.items[0]?.sizes).toMatchObject([
      { posSizeId: "m", name: "M", hidden: true, isDefault: true },
    ]);
  });
});
