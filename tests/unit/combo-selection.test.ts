import { priceBasket, type WantedLine } from "../../src/domain/checkout/pricing";
import {
  aComboChoice,
  aMenuSnapshot,
  anOptionGroup,
  aPizza,
  aProduct,
  aSize,
} from "../support/a-menu-snapshot";
import { aWantedLine } from "../support/a-new-order";
import { anEntry, aStopList } from "../support/a-stop-list";

const SOUP = aProduct({
  article: "301",
  name: "Borscht",
  optionGroups: [anOptionGroup({ max: 2 })],
});
const TEA = aProduct({ article: "801", name: "Tea", sizes: [aSize({ id: "tea", price: 9_000 })] });
const SOLD_OUT = aProduct({ article: "302", name: "Solyanka", sizes: [aSize({ price: null })] });
const STEAK = aProduct({ article: "303", name: "Steak" });
const LUNCH = aProduct({
  article: "30001",
  name: "Lunch",
  posProductId: "pos-lunch",
  sizes: [aSize({ price: 65_000, id: "lunch" })],
  comboGroups: [
    {
      id: "main",
      name: "Main",
      choices: [
        aComboChoice({ article: "301" }),
        aComboChoice({ article: "302" }),
        aComboChoice({ article: "404" }),
        aComboChoice({
          article: "64",
          posSizeId: "pos-small",
          price: 6_000,
          forbiddenOptions: ["pos-option-502"],
        }),
        aComboChoice({ article: "64", posSizeId: "pos-large", price: 16_000 }),
      ],
    },
    { id: "drink", name: "Drink", choices: [aComboChoice({ article: "801" })] },
  ],
});
const MENU = aMenuSnapshot([SOUP, TEA, SOLD_OUT, STEAK, aPizza, LUNCH]);

type Part = NonNullable<WantedLine["parts"]>[number];

function part(groupId: string, article: string, overrides: Partial<Part> = {}): Part {
  return { groupId, article, sizeId: null, options: [], ...overrides };
}

function lunch(parts: readonly Part[], overrides: Partial<WantedLine> = {}): WantedLine {
  return aWantedLine({ article: "30001", parts, ...overrides });
}

const soup = part("main", "301");
const dough = { article: "701", quantity: 1000 };
const sauce = (article: string) => ({ article, quantity: 1000 });

