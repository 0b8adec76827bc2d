import { normaliseMenu } from "../../src/adapters/iiko/menu/menu-detect";
import { type PosMenuItem } from "../../src/domain/catalogue/pos-menu";
import {
  aGroup,
  aMenu,
  anItem,
  aNomenclature,
  anOption,
  aProduct,
  aSize,
  type Body,
  type LighthouseFormat,
  lighthouseMenu,
  ORGANIZATION,
  pricedAt,
  soldFor,
} from "../support/menu-bodies";

// How whole answers differ from what one expects, and how the gateway handles it (docs/iiko.md).

function itemsOf(body: unknown): PosMenuItem[] {
  return normaliseMenu(body, ORGANIZATION).categories.flatMap(({ items }) => items);
}

const namesIn = (body: unknown) => itemsOf(body).map(({ name }) => name);

describe("Quirk 24, spelling and capitals", () => {
  it.each(["Dish", "dish", "DISH", " dIsH "])("treats %j as a dish", (type) => {
    expect(namesIn(aNomenclature([aProduct({ type })]))).toEqual(["Уха"]);
  });

  it("does not sell an item of an unknown kind, and copes with it", () => {
    expect(
      namesIn(aNomenclature([aProduct({ type: "Hologram" }), aProduct({ id: "b", name: "Щи" })])),
    ).toEqual(["Щи"]);
  });

  it.each(["Compound", "COMPOUND", "compound"])(
    "treats %j as a product made of halves",
    (orderItemType) => {
      expect(itemsOf(aMenu([anItem({ orderItemType })]))[0]!.compound).toBe(true);
    },
  );
});

describe("Quirk 26, text that looks like something else", () => {
  it("does not treat the text false as true, nor anything but true as true", () => {
    expect(namesIn(aNomenclature([aProduct({ isDeleted: "false" })]))).toEqual(["Уха"]);
    for (const isHidden of ["false", "null", "", "0", "yes", 1, {}]) {
      expect(itemsOf(aMenu([anItem({ isHidden })]))[0]!.hidden).toBe(false);
    }
  });

  it("never sells what a stringified flag says is deleted or off the menu", () => {
    const off = pricedAt(1, { price: { currentPrice: 1, isIncludedInMenu: "false" } });
    expect(
      namesIn(
        aNomenclature([aProduct({ isDeleted: "true" }), aProduct({ id: "b", sizePrices: [off] })]),
      ),
    ).toEqual([]);
  });

  it("reads ids as text, and empty values or a stringified null as nothing", () => {
    const size = aSize({ id: "null", sku: "null", sizeName: "null" });
    const [item] = itemsOf(
      aMenu([anItem({ id: 77, sku: "", description: "null", itemSizes: [size] })], { id: 7 }),
    );
    expect(item).toMatchObject({ posProductId: "77", article: null, description: null });
    expect(item!.sizes).toMatchObject([{ posSizeId: null, name: null, article: null }]);
    expect(
      itemsOf(
        aNomenclature([aProduct({ type: null }), aProduct({ id: "b", barcodes: null, code: "" })]),
      ),
    ).toMatchObject([{ posProductId: "b", article: null }]);
  });

  it.each<LighthouseFormat>(["v2", "v3", "v4", "standalone", "nomenclature"])(
    "reads a menu of format %s with all numbers, booleans and nulls as text just like the original",
    (format) => {
      const original = lighthouseMenu(format);
      const spoilt: unknown = JSON.parse(JSON.stringify(original), (_key, value: unknown) =>
        typeof value === "object" && value !== null ? value : String(value),
      );
      expect(normaliseMenu(spoilt).categories).toEqual(normaliseMenu(original).categories);
    },
  );

  it("reads numbers from text", () => {
    const group = aGroup({
      restrictions: { minQuantity: "1", maxQuantity: "2" },
      items: [anOption({ prices: [soldFor("10.50")] })],
    });
    const body: Body = anItem({
      itemSizes: [aSize({ prices: [soldFor("99.90")], itemModifierGroups: [group] })],
    });
    expect(itemsOf(aMenu([body]))[0]).toMatchObject({
      sizes: [{ price: 9_990 }],
      optionGroups: [{ min: 1, max: 2, options: [{ price: 1_050 }] }],
    });
  });
});
