import { priceBasket } from "../../src/domain/checkout/pricing";
import {
  aMenuSnapshot,
  anOption,
  anOptionGroup,
  aProduct,
  aSize,
} from "../support/a-menu-snapshot";
import { aPosGroup, aPosItem, aPosOption } from "../support/a-pos-menu";
import { imported, SIZED, sync } from "../support/plan-of";
import { charged, lineOf, shownProducts } from "../support/shown-prices";

const SIZES = ["s", "m", "l"] as const;

describe("Option.price", () => {
  it.each<[string, Record<string, number | null>, "s" | "m" | "l" | null, string]>([
    ["the price for the default size", { m: 200, s: 100 }, "m", "2.00"],
    ["that of the first size where none is the default", { s: 100 }, null, "1.00"],
    [
      "that of the first size it is sold with where the default one has none",
      { s: null, m: 200, l: null },
      "l",
      "2.00",
    ],
    ["that of the default size when it is free there", { l: 0 }, "l", "0.00"],
  ])("is %s", (_what, priceBySize, usual, amount) => {
    const sizes = SIZES.map((id) => aSize({ id, posSizeId: `pos-${id}`, isDefault: id === usual }));
    const optionGroups = [anOptionGroup({ options: [anOption({ price: 300, priceBySize })] })];
    const product = shownProducts(aMenuSnapshot([aProduct({ sizes, optionGroups })])).get("301")!;
    expect(product.optionGroups[0]!.options[0]!.price.amount).toBe(amount);
  });

  it("states how many units are free, including for the option itself", () => {
    const sauce = anOption({ price: 4_000, freeAmount: 2 });
    const menu = aMenuSnapshot([aProduct({ optionGroups: [anOptionGroup({ options: [sauce] })] })]);
    expect(shownProducts(menu).get("301")!.optionGroups[0]!.options[0]).toMatchObject({
      freeAmount: 2,
    });
    expect(charged(menu, lineOf("301", { options: [{ article: "501", quantity: 2_000 }] }))).toBe(
      39_000,
    );
  });

  it("shares one list of prices among options that cost the same", () => {
    const options = ["1", "2", "3"].map((article) =>
      anOption({ article, price: article === "3" ? 100 : 3_000 }),
    );
    const [one, two, three] = shownProducts(
      aMenuSnapshot([aProduct({ optionGroups: [anOptionGroup({ options })] })]),
    ).get("301")!.optionGroups[0]!.options;
    expect(one!.prices).toBe(two!.prices);
    expect(one!.prices).not.toBe(three!.prices);
  });
});

describe("an option that the POS sells with sizes other than the main one", () => {
  const large = aPosOption({ posProductId: "xl", price: null, priceBySize: { s: 14_000 } });
  const item = aPosItem({ sizes: SIZED, optionGroups: [aPosGroup({ options: [large] })] });

  it("is not sold with sizes that have no price for it", () => {
    const product = imported(item);
    const menu = aMenuSnapshot([product]);
    const [small, usual] = product.sizes;
    const shown = shownProducts(menu).get("00064")!.optionGroups[0]!.options[0]!;
    expect(shown.prices).toEqual([
      { sizeId: small!.id, price: { amount: "140.00", currencyCode: "RUB" } },
      { sizeId: usual!.id, price: null },
    ]);
    const options = [{ article: shown.id, quantity: 1000 }];
    expect(
      priceBasket(menu, [lineOf("00064", { sizeId: usual!.id, options })]).userErrors,
    ).toHaveLength(1);
    expect(charged(menu, lineOf("00064", { sizeId: small!.id, options }))).toBe(54_000);
  });

  it("also stops being sold with a size when a price sync says so", () => {
    const before = imported({
      ...item,
      optionGroups: [aPosGroup({ options: [{ ...large, price: 14_000, priceBySize: {} }] })],
    });
    const [change] = sync([before], [item]);
    const [option] = change!.target!.optionGroups[0]!.options;
    expect(option!.priceBySize).toEqual({ [before.sizes[1]!.id]: null });
  });

  it("has its own price with a size that is named like an object's built-in member", () => {
    const sizes = SIZED.map((size, n) => ({ ...size, posSizeId: ["constructor", "toString"][n]! }));
    const option = aPosOption({ price: 3_000, priceBySize: {} });
    const product = imported({ ...item, sizes, optionGroups: [aPosGroup({ options: [option] })] });
    expect(product.optionGroups[0]!.options[0]).toMatchObject({ price: 3_000, priceBySize: {} });
  });
});
