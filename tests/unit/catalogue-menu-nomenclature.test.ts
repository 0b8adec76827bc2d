import { mapNomenclature } from "../../src/adapters/iiko/menu/formats/map-menu-nomenclature";
import { type PosMenuItem } from "../../src/domain/catalogue/pos-menu";
import { PosContractBroken } from "../../src/errors";
import { aFolder, aNomenclature, aProduct, pricedAt } from "../support/menu-bodies";

function itemsOf(products: readonly unknown[], overrides = {}): readonly PosMenuItem[] {
  return mapNomenclature(aNomenclature(products, overrides)).categories.flatMap(
    (category) => category.items,
  );
}

const idsOf = (items: readonly PosMenuItem[]) => items.map((item) => item.posProductId);

describe("a nomenclature", () => {
  it.each([[{ error: "x" }], [null], [[]], [{ itemGroups: [] }]])("is not read from %j", (body) => {
    expect(() => mapNomenclature(body)).toThrow(
      new PosContractBroken("iiko's answer is not a nomenclature: it has no products"),
    );
  });

  it("sells dishes, goods and services in any spelling, and nothing else", () => {
    const types = ["Dish", "dish", "Good", "SERVICE", "Modifier", "Rate", null, undefined];
    const products = types.map((type, at) => aProduct({ id: `product-${at}`, type }));
    expect(idsOf(itemsOf(products))).toEqual(["product-0", "product-1", "product-2", "product-3"]);
  });

  it("does not sell what is deleted, even if it is marked as on the menu", () => {
    expect(
      itemsOf([aProduct({ isDeleted: true }), aProduct({ id: "ghost", isDeleted: "true" })]),
    ).toEqual([]);
  });

  it("does not sell what is off the menu or has no price, and gives away what costs 0", () => {
    const products = [
      aProduct({
        id: "off",
        sizePrices: [{ sizeId: null, price: { currentPrice: 10, isIncludedInMenu: false } }],
      }),
      aProduct({ id: "unpriced", sizePrices: [pricedAt(null)] }),
      aProduct({ id: "no rows", sizePrices: [] }),
      aProduct({ id: "no list", sizePrices: null }),
      aProduct({ id: "free", sizePrices: [pricedAt(0)] }),
    ];
    const items = itemsOf(products);
    expect(idsOf(items)).toEqual(["free"]);
    expect(items[0]?.sizes[0]?.price).toBe(0);
  });

  it("does not sell what lies in a deleted folder, at any depth", () => {
    const groups = [
      aFolder({ id: "gone", isDeleted: true }),
      aFolder({ id: "inside", parentGroup: "gone" }),
      aFolder({ id: "live" }),
    ];
    const products = ["gone", "inside", "live"].map((parentGroup) =>
      aProduct({ id: `in ${parentGroup}`, parentGroup }),
    );
    expect(idsOf(itemsOf(products, { groups }))).toEqual(["in live"]);
  });

  it("places a product of a deleted and a live folder in the live one", () => {
    const groups = [aFolder({ id: "gone", isDeleted: true }), aFolder({ id: "live" })];
    const { categories } = mapNomenclature(
      aNomenclature([aProduct({ parentGroup: "gone" }), aProduct({ parentGroup: "live" })], {
        groups,
      }),
    );
    expect(categories.map(({ posId, items }) => [posId, items.length])).toEqual([["live", 1]]);
  });

  it("shows products without a folder, or with an unknown one, in a separate section", () => {
    const { categories } = mapNomenclature(
      aNomenclature([
        aProduct({ parentGroup: null }),
        aProduct({ id: "lost", parentGroup: "unknown" }),
      ]),
    );
    expect(categories).toMatchObject([{ name: "Без раздела", hidden: false, items: [{}, {}] }]);
  });

  it("reads folders in tree order, and hides those off the menu with everything in them", () => {
    const groups = [
      aFolder({ id: "drinks", order: 2, isIncludedInMenu: false }),
      aFolder({ id: "soups", order: 1 }),
      aFolder({ id: "tea", order: 0, parentGroup: "drinks" }),
      aFolder({ id: "cold", order: 5, parentGroup: "soups" }),
    ];
    const products = groups.map(({ id }) => aProduct({ id: `in ${String(id)}`, parentGroup: id }));
    const { categories } = mapNomenclature(aNomenclature(products, { groups }));
    expect(categories.map(({ posId, hidden }) => [posId, hidden])).toEqual([
      ["soups", false],
      ["cold", false],
      ["drinks", true],
      ["tea", true],
    ]);
  });

  it("survives folders that contain each other", () => {
    const groups = [aFolder({ id: "a", parentGroup: "b" }), aFolder({ id: "b", parentGroup: "a" })];
    expect(itemsOf([aProduct({ parentGroup: "a" })], { groups })).toHaveLength(1);
  });

  it("reads products in their order, and a missing article as none", () => {
    const products = [
      aProduct({ id: "second", order: 2, code: "null" }),
      aProduct({ id: "first", order: 1, code: "" }),
    ];
    expect(itemsOf(products).map(({ posProductId, article }) => [posProductId, article])).toEqual([
      ["first", null],
      ["second", null],
    ]);
  });

  it("takes size names from its list, and does not sell the size that is off the menu", () => {
    const sizePrices = [
      pricedAt(60, { sizeId: "s" }),
      { sizeId: "l", price: { currentPrice: 90, isIncludedInMenu: false } },
      pricedAt(120, { sizeId: "unknown" }),
    ];
    const sizes = [
      { id: "s", name: " Малая ", isDefault: false },
      { id: "l", name: "Большая", isDefault: true },
    ];
    expect(itemsOf([aProduct({ sizePrices })], { sizes })[0]?.sizes).toMatchObject([
      { posSizeId: "s", name: "Малая", article: null, price: 6000, isDefault: false },
      { posSizeId: "l", name: "Большая", article: null, price: null, isDefault: true },
      { posSizeId: "unknown", name: null, price: 12000, isDefault: false },
    ]);
  });

  it("reads weight in kilograms, and nutrition unless it was left blank", () => {
    const filled = aProduct({
      weight: 0.29,
      energyAmount: 54.5,
      proteinsAmount: 4,
      fatAmount: 2,
      carbohydratesAmount: 5,
    });
    const zeros = aProduct({
      id: "zeros",
      weight: 0,
      energyAmount: 0,
      proteinsAmount: 0,
      fatAmount: 0,
      carbohydratesAmount: 0,
    });
    expect(itemsOf([filled, zeros]).map((item) => item.nutrition)).toEqual([
      { energyKcal: 54.5, proteins: 4, fats: 2, carbohydrates: 5, weightGrams: 290, allergens: [] },
      null,
    ]);
  });
});
