import { sizeAvailability } from "../../src/domain/catalogue/availability";
import { type SnapshotProduct } from "../../src/domain/catalogue/menu-snapshot";
import { priceRangeOf } from "../../src/services/catalogue/menu/price-range";
import { aComboChoice, aMenuSnapshot, aPizza, aProduct, aSize } from "../support/a-menu-snapshot";
import { anEntry, aStopList } from "../support/a-stop-list";

describe("A combo of the catalogue", () => {
  const size = aSize({ price: 10_000 });
  const small = aComboChoice({ article: "64", posSizeId: "pos-small", price: 5_000 });
  const combo = (...groups: (typeof small)[][]) =>
    aProduct({
      article: "30001",
      sizes: [size],
      comboGroups: groups.map((choices, index) => ({
        id: `g-${index}`,
        name: `Part ${index}`,
        choices,
      })),
    });
  const { productByArticle } = aMenuSnapshot([
    aPizza,
    aProduct({ article: "301" }),
    combo([small]),
  ]);

  it("costs at least as much as its cheapest parts and their required options", () => {
    const dear = { ...small, posSizeId: "pos-large", price: 4_000 };
    const whole = combo([small, dear], [aComboChoice({ article: "301", price: 2_000 })]);
    expect(priceRangeOf(whole, productByArticle)).toEqual({ min: 16_000, max: 16_000 });
  });

  it.each([
    ["the catalogue has none of the choices", aComboChoice({ article: "404" })],
    ["the product has no such size", { ...small, posSizeId: "pos-giant" }],
    ["the choice is not sold", { ...small, price: null }],
    ["the choice is of another size of the combo", { ...small, posComboSizeId: "other" }],
    ["the choice is a combo itself", aComboChoice({ article: "30001" })],
  ])("cannot be ordered when %s", (_what, choice) => {
    const whole = combo([small], [choice]);
    expect(priceRangeOf(whole, productByArticle)).toBeUndefined();
    expect(sizeAvailability(whole, size, aStopList(), productByArticle)).toMatchObject({
      reason: "NOT_PRICED",
    });
  });

  it("is available while every part has a choice left, and no more often than that", () => {
    const soup = aComboChoice({ article: "301" });
    const of = (whole: SnapshotProduct, ...entries: Parameters<typeof aStopList>) =>
      sizeAvailability(whole, size, aStopList(...entries), productByArticle);
    expect(of(combo([small, soup]), anEntry("pos-64"))).toMatchObject({
      available: true,
      remaining: null,
    });
    expect(of(combo([small], [soup]), anEntry("pos-64"))).toMatchObject({
      available: false,
      reason: "STOP_LIST",
    });
    const some = [anEntry("pos-64", { balance: 2000 }), anEntry("pos-301", { balance: 3000 })];
    expect(of(combo([small, soup]), ...some)).toMatchObject({ available: true, remaining: 5000 });
    expect(of(combo([small], [soup]), ...some)).toMatchObject({ available: true, remaining: 2000 });
  });
});
