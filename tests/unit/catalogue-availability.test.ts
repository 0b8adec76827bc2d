import {
  type Availability,
  optionAvailability,
  productAvailability,
  sizeAvailability,
} from "../../src/domain/catalogue/availability";
import { type SnapshotProduct } from "../../src/domain/catalogue/menu-snapshot";
import { NOTHING_STOPPED, StopList } from "../../src/domain/catalogue/stop-list";
import { anOption, anOptionGroup, aPizza, aProduct, aSize } from "../support/a-menu-snapshot";
import { aGroupList, anEntry, aStopList } from "../support/a-stop-list";

const FREE = { available: true, remaining: null, reason: null, since: null, until: null };
const OUT = { available: false, remaining: null, reason: "STOP_LIST", until: null };

function sizesOf(product: SnapshotProduct, stopList: StopList): Availability[] {
  return product.sizes.map((size) => sizeAvailability(product, size, stopList, new Map()));
}

function ofProduct(product: SnapshotProduct, stopList: StopList): Availability {
  return productAvailability(product, sizesOf(product, stopList), stopList);
}

describe("A stop list read as iiko means it (quirk 20, stop-list misreading)", () => {
  it.each([0, -1000, -1])("treats a balance of %d thousandths as sold out", (balance) => {
    expect(ofProduct(aPizza, aStopList(anEntry("pos-64", { balance })))).toMatchObject(OUT);
  });

  it("treats a positive balance as limited stock, not as sold out", () => {
    expect(ofProduct(aPizza, aStopList(anEntry("pos-64", { balance: 2500 })))).toEqual({
      ...FREE,
      remaining: 2500,
      since: "2026-03-01T06:10:11.222Z",
    });
  });

  it("applies an entry without a size to all sizes, and one with a size to that size only", () => {
    expect(sizesOf(aPizza, aStopList(anEntry("pos-64")))).toMatchObject([OUT, OUT]);
    const large = aStopList(anEntry("pos-64", { posSizeId: "pos-large" }));
    expect(sizesOf(aPizza, large)).toEqual([FREE, { ...OUT, since: "2026-03-01T06:10:11.222Z" }]);
    expect(ofProduct(aPizza, large)).toEqual(FREE);
  });

  it("finds options among the entries, and leaves dishes alone that can do without them", () => {
    const stopList = aStopList(anEntry("pos-option-501"));
    const [sauce, other] = aPizza.optionGroups[1]!.options;
    expect(optionAvailability(aPizza, sauce!, stopList)).toMatchObject(OUT);
    expect(optionAvailability(aPizza, other!, stopList)).toEqual(FREE);
    expect(ofProduct(aPizza, stopList)).toEqual(FREE);
  });

  it("ignores the case of ids", () => {
    expect(ofProduct(aPizza, aStopList(anEntry("POS-64")))).toMatchObject(OUT);
  });

  it("applies the smaller of two balances for the same product", () => {
    const twice = aStopList(
      anEntry("pos-64", { balance: 5000 }),
      anEntry("pos-64", { balance: 2000 }),
    );
    expect(ofProduct(aPizza, twice)).toMatchObject({ remaining: 2000 });
  });
});

describe("Availability", () => {
  it("is unlimited without a stop list", () => {
    expect(ofProduct(aPizza, NOTHING_STOPPED)).toEqual(FREE);
    expect(sizesOf(aPizza, NOTHING_STOPPED)).toEqual([FREE, FREE]);
  });

  it("is the smaller of the size's limit and the dish's limit", () => {
    const stopList = aStopList(
      anEntry("pos-64", { balance: 3000 }),
      anEntry("pos-64", { posSizeId: "pos-small", balance: 1000 }),
    );
    expect(sizesOf(aPizza, stopList)).toMatchObject([{ remaining: 1000 }, { remaining: 3000 }]);
    expect(ofProduct(aPizza, stopList)).toMatchObject({ available: true, remaining: 3000 });
  });

  it("adds up the sizes that are each limited, and is unlimited when one is", () => {
    const small = anEntry("pos-64", { posSizeId: "pos-small", balance: 1000 });
    const large = anEntry("pos-64", { posSizeId: "pos-large", balance: 2000 });
    expect(ofProduct(aPizza, aStopList(small, large))).toMatchObject({ remaining: 3000 });
    expect(ofProduct(aPizza, aStopList(small))).toEqual(FREE);
  });

  it("ends when every size is unavailable; sold out takes precedence over never sold", () => {
    const sizes = [aSize({ posSizeId: "s" }), aSize({ posSizeId: "l", price: null })];
    expect(
      ofProduct(aProduct({ sizes }), aStopList(anEntry("pos-301", { posSizeId: "s" }))),
    ).toMatchObject(OUT);
    const unsold = aProduct({ sizes: [aSize({ price: null })] });
    expect(ofProduct(unsold, NOTHING_STOPPED)).toMatchObject({
      available: false,
      reason: "NOT_PRICED",
    });
  });

  it("ends when a required group has too few options left", () => {
    const first = anEntry("pos-option-701");
    expect(ofProduct(aPizza, aStopList(first))).toEqual(FREE);
    const second = anEntry("pos-option-702", { since: "2026-03-02T00:00:00.000Z" });
    expect(ofProduct(aPizza, aStopList(first, second))).toEqual({
      ...OUT,
      since: "2026-03-02T00:00:00.000Z",
    });
  });

  it("counts how much of each option is left for a group that requires several", () => {
    const options = [
      anOption({ article: "1" }),
      anOption({ article: "2" }),
      anOption({ article: "3", max: 1 }),
    ];
    const product = aProduct({ optionGroups: [anOptionGroup({ min: 3, options })] });
    const left = (balance: number) =>
      aStopList(anEntry("pos-option-1"), anEntry("pos-option-2", { balance }));
    expect(ofProduct(product, left(2000))).toEqual(FREE);
    expect(ofProduct(product, left(1000))).toMatchObject(OUT);
  });

  it("ends when an option that every portion has is sold out", () => {
    const options = [anOption({ article: "1", min: 1 }), anOption({ article: "2" })];
    const product = aProduct({ optionGroups: [anOptionGroup({ options })] });
    expect(ofProduct(product, aStopList(anEntry("pos-option-1")))).toMatchObject(OUT);
  });

  it("lacks options only for the sizes they are sold with", () => {
    const options = [
      anOption({ article: "1" }),
      anOption({ article: "2", priceBySize: { small: null } }),
    ];
    const product = { ...aPizza, optionGroups: [anOptionGroup({ min: 1, options })] };
    expect(sizesOf(product, aStopList(anEntry("pos-option-1")))).toMatchObject([OUT, FREE]);
  });
});

describe("The stop lists of several terminal groups that share a branch's orders", () => {
  it("limit only what all of them list, by the largest of their balances", () => {
    const stopList = new StopList([
      aGroupList([anEntry("pos-301", { balance: 1000 }), anEntry("pos-64")], "one"),
      aGroupList([anEntry("pos-301", { balance: 4000 })], "other"),
    ]);
    expect(ofProduct(aProduct(), stopList)).toMatchObject({ remaining: 4000 });
    expect(ofProduct(aPizza, stopList)).toEqual(FREE);
    expect(new StopList([aGroupList([anEntry("pos-64")]), aGroupList([])]).isEmpty).toBe(true);
  });
});
