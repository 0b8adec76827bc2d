import { mapExternalMenuV3 } from "../../src/adapters/iiko/menu/formats/map-menu-external";
import { mapStandaloneMenu } from "../../src/adapters/iiko/menu/formats/map-menu-standalone";
import { ImportField } from "../../src/domain/catalogue/import-field";
import { type SnapshotProduct } from "../../src/domain/catalogue/menu-snapshot";
import { planGuards } from "../../src/services/catalogue/plans/plan-guards";
import {
  aPosCombo,
  aPosComboChoice,
  aPosComboGroup,
  aPosItem,
  aPosSize,
} from "../support/a-pos-menu";
import { aMenu, anItem, ORGANIZATION } from "../support/menu-bodies";
import { imported, plan, sync, update } from "../support/plan-of";

function aCombo(
  prices: readonly [string, number | null][],
  overrides: Parameters<typeof aPosCombo>[0] = {},
) {
  const choices = prices.map(([article, price]) => aPosComboChoice({ article, price }));
  return aPosCombo({ comboGroups: [aPosComboGroup({ choices })], ...overrides });
}

function pricesOf({ comboGroups }: SnapshotProduct) {
  return comboGroups.flatMap(({ choices }) =>
    choices.map(({ article, price }) => [article, price]),
  );
}

describe("A combo of a menu", () => {
  it("with its own price has choices that add to it, and ignores what would reduce it", () => {
    const items = [
      {
        itemId: "dish",
        sizeId: "s",
        priceModificationAmount: 60,
        forbiddenModifiers: ["m-1", null],
      },
      {
        itemId: "unlisted",
        priceModificationAmount: -50,
        sizes: [{ comboSizeId: "c", sizeId: "l", prices: [] }],
      },
      { name: "Без id" },
    ];
    const groups = [{ id: "g", name: "Суп", items }, { name: "Без id" }];
    const combos = [{ id: "lunch", name: "Обед", price: 450, priceStrategy: "FIXED", groups }];
    const dish = { ...anItem(), id: "dish", sku: "00301" };
    const menu = aMenu([dish], { comboCategories: [{ id: "combos", name: "Комбо", combos }] });
    const [, section] = mapExternalMenuV3(menu, ORGANIZATION).categories;
    const [combo] = section!.items;
    expect(combo).toMatchObject({ sizes: [{ price: 45_000 }] });
    expect(combo!.comboGroups).toEqual([
      {
        posGroupId: "g",
        name: "Суп",
        choices: [
          {
            posProductId: "dish",
            article: "00301",
            posSizeId: "s",
            posComboSizeId: null,
            price: 6_000,
            forbiddenOptions: ["m-1"],
          },
          {
            posProductId: "unlisted",
            article: null,
            posSizeId: "l",
            posComboSizeId: "c",
            price: null,
            forbiddenOptions: [],
          },
        ],
      },
    ]);
  });

  it("priced by its parts costs nothing itself, and the price of a part depends on both sizes", () => {
    const sizePrices = [
      { comboSizeId: "S", productSizeId: "s", price: 300 },
      { comboSizeId: "L", productSizeId: "l", price: "350.5" },
      { comboSizeId: "XL", productSizeId: "l", price: null },
    ];
    const products = [
      { productId: "dish", sizePrices, forbiddenModifiers: null, priceModificationAmount: 10 },
    ];
    const combo = { id: "lunch", sku: "30001", priceStrategy: "by_component" };
    const item = { comboId: "lunch", itemType: "COMBO", name: "Обед", sizes: [{ sizeId: "S" }] };
    const body = {
      combos: [{ ...combo, componentGroups: [{ id: "g", name: "Суп", products }] }],
      itemsGroups: [{ id: "c", name: "Комбо", items: [item] }],
    };
    const [read] = mapStandaloneMenu(body, ORGANIZATION).categories[0]!.items;
    expect(read).toMatchObject({ article: "30001", sizes: [{ posSizeId: "S", price: 0 }] });
    expect(read!.comboGroups![0]!.choices).toMatchObject([
      { posComboSizeId: "S", posSizeId: "s", price: 31_000 },
      { posComboSizeId: "L", posSizeId: "l", price: 36_050 },
      { posComboSizeId: "XL", posSizeId: "l", price: null },
    ]);
  });
});

