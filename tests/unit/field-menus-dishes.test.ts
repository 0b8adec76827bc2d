import { issueText } from "../../src/services/catalogue/pos-menu/issue-text";
import {
  aFolder,
  aGroup,
  aMenu,
  aModifier,
  anItem,
  aNomenclature,
  anOption,
  aProduct,
  aSize,
  type Body,
  limits,
  soldFor,
} from "../support/menu-bodies";
import { issuesOf, menuOfV2, standalone, told } from "../support/told-facts";

const SCHEME = {
  modifierSchemaId: "11111111-1111-4111-8111-111111111111",
  modifierSchemaName: "Кофе",
};

/** The same statement about a product in each format. */
const WAYS: readonly (readonly [string, (said: Body) => Body])[] = [
  ["format 2", menuOfV2],
  ["format 3", (said) => aMenu([anItem(said)])],
  ["format 4", (said) => aMenu([anItem(said)], { formatVersion: 4 })],
  ["standalone", standalone],
  ["nomenclature", (said) => aNomenclature([aProduct(said)])],
];

describe.each(WAYS)("what %s says about a dish", (format, bodyOf) => {
  it.each<[string, Body, string]>([
    [
      "a modifier scheme of a plain dish",
      SCHEME,
      'MODIFIER_SCHEME: «Уха» has the modifier scheme "Кофе"',
    ],
    [
      "a scheme without a name",
      { modifierSchemaId: "id-7", modifierSchemaName: "" },
      'the modifier scheme "id-7"',
    ],
    [
      "a price for a kilogram",
      { measureUnit: "кг" },
      'SOLD_BY_MEASURE: «Уха» is not sold by the portion: its unit is "кг"',
    ],
    ["a price for 100 g", { measureUnit: "100 г." }, 'its unit is "100 г."'],
    ["a unit nobody knows", { measureUnit: "ведро" }, 'its unit is "ведро"'],
    ["a scale", { measureUnit: "порц", useBalanceForSell: true }, "SOLD_BY_MEASURE"],
    [
      "a price that the cashier sets",
      { canSetOpenPrice: "true" },
      "OPEN_PRICE: The cashier may set the price of «Уха»",
    ],
  ])("raises an issue for that dish: %s", (_what, said, words) => {
    const [issue, ...others] = issuesOf(bodyOf(said));
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      article: "00100",
      posProducts: [{ posProductId: "product", name: "Уха" }],
    });
    expect(`${issue!.code}: ${issueText(issue!).message.en}`).toContain(words);
  });

  it.each<[string, Body]>([
    ["portions", { measureUnit: "порц" }],
    ["pieces, with a full stop", { measureUnit: "Шт." }],
    ["no unit", { measureUnit: null }],
    ["a scheme of halves", { ...SCHEME, orderItemType: "Compound" }],
    ["an empty scheme", { modifierSchemaId: null, modifierSchemaName: "" }],
    ["flags that are off", { canSetOpenPrice: "false", useBalanceForSell: null, isMarked: 0 }],
  ])("raises no issue when it is usual: %s", (_what, said) => {
    expect(told(bodyOf(said))).toEqual([]);
  });

  it("reports a marked good, if the format has any", () => {
    expect(told(bodyOf({ isMarked: true }))).toHaveLength(format === "nomenclature" ? 0 : 1);
  });
});

it("says nothing about products that are not sold", () => {
  const gone = aProduct({ id: "gone", isDeleted: true, canSetOpenPrice: true });
  const modifier = aModifier({ measureUnit: "кг" });
  expect(told(aNomenclature([gone, modifier], { groups: [aFolder()] }))).toEqual([]);
});

describe("an option", () => {
  it("whose amount does not depend on the dish is reported once for all sizes, by name", () => {
    const option = anOption({ independentQuantity: true });
    const sizes = ["s", "l"].map((id) =>
      aSize({ id, itemModifierGroups: [aGroup({ items: [option] })] }),
    );
    const [issue, ...others] = issuesOf(aMenu([anItem({ itemSizes: sizes })]));
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      code: "OPTION_AMOUNT_INDEPENDENT",
      detail: "«Укроп»",
      article: "00100",
    });
  });

  it("from the standalone menu's list is reported for the dishes that have it", () => {
    const groups = [{ id: "g", name: "Зелень", items: [{ id: "option" }] }];
    const modifiers = [
      { id: "option", name: "Укроп", independentQuantity: true, sizePrices: [{ price: 10 }] },
    ];
    const [issue] = issuesOf({ ...standalone({}, { modifierGroups: groups }), modifiers });
    expect(issue).toMatchObject({ detail: "«Укроп»", posProducts: [{ name: "Уха" }] });
    expect(issuesOf({ ...standalone({}), modifiers })).toEqual([]);
  });

  const group = (changes: Body = {}) => aGroup({ items: [anOption()], ...changes });
  const sized = (small: Body[], large: Body[]) => {
    const sizes = [
      aSize({ id: "s", isDefault: true, itemModifierGroups: small }),
      aSize({ id: "l", isDefault: false, itemModifierGroups: large }),
    ];
    return aMenu([anItem({ itemSizes: sizes })]);
  };
  const more = anOption({ id: "more", name: "Лук" });

  it.each<[string, Body]>([
    ["other limits", sized([group()], [group({ restrictions: limits(1, 2) })])],
    [
      "other limits of an option",
      sized([group()], [group({ items: [anOption({ restrictions: limits(0, 5) })] })]),
    ],
    ["an option of another size alone", sized([group()], [group({ items: [anOption(), more] })])],
    ["a group of another size alone", sized([], [group()])],
    ["a required group of the main size alone", sized([group({ restrictions: limits(1, 1) })], [])],
  ])("that differs by size is reported: %s", (_what, body) => {
    expect(told(body)).toEqual([
      expect.stringMatching(/^OPTIONS_DIFFER_BY_SIZE: «Уха» .* «Зелень»/),
    ]);
  });

  it.each<[string, Body]>([
    ["other prices", sized([group()], [group({ items: [anOption({ prices: [soldFor(99)] })] })])],
    ["an option of the main size alone", sized([group({ items: [anOption(), more] })], [group()])],
    [
      "nothing told of another size",
      aMenu([anItem({ itemSizes: [aSize({ id: "s" }), { id: "l", prices: [soldFor(1)] }] })]),
    ],
  ])("that differs only in what the gateway reads is no issue: %s", (_what, body) => {
    expect(told(body)).toEqual([]);
  });
});

it("names only a few of very many dishes", () => {
  const posProducts = Array.from({ length: 60 }, (_, n) => ({
    posProductId: `p${n}`,
    name: `Блюдо ${n}`,
  }));
  const [independent] = issuesOf(aMenu([anItem({ canSetOpenPrice: true })]));
  expect(issueText({ ...independent!, posProducts }).message.en).toMatch(/«Блюдо 4» … \(\+55\)/);
});
