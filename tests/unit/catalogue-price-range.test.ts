import {
  type SnapshotOption,
  type SnapshotOptionGroup,
  type SnapshotProduct,
} from "../../src/domain/catalogue/menu-snapshot";
import { selectOptions } from "../../src/domain/checkout/option-selection";
import { priceRangeOf } from "../../src/services/catalogue/menu/price-range";

function anOption(price: number, overrides: Partial<SnapshotOption> = {}): SnapshotOption {
  const named = {
    id: `option-${price}`,
    posProductId: `pos-${price}`,
    article: null,
    name: "Опция",
  };
  return {
    ...named,
    price,
    priceBySize: {},
    min: 0,
    max: 10,
    byDefault: 0,
    freeAmount: 0,
    ...overrides,
  };
}

function aGroup(overrides: Partial<SnapshotOptionGroup>): SnapshotOptionGroup {
  return {
    id: "group",
    posGroupId: null,
    name: "Группа",
    min: 0,
    max: 10,
    freeAmount: 0,
    options: [],
    ...overrides,
  };
}

function rangeOf(prices: (number | null)[], ...optionGroups: SnapshotOptionGroup[]) {
  const sizes = prices.map((price, index) => {
    return { id: `size-${index}`, posSizeId: null, name: null, price, isDefault: index === 0 };
  });
  return priceRangeOf(
    { sizes, optionGroups, comboGroups: [] } as unknown as SnapshotProduct,
    new Map(),
  );
}

describe("A price range", () => {
  it("extends from the cheapest to the most expensive size that is sold", () => {
    expect(rangeOf([60_000, null, 40_000])).toEqual({ min: 40_000, max: 60_000 });
  });

  it("is absent when no size is sold, and zero when the product is free", () => {
    expect(rangeOf([null])).toBeUndefined();
    expect(rangeOf([0])).toEqual({ min: 0, max: 0 });
  });

  it("ignores options that nobody has to take", () => {
    expect(rangeOf([100], aGroup({ options: [anOption(5)] }))).toEqual({ min: 100, max: 100 });
  });

  it.each<[string, Partial<SnapshotOptionGroup>, number]>([
    ["takes the cheapest option", { min: 1, options: [anOption(50), anOption(30)] }, 30],
    [
      "leaves out what an option gives free",
      { min: 3, options: [anOption(30, { freeAmount: 2 })] },
      30,
    ],
    [
      "takes the next one when the cheapest is used up",
      { min: 3, options: [anOption(50), anOption(30, { max: 2 })] },
      110,
    ],
    [
      "reads a limit of 0 as none",
      { min: 3, options: [anOption(50), anOption(30, { max: 0 })] },
      90,
    ],
    [
      "takes what a dear option gives free",
      { min: 2, options: [anOption(50, { freeAmount: 1 }), anOption(30)] },
      30,
    ],
    [
      "takes no more free units of an option than it may have",
      { min: 3, options: [anOption(50, { freeAmount: 3, max: 2 }), anOption(30)] },
      30,
    ],
    [
      "takes an option that is required itself",
      { min: 0, options: [anOption(50, { min: 2 }), anOption(10)] },
      100,
    ],
    [
      "counts a required option towards the group",
      { min: 2, options: [anOption(50, { min: 1 }), anOption(10)] },
      60,
    ],
    ["pays nothing for free units", { min: 2, freeAmount: 1, options: [anOption(30)] }, 30],
    [
      "never falls below the size for free units nobody takes",
      { min: 0, freeAmount: 5, options: [anOption(30)] },
      0,
    ],
    [
      "takes what there is when a group cannot be satisfied",
      { min: 5, options: [anOption(30, { max: 1 })] },
      30,
    ],
  ])("with a required group %s", (_, group, extra) => {
    expect(rangeOf([1_000], aGroup(group))).toEqual({ min: 1_000 + extra, max: 1_000 + extra });
  });

  it("prices options by size", () => {
    const group = aGroup({ min: 1, options: [anOption(30, { priceBySize: { "size-1": 500 } })] });
    expect(rangeOf([1_000, 900], group)).toEqual({ min: 1_030, max: 1_400 });
  });
});

describe("The minimum price", () => {
  it("is what the cheapest order of one unit costs, whatever its options require and give for free", () => {
    let seed = 7;
    const below = (limit: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((seed / 2 ** 31) * limit);
    };
    for (let round = 0; round < 300; round++) {
      const options = [600, 1_200, 1_800].map((price) => {
        const max = 1 + below(3);
        const own = { max, min: below(5) === 0 ? 1 : 0, freeAmount: below(3) };
        return anOption(price, { article: String(price), ...own });
      });
      const group = aGroup({ min: below(5), max: 5, options });
      const orders = amountsUpTo(options.map(({ max }) => max)).flatMap((amounts) =>
        costOf(group, amounts),
      );
      if (orders.length > 0) expect(rangeOf([1_000], group)?.min).toBe(1_000 + Math.min(...orders));
    }
  });
});

/** [0, 0], [0, 1], … up to the limits. */
function amountsUpTo([limit, ...others]: readonly number[]): number[][] {
  if (limit === undefined) return [[]];
  const rest = amountsUpTo(others);
  return Array.from({ length: limit + 1 }, (_, amount) =>
    rest.map((more) => [amount, ...more]),
  ).flat();
}

/** Priced like an order; empty for one that is refused. */
function costOf(group: SnapshotOptionGroup, amounts: readonly number[]): number[] {
  const size = { id: "size", posSizeId: null, name: null, price: 1_000, isDefault: true };
  const product = {
    name: "Вок",
    sizes: [size],
    optionGroups: [group],
  } as unknown as SnapshotProduct;
  const wanted = group.options.flatMap(({ article }, place) => {
    const quantity = (amounts[place] ?? 0) * 1_000;
    return quantity === 0 ? [] : [{ article: article ?? "", quantity }];
  });
  const { options, userErrors } = selectOptions(product, size, wanted, [], 1);
  const chosen = options.reduce((sum, { quantity }) => sum + quantity, 0);
  // Groups that a guest did not touch get their defaults, which makes it a different order.
  if (userErrors.length > 0 || chosen !== wanted.reduce((sum, { quantity }) => sum + quantity, 0))
    return [];
  return [
    options.reduce((sum, { price, quantity }) => sum + Math.round((price * quantity) / 1_000), 0),
  ];
}