describe("a combo", () => {
  it("costs its own price plus what its choices add, whatever they cost on their own", () => {
    const small = part("main", "64", { sizeId: "small", options: [dough] });
    const large = part("main", "64", { options: [dough] });
    const { lines, subtotal, userErrors } = priceBasket(MENU, [
      lunch([soup]),
      lunch([small]),
      lunch([large]),
    ]);
    expect(userErrors).toEqual([]);
    expect(lines.map(({ unitPrice, total }) => [unitPrice, total])).toEqual([
      [65_000, 65_000],
      [71_000, 71_000],
      [81_000, 81_000],
    ]);
    expect(subtotal).toBe(217_000);
  });

  it("adds the paid options of its parts, for each combo", () => {
    const parts = [part("main", "301", { options: [{ article: "501", quantity: 2000 }] })];
    const [line] = priceBasket(MENU, [lunch(parts, { quantity: 3000 })]).lines;
    expect(line).toMatchObject({ unitPrice: 65_000, total: 3 * (65_000 + 2 * 3_000) });
  });

  it("sends its parts to the POS and their names to the staff, filling in a group's only choice", () => {
    const parts = [part("main", "64", { sizeId: "small", options: [dough, sauce("501")] })];
    const [line] = priceBasket(MENU, [lunch(parts)]).lines;
    expect(line).toMatchObject({
      article: "30001",
      name: "Lunch",
      posProductId: "pos-lunch",
      halves: null,
      compound: false,
      parts: [
        {
          posGroupId: "main",
          groupName: "Main",
          posProductId: "pos-64",
          posSizeId: "pos-small",
          price: 45_000,
          options: [{ article: "701" }, { article: "501" }],
        },
        {
          posGroupId: "drink",
          posProductId: "pos-801",
          posSizeId: null,
          price: 9_000,
          options: [],
        },
      ],
      options: [
        { name: "Main: Margherita (Small)", article: "64", quantity: 1000, price: 0 },
        { name: "Margherita: Option 701", quantity: 1000 },
        { name: "Margherita: Option 501", quantity: 1000, price: 3_000 },
        { name: "Drink: Tea", article: "801", price: 0 },
      ],
    });
  });

  it.each<[string, Part[], Partial<WantedLine>, string[]]>([
    ["a part is missing", [], {}, ["REQUIRED input.lines.0.combo"]],
    [
      "a part is of no group",
      [soup, part("salad", "301")],
      {},
      ["NOT_FOUND input.lines.0.combo.1.groupId"],
    ],
    ["a part is there twice", [soup, soup], {}, ["INVALID input.lines.0.combo.1.groupId"]],
    [
      "a dish is no choice",
      [part("main", "303")],
      {},
      ["ITEM_NOT_FOUND input.lines.0.combo.0.article"],
    ],
    [
      "a dish is unknown",
      [part("main", "404")],
      {},
      ["ITEM_NOT_FOUND input.lines.0.combo.0.article"],
    ],
    [
      "a dish is not sold",
      [part("main", "302")],
      {},
      ["ITEM_NOT_SOLD_HERE input.lines.0.combo.0.article"],
    ],
    [
      "a size is no choice",
      [part("main", "301", { sizeId: "x" })],
      {},
      ["NOT_FOUND input.lines.0.combo.0.sizeId"],
    ],
    [
      "an option is missing",
      [part("main", "64")],
      {},
      ["MODIFIER_REQUIRED input.lines.0.combo.0.options"],
    ],
    [
      "an option is not allowed in it",
      [part("main", "64", { sizeId: "small", options: [dough, sauce("502")] })],
      {},
      ["ITEM_NOT_FOUND input.lines.0.combo.0.options.1.article"],
    ],
    ["half of it is wanted", [soup], { quantity: 1500 }, ["INVALID input.lines.0.quantity"]],
    [
      "its price was another one",
      [soup],
      { expectedUnitPrice: 60_000 },
      ["PRICE_CHANGED input.lines.0.expectedUnitPrice"],
    ],
    [
      "all of it is wrong at once",
      [part("salad", "1"), part("main", "302")],
      { quantity: 0 },
      [
        "NOT_FOUND input.lines.0.combo.0.groupId",
        "ITEM_NOT_SOLD_HERE input.lines.0.combo.1.article",
        "INVALID input.lines.0.quantity",
      ],
    ],
  ])("is refused when %s", (_what, parts, overrides, expected) => {
    const { userErrors } = priceBasket(MENU, [lunch(parts, overrides)]);
    expect(userErrors.map(({ code, field }) => `${code} ${field?.join(".") ?? ""}`)).toEqual(
      expected,
    );
  });

  it("is never made from a dish that is not a combo", () => {
    const { userErrors } = priceBasket(MENU, [aWantedLine({ article: "303", parts: [soup] })]);
    expect(userErrors).toMatchObject([
      { code: "NOT_FOUND", field: ["input", "lines", "0", "combo", "0", "groupId"] },
    ]);
  });

  it("checks its parts against the stop list, together with the other lines", () => {
    const stopList = aStopList(anEntry("pos-301", { balance: 2000 }));
    const lines = [lunch([soup], { quantity: 2000 }), aWantedLine({ article: "301" })];
    expect(priceBasket(MENU, lines.slice(0, 1), "REJECT", stopList).userErrors).toEqual([]);
    expect(priceBasket(MENU, lines, "REJECT", stopList).userErrors).toMatchObject([
      { code: "ITEM_UNAVAILABLE", field: ["input", "lines", "1", "quantity"] },
    ]);
  });
});
