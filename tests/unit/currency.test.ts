import fc from "fast-check";

import { priceBasket, type WantedLine } from "../../src/domain/checkout/pricing";
import { currencyStep, sumInTill } from "../../src/domain/money/currency";
import { multiply } from "../../src/domain/money/money";
import {
  aMenuSnapshot,
  anOption,
  anOptionGroup,
  aProduct,
  aSize,
} from "../support/a-menu-snapshot";

const CURRENCIES = Intl.supportedValuesOf("currency");
const anyCurrency = fc.constantFrom(...CURRENCIES);

describe("the smallest amount of a currency", () => {
  it.each([
    ["RUB", 1],
    ["BYN", 1],
    ["GEL", 1],
    ["EUR", 1],
    ["KZT", 100],
    ["UZS", 100],
    ["AMD", 100],
    ["JPY", 100],
    ["VND", 100],
    ["XTS", 1],
  ])("of %s is %i hundredths", (currency, step) => {
    expect(currencyStep(currency)).toBe(step);
  });

  it.each([
    [44_990, "RUB", "449.90 ₽"],
    [44_900, "RUB", "449.00 ₽"],
    [199_800, "KZT", "1998 ₸"],
    [199_850, "KZT", "1998.50 ₸"],
    [1_250, "GEL", "12.50 GEL"],
    [1_250, "BYN", "12.50 BYN"],
    [99_900, "AMD", "999 AMD"],
  ])("shows %i of %s to the POS as %s", (amount, currency, text) => {
    expect(sumInTill(amount, currency)).toBe(text);
  });
});

describe("a price multiplied by portions", () => {
  it("is the nearest amount that exists in the currency", () => {
    const quantity = fc.integer({ min: 1, max: 999_999 });
    fc.assert(
      fc.property(
        anyCurrency,
        fc.nat({ max: 1_000_000 }),
        quantity,
        (currency, units, portions) => {
          const step = currencyStep(currency);
          const product = multiply(units * step, portions, step);
          expect(product % step).toBe(0);
          expect(Math.abs(product - (units * step * portions) / 1000)).toBeLessThanOrEqual(
            step / 2,
          );
        },
      ),
    );
  });

  it("of whole portions is exact, even where the POS's price is finer than the currency", () => {
    expect(multiply(199_550, 3_000, 100)).toBe(598_650);
  });
});

const TWO = aSize({ price: 0 });

/** Two half-and-half dishes with an option each, and a dish by weight. */
function menuOf(currencyCode: string, prices: readonly [number, number, number, number]) {
  const [first, second, option, byWeight] = prices;
  const optionGroups = [
    anOptionGroup({
      min: 0,
      max: 9,
      freeAmount: 1,
      options: [anOption({ article: "o", price: option })],
    }),
  ];
  const half = (article: string, price: number) =>
    aProduct({ article, compound: true, sizes: [{ ...TWO, price }], optionGroups });
  const products = [
    half("a", first),
    half("b", second),
    aProduct({ article: "w", sizes: [{ ...TWO, price: byWeight }] }),
  ];
  return { ...aMenuSnapshot(products), currencyCode };
}

function line(article: string, overrides: Partial<WantedLine> = {}): WantedLine {
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

describe("the cost of a basket", () => {
  const units = fc.nat({ max: 100_000 });
  const basket = fc.record({
    currency: anyCurrency,
    units: fc.tuple(units, units, units, units),
    count: fc.integer({ min: 1, max: 9 }),
    options: fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })),
    weight: fc.integer({ min: 1, max: 9_999 }),
  });

  it("is the sum of what is shown, in amounts that exist in the currency, whatever the currency", () => {
    fc.assert(
      fc.property(basket, ({ currency, units, count, options: [ofFirst, ofSecond], weight }) => {
        const step = currencyStep(currency);
        const [a, b, o, w] = units.map((each) => each * step) as [number, number, number, number];
        const wanted = (n: number) => (n === 0 ? [] : [{ article: "o", quantity: n * 1000 }]);
        const { lines, subtotal, userErrors } = priceBasket(menuOf(currency, [a, b, o, w]), [
          line("a", {
            quantity: count * 1000,
            options: wanted(ofFirst),
            secondHalf: { article: "b", options: wanted(ofSecond) },
          }),
          line("a", { quantity: count * 1000, options: wanted(ofFirst) }),
          line("w", { quantity: weight }),
        ]);
        expect(userErrors).toEqual([]);
        for (const { unitPrice, options, quantity, total } of lines) {
          const shown = options.reduce(
            (sum, each) => sum + (each.price * each.quantity) / 1000,
            unitPrice,
          );
          expect([unitPrice % step, total % step]).toEqual([0, 0]);
          expect(total).toBe(multiply(shown, quantity, step));
        }
        expect(subtotal).toBe(lines.reduce((sum, { total }) => sum + total, 0));
      }),
    );
  });

  it("for half 1995 and half 2000 tenge is 1998 tenge, or 1997.50 in roubles", () => {
    const half = line("a", { secondHalf: { article: "b", options: [] } });
    const costs = (currency: string) =>
      priceBasket(menuOf(currency, [199_500, 200_000, 0, 0]), [half]).subtotal;
    expect([costs("KZT"), costs("RUB")]).toEqual([199_800, 199_750]);
  });
});
