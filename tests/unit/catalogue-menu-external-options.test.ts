import {
  mapExternalMenuV2,
  mapExternalMenuV3,
} from "../../src/adapters/iiko/menu/formats/map-menu-external";
import { type PosMenuOptionGroup } from "../../src/domain/catalogue/pos-menu";
import {
  aGroup,
  aMenu,
  anItem,
  anOption,
  aSize,
  limits,
  ORGANIZATION,
} from "../support/menu-bodies";

function groupsOf(...groups: unknown[]): readonly PosMenuOptionGroup[] {
  const menu = aMenu([anItem({ itemSizes: [aSize({ itemModifierGroups: groups })] })]);
  return mapExternalMenuV3(menu, ORGANIZATION).categories[0]?.items[0]?.optionGroups ?? [];
}

describe("the option groups of an external menu", () => {
  it("do not treat an option's 0/0 as forbidden", () => {
    const [group] = groupsOf(aGroup({ restrictions: limits(0, 3) }));
    expect(group?.options).toMatchObject([{ min: 0, max: 3 }]);
  });

  it("ignore the limits of options while the flag is off", () => {
    const option = anOption({ restrictions: limits(1, 2, { defaultQuantity: 1 }) });
    const [group] = groupsOf(aGroup({ restrictions: limits(0, 5), items: [option] }));
    expect(group?.options).toMatchObject([{ min: 0, max: 5, byDefault: 1 }]);
  });

  it("apply the limits of options when the flag is on, with 0 falling back to the group's", () => {
    const items = [anOption({ restrictions: limits(1, 2) }), anOption({ id: "second" })];
    const group = aGroup({
      childModifiersHaveMinMaxRestrictions: true,
      restrictions: limits(1, 4),
      items,
    });
    expect(groupsOf(group)[0]?.options).toMatchObject([
      { min: 1, max: 2 },
      { min: 0, max: 4 },
    ]);
  });

  it("allow as many units as there are options when there is no limit", () => {
    const group = aGroup({
      restrictions: limits(0, 0),
      items: [anOption(), anOption({ id: "second" })],
    });
    const [read] = groupsOf(group);
    expect(read).toMatchObject({ min: 0, max: 2, options: [{ max: 2 }, { max: 2 }] });
  });

  it("without an id are limited option by option, whatever the flag says", () => {
    const items = [
      anOption({ restrictions: limits(0, 2) }),
      anOption({ id: "second", restrictions: limits(0, 1) }),
    ];
    const group = aGroup({ id: "", name: null, restrictions: limits(0, 0), items });
    expect(groupsOf(group)[0]).toMatchObject({
      posGroupId: null,
      name: "",
      max: 3,
      options: [{ max: 2 }, { max: 1 }],
    });
  });

  it("grant the free amounts of both group and option", () => {
    const option = anOption({ restrictions: limits(0, 0, { freeQuantity: 1 }) });
    const [group] = groupsOf(
      aGroup({ restrictions: limits(0, 3, { freeQuantity: 2 }), items: [option] }),
    );
    expect(group).toMatchObject({ freeAmount: 2, options: [{ freeAmount: 1 }] });
  });

  it("drop broken and repeated options and repeated groups", () => {
    const items = [{}, anOption({ name: null }), anOption(), anOption({ name: "Ещё укроп" })];
    const optionGroups = groupsOf(aGroup({ items }), aGroup(), aGroup({ id: "empty", items: [] }));
    expect(optionGroups.map(({ options }) => options.map((option) => option.name))).toEqual([
      ["Укроп"],
    ]);
  });

  it("stay when required but without options, to show why the product cannot be ordered", () => {
    const optionGroups = groupsOf(aGroup({ restrictions: limits(1, 1), items: [] }));
    expect(optionGroups).toMatchObject([{ min: 1, max: 1, options: [] }]);
  });

  it("identify an option in format 2 by its product, not by its line", () => {
    const option = {
      id: "line",
      itemId: "option",
      sku: "00200",
      name: "Укроп",
      prices: [{ organizationId: ORGANIZATION, price: 10 }],
    };
    const size = {
      ...aSize(),
      prices: [{ organizationId: ORGANIZATION, price: 100 }],
      itemModifierGroups: [{ ...aGroup(), itemGroupId: "g", items: [option] }],
    };
    const item = {
      ...anItem({ itemSizes: [size] }),
      itemId: "product",
      modifierSchemaName: { id: "s", name: "Схема" },
    };
    const [category] = mapExternalMenuV2(
      { itemCategories: [{ id: "c", name: "Супы", items: [item] }] },
      ORGANIZATION,
    ).categories;
    expect(category?.items[0]?.optionGroups).toMatchObject([
      { posGroupId: "g", options: [{ posProductId: "option", price: 1000 }] },
    ]);
  });
});
