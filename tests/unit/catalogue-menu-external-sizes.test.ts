import { mapExternalMenuV3 } from "../../src/adapters/iiko/menu/formats/map-menu-external";
import { type PosMenuItem } from "../../src/domain/catalogue/pos-menu";
import {
  aGroup,
  aMenu,
  anItem,
  anOption,
  aSize,
  ORGANIZATION,
  OTHER_ORGANIZATION,
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

describe("the sizes of an external menu", () => {
  it.each([
    [null, null],
    ["", ""],
    ["null", "Порция"],
  ])("are ignored when the only size has the id %j and the name %j", (id, sizeName) => {
    const item = onlyItem(anItem({ itemSizes: [aSize({ id, sizeName, isDefault: false })] }));
    expect(item.sizes).toMatchObject([{ posSizeId: null, name: null, isDefault: true }]);
  });

  it("have free-form articles of their own", () => {
    const sizes = [
      aSize({ id: "m", sku: "00100-средняя" }),
      aSize({ id: "l", sku: "", isDefault: false }),
    ];
    expect(onlyItem(anItem({ itemSizes: sizes })).sizes.map((size) => size.article)).toEqual([
      "00100-средняя",
      null,
    ]);
  });

  it("lend their article to a product without one only when there is a single size", () => {
    expect(onlyItem(anItem({ sku: "" })).article).toBe("00100");
    const sizes = [aSize({ id: "m" }), aSize({ id: "l" })];
    expect(onlyItem(anItem({ sku: "", itemSizes: sizes })).article).toBeNull();
  });

  it("have at most one default, possibly none", () => {
    const both = onlyItem(anItem({ itemSizes: [aSize({ id: "m" }), aSize({ id: "l" })] }));
    expect(both.sizes.map((size) => size.isDefault)).toEqual([true, false]);
    const none = [aSize({ id: "m", isDefault: false }), aSize({ id: "l", isDefault: false })];
    expect(onlyItem(anItem({ itemSizes: none })).sizes.map((size) => size.isDefault)).toEqual([
      false,
      false,
    ]);
  });

  it("are not sold when the price is null, missing or another organization's, and free when it is 0", () => {
    const sizes = [
      [soldFor(null)],
      [],
      null,
      [soldFor(10, [OTHER_ORGANIZATION])],
      [soldFor(10, [])],
      [soldFor(0)],
    ].map((prices, at) => aSize({ id: `size-${at}`, prices }));
    expect(onlyItem(anItem({ itemSizes: sizes })).sizes.map((size) => size.price)).toEqual([
      null,
      null,
      null,
      null,
      null,
      0,
    ]);
  });

  it("give an option its differing prices by size", () => {
    const group = (price: unknown) => aGroup({ items: [anOption({ prices: [soldFor(price)] })] });
    const sizes = [
      aSize({ id: "s", isDefault: false, itemModifierGroups: [group(10)] }),
      aSize({ id: "m", itemModifierGroups: [group(20)] }),
      aSize({ id: "l", isDefault: false, itemModifierGroups: [group(20)] }),
      aSize({ id: "xl", isDefault: false, itemModifierGroups: [group(null)] }),
      aSize({ id: "without", isDefault: false, itemModifierGroups: [] }),
      aSize({ id: "untold", isDefault: false, itemModifierGroups: null }),
    ];
    const [option] = onlyItem(anItem({ itemSizes: sizes })).optionGroups[0]?.options ?? [];
    expect(option).toMatchObject({
      price: 2000,
      priceBySize: { s: 1000, xl: null, without: null },
    });
  });
});
