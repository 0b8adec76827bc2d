import fc from "fast-check";

import { priceBasket } from "../../src/domain/checkout/pricing";
import { currencyStep } from "../../src/domain/money/currency";
import { multiply } from "../../src/domain/money/money";
import {
  aComboChoice,
  aMenuSnapshot,
  anOption,
  anOptionGroup,
  aProduct,
  aSize,
} from "../support/a-menu-snapshot";
import { BODIES, catalogueOf } from "../support/catalogue-of-body";
import { choiceOf, shownSum, SIZES, wanted } from "../support/charged-prices";
import {
  charged,
  hundredths,
  lineOf,
  shownOptionPrices,
  shownProducts,
} from "../support/shown-prices";

describe("the price shown for the chosen size", () => {
  it("is 970 for the default size of the example pizza and 1110 for the large one, and that is charged", () => {
    const cheese = anOption({ article: "702", price: 38_000, priceBySize: { large: 52_000 } });
    const pizza = aProduct({
      sizes: [
        aSize({ id: "usual", price: 59_000 }),
        aSize({ id: "large", price: 59_000, isDefault: false }),
      ],
      optionGroups: [anOptionGroup({ options: [cheese] })],
    });
    const menu = aMenuSnapshot([pizza]);
    const product = shownProducts(menu).get("301")!;
    const options = [{ article: "702", quantity: 1000 }];
    expect(product.optionGroups[0]!.options[0]).toMatchObject({
      price: { amount: "380.00", currencyCode: "RUB" },
      prices: [
        { sizeId: "usual", price: { amount: "380.00" } },
        { sizeId: "large", price: { amount: "520.00" } },
      ],
    });
    expect(charged(menu, lineOf("301", { sizeId: "usual", options }))).toBe(97_000);
    expect(charged(menu, lineOf("301", { sizeId: "large", options }))).toBe(111_000);
  });

  it.each(BODIES)(
    "is the price charged for every dish, size and choice of a menu: %s",
    (_name, _format, body) => {
      const menu = catalogueOf(body);
      let tried = 0;
      for (const [article, product] of shownProducts(menu)) {
        // The price of a combo depends on its parts.
        if (menu.productByArticle.get(article)!.comboGroups.length > 0) continue;
        for (const size of product.sizes) {
          const prices = shownOptionPrices(product, size.id);
          for (const from of size.price ? [0, 1, 2] : []) {
            const counts = choiceOf(product, prices, from);
            const { lines, userErrors } = priceBasket(menu, [
              lineOf(article, { sizeId: size.id, options: wanted(counts) }),
            ]);
            if (userErrors.length > 0) continue;
            tried += 1;
            const shown = hundredths(size.price!) + shownSum(product.optionGroups, prices, counts);
            const { total } = lines[0]!;
            // One price for several units, some of which are free, is rounded down to the step for
            // each unit.
            expect(shown - total).toBeGreaterThanOrEqual(0);
            expect(shown - total).toBeLessThanOrEqual(
              [...counts.values()].reduce((sum, count) => sum + count, 0),
            );
          }
        }
      }
      expect(tried).toBeGreaterThan(5);
    },
  );

  it("is the price charged, to the smallest step, whatever the sizes, options and currency", () => {
    const price = (currency: string) =>
      fc.integer({ min: 0, max: 9_000 }).map((n) => n * currencyStep(currency));
    const anyMenu = fc.constantFrom("RUB", "KZT", "BYN", "UZS").chain((currency) =>
      fc.record({
        currency: fc.constant(currency),
        sizes: fc.tuple(price(currency), price(currency), price(currency)),
        options: fc.array(
          fc.record({
            price: price(currency),
            bySize: fc.array(fc.option(price(currency)), { maxLength: 3 }),
          }),
          { minLength: 1, maxLength: 5 },
        ),
        counts: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }),
        quantity: fc.integer({ min: 1, max: 9 }),
        usual: fc.constantFrom(...SIZES),
      }),
    );
    fc.assert(
      fc.property(anyMenu, ({ currency, sizes, options, counts, quantity, usual }) => {
        const product = aProduct({
          sizes: SIZES.map((id, n) =>
            aSize({ id, posSizeId: `pos-${id}`, price: sizes[n]!, isDefault: id === usual }),
          ),
          optionGroups: [
            anOptionGroup({
              options: options.map((option, n) => {
                const priceBySize = Object.fromEntries(
                  option.bySize.map((own, size) => [SIZES[size]!, own]),
                ) as Record<string, number | null>;
                return anOption({ article: `${700 + n}`, price: option.price, priceBySize });
              }),
            }),
          ],
        });
        const menu = { ...aMenuSnapshot([product]), currencyCode: currency };
        const shown = shownProducts(menu).get("301")!;
        for (const { id, price: ofSize } of shown.sizes) {
          const prices = shownOptionPrices(shown, id);
          const sold = shown.optionGroups[0]!.options.filter((option) => prices.has(option.id));
          const chosen = new Map(
            sold.map((option, n) => [option.id, counts[n]!] as const).filter(([, n]) => n > 0),
          );
          const unit = hundredths(ofSize!) + shownSum(shown.optionGroups, prices, chosen);
          const line = lineOf("301", {
            sizeId: id,
            quantity: quantity * 1000,
            options: wanted(chosen),
          });
          expect(charged(menu, line)).toBe(unit * quantity);
        }
      }),
    );
  });

  it("is half of each price for two halves, options included, in whole steps", () => {
    const half = (article: string, own: number, large: number, topping: number) =>
      aProduct({
        article,
        compound: true,
        sizes: [
          aSize({ id: `${article}-m`, posSizeId: "m", price: own }),
          aSize({ id: `${article}-l`, posSizeId: "l", price: large, isDefault: false }),
        ],
        optionGroups: [
          anOptionGroup({
            options: [
              anOption({
                article: "702",
                price: 10_000,
                priceBySize: { [`${article}-l`]: topping },
              }),
            ],
          }),
        ],
      });
    const menu = {
      ...aMenuSnapshot([half("1", 100_000, 199_500, 14_500), half("2", 100_000, 200_000, 15_500)]),
      currencyCode: "KZT",
    };
    const step = currencyStep("KZT");
    const shown = shownProducts(menu);
    const options = [{ article: "702", quantity: 1000 }];
    const line = lineOf("1", { sizeId: "1-l", options, secondHalf: { article: "2", options } });
    const parts = ["1", "2"].flatMap((article) => {
      const product = shown.get(article)!;
      const own = hundredths(product.sizes.find(({ id }) => id === `${article}-l`)!.price!);
      return [own, ...shownOptionPrices(product, `${article}-l`).values()];
    });
    expect(parts).toEqual([199_500, 14_500, 200_000, 15_500]);
    expect(charged(menu, line)).toBe(
      parts.reduce((sum, part) => sum + multiply(part, 500, step), 0),
    );
  });

  it("is the price of the selected size in a combo, and options cost what they cost with that size", () => {
    const drink = aProduct({
      article: "401",
      sizes: [
        aSize({ id: "small", posSizeId: "pos-small", price: 10_000 }),
        aSize({ id: "big", posSizeId: "pos-big", price: 20_000, isDefault: false }),
      ],
      optionGroups: [
        anOptionGroup({
          options: [anOption({ article: "702", price: 3_000, priceBySize: { big: 5_000 } })],
        }),
      ],
    });
    const choices = [aComboChoice({ article: "401", posSizeId: "pos-big", price: 1_500 })];
    const combo = aProduct({
      article: "900",
      comboGroups: [{ id: "drink", name: "Drink", choices }],
    });
    const menu = aMenuSnapshot([drink, combo]);
    const parts = [
      {
        groupId: "drink",
        article: "401",
        sizeId: "big",
        options: [{ article: "702", quantity: 1000 }],
      },
    ];
    const option = shownOptionPrices(shownProducts(menu).get("401")!, "big");
    expect([...option.values()]).toEqual([5_000]);
    expect(charged(menu, lineOf("900", { parts }))).toBe(39_000 + 1_500 + 5_000);
  });
});
