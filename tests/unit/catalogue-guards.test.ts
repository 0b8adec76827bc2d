import { type PosMenuItem } from "../../src/domain/catalogue/pos-menu";
import { planGuards } from "../../src/services/catalogue/plans/plan-guards";
import { aPosGroup, aPosItem, aPosOption, aPosSize } from "../support/a-pos-menu";
import { imported, plan, SIZED, sync } from "../support/plan-of";

function priced(price: number | null, article = "00064"): PosMenuItem {
  return aPosItem({ article, sizes: [aPosSize({ price })] });
}

function withOption(price: number, groupMin = 0): PosMenuItem {
  return aPosItem({
    optionGroups: [aPosGroup({ min: groupMin, options: [aPosOption({ price })] })],
  });
}

/** The guards that a price sync from one state of a product to another triggers. */
function guardsOf(before: PosMenuItem[], after: PosMenuItem[], maxChangePercent = 50) {
  const products = before.map(imported);
  const catalogue = new Map(products.map((product) => [product.article, product]));
  return planGuards(sync(products, after), catalogue, maxChangePercent);
}

function codes(guards: { code: string }[]) {
  return guards.map(({ code }) => code);
}

describe("The guard against price jumps", () => {
  it.each([
    [71_840, 50, ["PRICE_CHANGE_TOO_LARGE"]],
    [67_350, 50, []],
    [67_351, 50, ["PRICE_CHANGE_TOO_LARGE"]],
    [22_449, 50, ["PRICE_CHANGE_TOO_LARGE"]],
    [71_840, 60, []],
    [44_901, 0, ["PRICE_CHANGE_TOO_LARGE"]],
  ])(
    "checks a price of 449.00 that becomes %d kopecks when %d %% are allowed",
    (price, percent, expected) => {
      expect(codes(guardsOf([priced(44_900)], [priced(price)], percent))).toEqual(expected);
    },
  );

  it("checks every size and every option, also by size", () => {
    const sized = aPosItem({ sizes: SIZED });
    const dearSmall = aPosItem({ sizes: [{ ...SIZED[0]!, price: 90_000 }, SIZED[1]!] });
    expect(codes(guardsOf([sized], [dearSmall]))).toEqual(["PRICE_CHANGE_TOO_LARGE"]);
    expect(codes(guardsOf([withOption(3_000)], [withOption(5_000)]))).toEqual([
      "PRICE_CHANGE_TOO_LARGE",
    ]);
    const bySize = (l: number) =>
      aPosItem({
        sizes: SIZED,
        optionGroups: [aPosGroup({ options: [aPosOption({ priceBySize: { l } })] })],
      });
    expect(codes(guardsOf([bySize(3_000)], [bySize(5_000)]))).toEqual(["PRICE_CHANGE_TOO_LARGE"]);
  });

  it("names each product once, and says how many there are", () => {
    const articles = ["1", "2", "3"];
    const [guard] = guardsOf(
      articles.map((article) => priced(10_000, article)),
      articles.map((article) => priced(article === "2" ? 10_000 : 20_000, article)),
    );
    expect(guard).toMatchObject({ affected: 2, articles: ["1", "3"] });
    expect(guard!.message.ru).toMatch(/50 %; товаров: 2/);
  });

  it("ignores a product that goes on or off sale", () => {
    expect(guardsOf([priced(null)], [priced(99_900)])).toEqual([]);
    expect(guardsOf([priced(44_900)], [priced(null)])).toEqual([]);
  });
});

describe("The guard against zero prices", () => {
  it("stops a price that becomes zero, of a size or an option, without also reporting a jump", () => {
    expect(codes(guardsOf([priced(44_900)], [priced(0)]))).toEqual(["ZERO_PRICE"]);
    expect(codes(guardsOf([withOption(3_000)], [withOption(0)]))).toEqual(["ZERO_PRICE"]);
  });

  it("stops a product that goes on sale for nothing", () => {
    expect(codes(guardsOf([priced(null)], [priced(0)]))).toEqual(["ZERO_PRICE"]);
    expect(codes(planGuards(plan([priced(0)]), new Map(), 50))).toEqual(["ZERO_PRICE"]);
  });

  it("lets through what was already free, free options, and a dish priced by a required option", () => {
    expect(guardsOf([priced(0)], [priced(0)])).toEqual([]);
    expect(planGuards(plan([withOption(0)]), new Map(), 50)).toEqual([]);
    const cake = { ...withOption(35_000, 1), sizes: [aPosSize({ price: 0 })] };
    expect(planGuards(plan([cake]), new Map(), 50)).toEqual([]);
  });
});

describe("The guard against mass removals", () => {
  const menu = (count: number) =>
    Array.from({ length: count }, (_, index) => priced(10_000, String(index)));

  it.each([
    [9, 6, ["MASS_REMOVAL"]],
    [9, 7, []],
    [15, 12, []],
    [14, 11, ["MASS_REMOVAL"]],
    [3, 0, ["MASS_REMOVAL"]],
    [2, 0, []],
  ])("checks a menu of %d products of which %d are left", (before, after, expected) => {
    expect(codes(guardsOf(menu(before), menu(before).slice(0, after)))).toEqual(expected);
  });

  it("counts products that lost their price as vanished, and ignores those that were not sold before", () => {
    const unsold = (count: number) => menu(count).map((item) => priced(null, item.article!));
    expect(codes(guardsOf(menu(9), [...unsold(3), ...menu(9).slice(3)]))).toEqual(["MASS_REMOVAL"]);
    expect(guardsOf(unsold(9), [])).toEqual([]);
    expect(codes(guardsOf([...menu(3), ...unsold(30).slice(3)], []))).toEqual(["MASS_REMOVAL"]);
  });
});
