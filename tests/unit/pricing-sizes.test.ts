import { priceBasket, type WantedLine } from "../../src/domain/checkout/pricing";
import {
  aMenuSnapshot,
  anOption,
  anOptionGroup,
  aPizza,
  aProduct,
  aSize,
} from "../support/a-menu-snapshot";

const SOUP = aProduct({ article: "301", name: "Borscht" });
const MENU = aMenuSnapshot([SOUP, aPizza]);

function wanted(article: string, overrides: Partial<WantedLine> = {}): WantedLine {
  return {
    article,
    sizeId: null,
    quantity: 1000,
    options: [],
    comment: null,
    expectedUnitPrice: null,
    ...overrides,
  };
}

type WantedOption = WantedLine["options"][number];

function option(article: string, count = 1): WantedOption {
  return { article, quantity: count * 1000 };
}

function errorsOf(lines: readonly WantedLine[], menu = MENU) {
  const { userErrors } = priceBasket(menu, lines);
  return userErrors.map(({ code, field }) => `${code} ${field?.join(".") ?? ""}`);
}

describe("two halves of one dish", () => {
  const toppings = [anOptionGroup({ options: [anOption({ price: 5_001 })] })];
  const sizes = (price: number | null) => [
    aSize({ id: `large-${price}`, posSizeId: "pos-large", price }),
  ];
  const half = (article: string, price: number | null) =>
    aProduct({
      article,
      name: `Half ${article}`,
      compound: true,
      sizes: sizes(price),
      optionGroups: toppings,
    });
  const menu = aMenuSnapshot([
    half("71", 65_000),
    half("72", 85_001),
    half("73", null),
    SOUP,
    aPizza,
  ]);

  it("cost half of each, options included, rounded as displayed, and show which option is on which half", () => {
    const secondHalf = { article: "72", options: [option("501")] };
    const { lines } = priceBasket(menu, [
      wanted("71", { quantity: 2000, options: [option("501")], secondHalf }),
    ]);
    expect(lines[0]).toMatchObject({
      name: "½ Half 71 + ½ Half 72",
      unitPrice: 75_001,
      total: 2 * (75_001 + 5_002),
      halves: [{ price: 65_000 }, { price: 85_001 }],
      options: [{ name: "½ Half 71: Option 501" }, { name: "½ Half 72: Option 501" }],
    });
  });

  it.each([
    ["a dish of one piece first", "301", "72", "INVALID input.lines.0.secondHalf.article"],
    ["a dish of one piece second", "71", "301", "INVALID input.lines.0.secondHalf.article"],
    ["an unknown dish", "71", "999", "ITEM_NOT_FOUND input.lines.0.secondHalf.article"],
    ["a dish that is not sold", "71", "73", "ITEM_NOT_SOLD_HERE input.lines.0.secondHalf.article"],
  ])("are refused with %s", (_, article, other, userError) => {
    expect(
      errorsOf([wanted(article, { secondHalf: { article: other, options: [] } })], menu),
    ).toEqual([userError]);
  });

  it("are refused with options that the second half does not have, and in half portions", () => {
    const secondHalf = { article: "72", options: [option("999")] };
    expect(errorsOf([wanted("71", { quantity: 1500, secondHalf })], menu)).toEqual([
      "ITEM_NOT_FOUND input.lines.0.secondHalf.options.0.article",
      "INVALID input.lines.0.quantity",
    ]);
  });
});

describe("the size of a dish", () => {
  it("defaults to the default one when none is named", () => {
    expect(
      priceBasket(MENU, [wanted("64", { options: [option("701")] })]).lines[0]?.posSizeId,
    ).toBe("pos-large");
  });

  it("is the only one if there is just one, default or not", () => {
    const menu = aMenuSnapshot([aProduct({ sizes: [aSize({ isDefault: false })] })]);
    expect(priceBasket(menu, [wanted("301")]).userErrors).toEqual([]);
  });

  it("must be named when there are several and none is the default", () => {
    const sizes = [aSize({ id: "a", isDefault: false }), aSize({ id: "b", isDefault: false })];
    expect(errorsOf([wanted("301")], aMenuSnapshot([aProduct({ sizes })]))).toEqual([
      "REQUIRED input.lines.0.sizeId",
    ]);
  });

  it("is refused when the dish does not come in it", () => {
    expect(errorsOf([wanted("301", { sizeId: "small" })])).toEqual([
      "NOT_FOUND input.lines.0.sizeId",
    ]);
  });

  it("is refused when it is not sold here", () => {
    const menu = aMenuSnapshot([aProduct({ sizes: [aSize({ price: null })] })]);
    expect(errorsOf([wanted("301")], menu)).toEqual(["ITEM_NOT_SOLD_HERE input.lines.0.article"]);
  });

  it("may be free", () => {
    const menu = aMenuSnapshot([aProduct({ sizes: [aSize({ price: 0 })] })]);
    expect(priceBasket(menu, [wanted("301")])).toMatchObject({ subtotal: 0, userErrors: [] });
  });

  it("determines what an option costs, and whether it is sold at all", () => {
    const ketchup = anOption({
      article: "501",
      price: 3_000,
      priceBySize: { large: 4_000, small: null },
    });
    const menu = aMenuSnapshot([
      aProduct({ ...aPizza, optionGroups: [anOptionGroup({ options: [ketchup] })] }),
    ]);
    const large = priceBasket(menu, [wanted("64", { sizeId: "large", options: [option("501")] })]);
    expect(large.subtotal).toBe(65_000 + 4_000);
    expect(errorsOf([wanted("64", { sizeId: "small", options: [option("501")] })], menu)).toEqual([
      "ITEM_NOT_FOUND input.lines.0.options.0.article",
    ]);
  });
});