describe("An import of a combo", () => {
  const { NAME, PRICE } = ImportField;

  it("adopts its parts, except for choices that no article names, and reports them one by one", () => {
    const unnamed = [aPosComboChoice({ article: null }), aPosComboChoice({ article: "A-1" })];
    const named = [
      aPosComboChoice({ price: 0 }),
      aPosComboChoice({ article: "00065", price: 6_000 }),
    ];
    const item = aPosCombo({ comboGroups: [aPosComboGroup({ choices: [...named, ...unnamed] })] });
    const [change] = plan([item], { articles: ["30001"] });
    expect(change).toMatchObject({ action: "CREATE" });
    expect(pricesOf(change!.target!)).toEqual([["00064", 0], ["00065", 6_000]]); // prettier-ignore
    expect(change!.fields).toContainEqual({
      field: "combo.Пицца",
      before: null,
      after: "00064 +0.00; 00065 +60.00",
    });
  });

  it.each([
    ["has no parts", []],
    [
      "has a part without choices",
      [aPosComboGroup(), aPosComboGroup({ posGroupId: "x", choices: [] })],
    ],
    [
      "has a part without articles",
      [aPosComboGroup({ choices: [aPosComboChoice({ article: null })] })],
    ],
  ])("is blocked when the combo %s", (_what, comboGroups) => {
    expect(plan([aPosCombo({ comboGroups })], { articles: ["30001"] })[0]).toMatchObject({
      action: "BLOCKED",
    });
  });

  it("always adopts what the combo is made of, but its prices only when they are chosen and not locked", () => {
    const before = aCombo([["00064", 0], ["00065", 6_000]]); // prettier-ignore
    const after = aCombo([["00064", 1_000], ["00066", 7_000]]); // prettier-ignore
    const untouched = update(before, after, [NAME]);
    expect(pricesOf(untouched.target!)).toEqual([["00064", 0], ["00066", 7_000]]); // prettier-ignore
    expect(untouched.fields).toEqual([
      {
        field: "combo.Пицца",
        before: "00064 +0.00; 00065 +60.00",
        after: "00064 +0.00; 00066 +70.00",
      },
    ]);
    expect(pricesOf(update(before, after).target!)[0]).toEqual(["00064", 1_000]);
    const [locked] = plan([after], {
      before: [imported(before)],
      articles: ["30001"],
      locked: [PRICE],
    });
    expect(pricesOf(locked!.target!)[0]).toEqual(["00064", 0]);
  });

  it("changes nothing the second time", () => {
    expect(update(aPosCombo(), aPosCombo()).action).toBe("UNCHANGED");
  });
});

describe("A price sync of a combo", () => {
  const before = imported(aCombo([["00064", 0], ["00065", 6_000]])); // prettier-ignore

  it("adopts prices only: a choice that has left the combo is not sold, and a new one is not added", () => {
    const [change] = sync([before], [aCombo([["00064", 500], ["00066", 7_000]], { name: "Другое" })]); // prettier-ignore
    expect(change).toMatchObject({ action: "UPDATE", name: before.name });
    expect(pricesOf(change!.target!)).toEqual([["00064", 500], ["00065", null]]); // prettier-ignore
    expect(change!.fields).toEqual([
      { field: "combo.Пицца", before: "00064 +0.00; 00065 +60.00", after: "00064 +5.00; 00065 +—" },
    ]);
  });

  it.each<[string, number, string[]]>([
    ["jumps", 60_000, ["PRICE_CHANGE_TOO_LARGE"]],
    ["becomes nothing", 0, ["ZERO_PRICE"]],
    ["rises a little", 6_500, []],
  ])("is guarded when the price of a part %s", (_what, price, expected) => {
    const after = aCombo([["00064", 0], ["00065", price]]); // prettier-ignore
    const guards = planGuards(sync([before], [after]), new Map([["30001", before]]), 50);
    expect(guards.map(({ code }) => code)).toEqual(expected);
  });

  it("is not guarded against a size that costs nothing, because the parts carry the price", () => {
    const item = aPosCombo({ sizes: [aPosSize({ price: 0 })] });
    const catalogue = new Map([["00064", imported(aPosItem())]]);
    expect(planGuards(plan([item], { articles: ["30001"] }), catalogue, 50)).toEqual([]);
  });
});
