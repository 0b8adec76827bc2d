import fc from "fast-check";

import { optionAvailability, sizeAvailability } from "../../src/domain/catalogue/availability";
import {
  type SnapshotOptionGroup,
  type SnapshotProduct,
} from "../../src/domain/catalogue/menu-snapshot";
import { soldOptions } from "../../src/domain/catalogue/required-options";
import { NOTHING_STOPPED, type StopList } from "../../src/domain/catalogue/stop-list";
import { priceBasket, type WantedLine } from "../../src/domain/checkout/pricing";
import {
  aMenuSnapshot,
  anOption,
  anOptionGroup,
  aProduct,
  aSize,
} from "../support/a-menu-snapshot";
import { anEntry, aStopList } from "../support/a-stop-list";

const few = fc.integer({ min: 0, max: 3 });
const anyOption = fc.record({
  min: fc.constantFrom(0, 0, 0, 1, 2),
  max: few,
  byDefault: fc.constantFrom(0, 0, 1),
  soldWith: fc.subarray(["s", "l"]),
  left: fc.constantFrom<number | null>(null, null, 0, 500, 1_000, 2_000),
});
const anyGroup = fc.record({ min: few, max: few, options: fc.array(anyOption, { maxLength: 4 }) });
const anyDish = fc.record({
  groups: fc.array(anyGroup, { maxLength: 3 }),
  prices: fc.record({ s: fc.constantFrom(100, null), l: fc.constantFrom(200, null) }),
});

type Dish = typeof anyDish extends fc.Arbitrary<infer T> ? T : never;

/** Options have separate articles; an option that occurs twice is chosen by its id. */
function dishOf({ groups, prices }: Dish): { product: SnapshotProduct; stopList: StopList } {
  const entries = groups.flatMap(({ options }, group) =>
    options.flatMap(({ left }, index) =>
      left === null ? [] : [anEntry(`pos-option-${group}${index}`, { balance: left })],
    ),
  );
  const optionGroups = groups.map(({ options, ...limits }, group) =>
    anOptionGroup({
      id: `group-${group}`,
      posGroupId: `pos-${group}`,
      ...limits,
      options: options.map(({ soldWith, left: _, ...option }, index) => {
        const priceBySize = Object.fromEntries(
          ["s", "l"].map((id) => [id, soldWith.includes(id) ? 10 : null]),
        );
        return anOption({ ...option, article: `${group}${index}`, priceBySize });
      }),
    }),
  );
  const sizes = (["s", "l"] as const).map((id) =>
    aSize({ id, posSizeId: `pos-${id}`, price: prices[id] }),
  );
  return { product: aProduct({ sizes, optionGroups }), stopList: aStopList(...entries) };
}

/** All possible selections from a group, as counts by option. */
function waysToChoose(group: SnapshotOptionGroup): number[][] {
  return group.options.reduce<number[][]>(
    (ways) => ways.flatMap((way) => [0, 1, 2, 3, 4].map((count) => [...way, count])),
    [[]],
  );
}

function lineWith(sizeId: string, options: WantedLine["options"]): WantedLine {
  return {
    article: "301",
    sizeId,
    quantity: 1000,
    options,
    comment: null,
    expectedUnitPrice: null,
  };
}

describe("a dish shown as available", () => {
  it("can be ordered, and one shown as unavailable cannot, whatever its options and stop list", () => {
    fc.assert(
      fc.property(anyDish, (dish) => {
        const { product, stopList } = dishOf(dish);
        for (const size of product.sizes) {
          const { available } = sizeAvailability(product, size, stopList, new Map());
          // Groups are independent of each other, so each is tried on its own.
          const orderable = product.optionGroups.every((group) => {
            const alone = { ...product, optionGroups: [group] };
            return waysToChoose(group).some((way) => {
              const options = way.flatMap((count, index) =>
                count === 0
                  ? []
                  : [{ article: group.options[index]!.article!, quantity: count * 1000 }],
              );
              return (
                priceBasket(
                  aMenuSnapshot([alone]),
                  [lineWith(size.id, options)],
                  "REJECT",
                  stopList,
                ).userErrors.length === 0
              );
            });
          });
          expect([size.id, available]).toEqual([size.id, orderable && size.price !== null]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("has no option shown as available that is sold with none of its sizes", () => {
    fc.assert(
      fc.property(anyDish, (dish) => {
        const { product } = dishOf(dish);
        const priced = product.sizes.filter(({ price }) => price !== null);
        for (const group of product.optionGroups) {
          for (const option of group.options) {
            const isSold = priced.some((size) => soldOptions(group, size).includes(option));
            const { available, reason } = optionAvailability(product, option, NOTHING_STOPPED);
            expect([available, reason]).toEqual(isSold ? [true, null] : [false, "NOT_PRICED"]);
          }
        }
      }),
    );
  });
});
