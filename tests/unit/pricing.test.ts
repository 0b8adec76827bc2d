import { priceBasket, type WantedLine } from "../../src/domain/checkout/pricing";
import { aMenuSnapshot, aPizza, aProduct, aSize } from "../support/a-menu-snapshot";

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

describe("a basket", () => {
  it("costs the catalogue prices times the quantities", () => {
    const { lines, subtotal, userErrors } = priceBasket(MENU, [
      wanted("301", { quantity: 2000 }),
      wanted("301"),
    ]);
    expect(userErrors).toEqual([]);
    expect(lines.map(({ total }) => total)).toEqual([78_000, 39_000]);
    expect(subtotal).toBe(117_000);
  });

  it("without lines costs nothing", () => {
    expect(priceBasket(MENU, [])).toEqual({ lines: [], subtotal: 0, userErrors: [] });
  });

  it("provides everything the POS needs in each line", () => {
    const line = wanted("64", {
      sizeId: "small",
      options: [option("702"), option("501", 2)],
      comment: "no onion",
    });
    expect(priceBasket(MENU, [line]).lines[0]).toEqual({
      posProductId: "pos-64",
      posSizeId: "pos-small",
      compound: false,
      halves: null,
      parts: null,
      article: "64",
      name: "Margherita",
      sizeName: "Small",
      quantity: 1000,
      unitPrice: 45_000,
      total: 45_000 + 5_000 + 2 * 3_000,
      comment: "no onion",
      options: [
        expect.objectContaining({
          posProductId: "pos-option-702",
          posGroupId: "pos-dough",
          quantity: 1000,
        }),
        expect.objectContaining({
          posProductId: "pos-option-501",
          posGroupId: "pos-sauces",
          quantity: 2000,
        }),
      ],
    });
  });

  it("multiplies options by the line's quantity", () => {
    const line = wanted("64", {
      sizeId: "small",
      quantity: 3000,
      options: [option("702"), option("501")],
    });
    expect(priceBasket(MENU, [line]).subtotal).toBe(3 * (45_000 + 5_000 + 3_000));
  });

  it("accepts half portions and rounds each line once", () => {
    const menu = aMenuSnapshot([aProduct({ sizes: [aSize({ price: 33 })] })]);
    const { subtotal } = priceBasket(menu, [
      wanted("301", { quantity: 1500 }),
      wanted("301", { quantity: 1500 }),
    ]);
    expect(subtotal).toBe(100);
  });
});

describe("a price the guest was shown", () => {
  it("is accepted while it is still valid", () => {
    expect(errorsOf([wanted("301", { expectedUnitPrice: 39_000 })])).toEqual([]);
  });

  it.each([38_999, 39_001, 0])(
    "of %i instead of 39000 is reported together with the current one",
    (expectedUnitPrice) => {
      const { userErrors } = priceBasket(MENU, [wanted("301", { expectedUnitPrice })]);
      expect(userErrors).toEqual([
        expect.objectContaining({
          code: "PRICE_CHANGED",
          field: ["input", "lines", "0", "expectedUnitPrice"],
          item: { article: "301", currentPrice: 39_000, currency: "RUB" },
        }),
      ]);
    },
  );

  it("is the price of the size alone, without options", () => {
    const line = wanted("64", {
      sizeId: "small",
      options: [option("702")],
      expectedUnitPrice: 45_000,
    });
    expect(errorsOf([line])).toEqual([]);
  });
});

describe("a quantity in a basket", () => {
  it.each([0, -1000, 1_000_000])("of %i thousandths is refused", (quantity) => {
    expect(errorsOf([wanted("301", { quantity })])).toEqual(["INVALID input.lines.0.quantity"]);
  });

  it("may be as small as one thousandth and as large as 999.999", () => {
    expect(
      errorsOf([wanted("301", { quantity: 1 }), wanted("301", { quantity: 999_999 })]),
    ).toEqual([]);
  });
});

describe("a basket with errors", () => {
  it("reports all of them together, each with its position", () => {
    const userErrors = errorsOf([
      wanted("999"),
      wanted("301", { quantity: 0, expectedUnitPrice: 1 }),
      wanted("64", { options: [option("nothing"), option("501", 3), option("502", 0)] }),
      wanted("64", { sizeId: "family" }),
    ]);
    expect(userErrors).toEqual([
      "ITEM_NOT_FOUND input.lines.0.article",
      "INVALID input.lines.1.quantity",
      "PRICE_CHANGED input.lines.1.expectedUnitPrice",
      "ITEM_NOT_FOUND input.lines.2.options.0.article",
      "INVALID input.lines.2.options.2.quantity",
      "MODIFIER_REQUIRED input.lines.2.options",
      "MODIFIER_LIMIT input.lines.2.options",
      "NOT_FOUND input.lines.3.sizeId",
    ]);
  });

  it("reports them in Russian and English", () => {
    const [userError] = priceBasket(MENU, [wanted("999")]).userErrors;
    expect(userError?.message.ru).toMatch(/999.*меню/);
    expect(userError?.message.en).toMatch(/no product with article 999/);
  });

  it("does not mistake a property of the prototype for an article", () => {
    expect(errorsOf([wanted("constructor"), wanted("__proto__")])).toEqual([
      "ITEM_NOT_FOUND input.lines.0.article",
      "ITEM_NOT_FOUND input.lines.1.article",
    ]);
  });
});
