import { detectMenuFormat, normaliseMenu } from "../../src/adapters/iiko/menu/menu-detect";
import { type PosMenu, type PosMenuItem, PosMenuSource } from "../../src/domain/catalogue/pos-menu";
import {
  type LighthouseFormat,
  lighthouseMenu,
  ORGANIZATION,
  OTHER_ORGANIZATION,
} from "../support/menu-bodies";

const SOURCES: readonly [LighthouseFormat, PosMenuSource][] = [
  ["v2", PosMenuSource.EXTERNAL_MENU_V2],
  ["v3", PosMenuSource.EXTERNAL_MENU_V3],
  ["v4", PosMenuSource.EXTERNAL_MENU_V4],
  ["standalone", PosMenuSource.MENU_V3_STANDALONE],
  ["nomenclature", PosMenuSource.NOMENCLATURE],
];

function read(format: LighthouseFormat, organizationId = ORGANIZATION): PosMenu {
  return normaliseMenu(lighthouseMenu(format), organizationId);
}

function itemOf(menu: PosMenu, name: string): PosMenuItem {
  const item = menu.categories
    .flatMap((category) => category.items)
    .find((one) => one.name === name);
  if (!item) throw new Error(`No ${name} on the menu`);
  return item;
}

/**
 * Formats 2 and 3 keep combos elsewhere; the nomenclature has neither combos nor size articles nor
 * allergens nor unsold dishes.
 */
function comparable(menu: PosMenu) {
  const sold = (item: PosMenuItem) => !item.combo && item.sizes.some((size) => size.price !== null);
  return menu.categories
    .map((category) => ({
      ...category,
      items: category.items.filter(sold).map((item) => ({
        ...item,
        sizes: item.sizes.map((size) => ({ ...size, article: null })),
        nutrition: item.nutrition && { ...item.nutrition, allergens: [] },
      })),
    }))
    .filter((category) => category.items.length > 0);
}

describe("reading iiko's sample menus", () => {
  it.each(SOURCES)("recognises format %s by its body", (format, source) => {
    expect(detectMenuFormat(lighthouseMenu(format))).toBe(source);
    expect(read(format).source).toBe(source);
  });

  it.each(SOURCES)("normalises to the same model: %s", (format) => {
    expect(comparable(read(format))).toEqual(comparable(read("v3")));
  });

  it("gives formats 2 and 3 the same content hash, because they say the same", () => {
    expect(read("v2").contentHash).toBe(read("v3").contentHash);
    expect(read("v4").contentHash).toBe(read("standalone").contentHash);
  });

  it("keeps sections, products, their order and their visibility", () => {
    expect(
      read("v3").categories.map(({ name, hidden, items }) => [
        name,
        hidden,
        items.map((item) => item.name),
      ]),
    ).toEqual([
      ["Напитки", false, ["Раф «Маяк»"]],
      [
        "Завтраки",
        false,
        ["Сырники", "Печенье в подарок", "Пирог из двух половин", "Каша другой кухни"],
      ],
      ["Служебное", true, ["Доставка до маяка"]],
    ]);
  });

  it("reads a product with sizes and a required group", () => {
    const raf = itemOf(read("v2"), "Раф «Маяк»");
    const [small, large] = raf.sizes;
    expect(raf).toMatchObject({
      article: "0010",
      description: "Сливочный раф, 300 мл",
      compound: false,
      hidden: false,
    });
    expect(small).toMatchObject({
      name: "Малый",
      article: "0010-S",
      price: 21000,
      isDefault: true,
    });
    expect(large).toMatchObject({
      name: "Большой",
      article: "0010-L",
      price: 27999,
      isDefault: false,
    });
    expect(raf.nutrition).toEqual({
      energyKcal: 76,
      proteins: 2.1,
      fats: 3.5,
      carbohydrates: 9,
      weightGrams: 250,
      allergens: ["Молоко"],
    });
    expect(raf.optionGroups).toMatchObject([{ name: "Молоко", min: 1, max: 1, freeAmount: 0 }]);
    expect(raf.optionGroups[0]?.options).toMatchObject([
      {
        article: "00701",
        name: "Коровье",
        price: 0,
        priceBySize: {},
        min: 0,
        max: 1,
        byDefault: 1,
      },
      {
        article: "00702",
        name: "Овсяное",
        price: 5000,
        priceBySize: { [String(large?.posSizeId)]: 7050 },
        min: 0,
        max: 1,
        byDefault: 0,
      },
    ]);
  });

  it.each(SOURCES)("reads simple modifiers of format %s as a group without an id", (format) => {
    const [group] = itemOf(read(format), "Сырники").optionGroups;
    expect(group).toMatchObject({ posGroupId: null, min: 0, max: 3 });
    expect(group?.options).toMatchObject([
      { name: "Мёд & орехи", price: 3990, min: 0, max: 2, byDefault: 1, freeAmount: 1 },
      { name: "Варенье", price: 2500, min: 0, max: 1, byDefault: 0, freeAmount: 0 },
    ]);
  });

  it.each(SOURCES)("recognises a product made of halves in format %s", (format) => {
    const pie = itemOf(read(format), "Пирог из двух половин");
    expect(pie.compound).toBe(true);
    expect(pie.sizes).toMatchObject([
      { name: "24 см", isDefault: false },
      { name: "32 см", isDefault: true },
    ]);
  });

  it("keeps a 16-digit article and a price of zero", () => {
    const gift = itemOf(read("standalone"), "Печенье в подарок");
    expect(gift.article).toBe("2007033069470394");
    expect(gift.sizes).toEqual([
      {
        posSizeId: null,
        name: null,
        article: "2007033069470394",
        price: 0,
        isDefault: true,
        hidden: false,
      },
    ]);
  });

  it.each(["v2", "v3", "v4"] as const)(
    "takes the prices of the requested organization only, from format %s",
    (format) => {
      const here = read(format, ORGANIZATION);
      const there = read(format, OTHER_ORGANIZATION);
      expect(itemOf(here, "Раф «Маяк»").sizes.map((size) => size.price)).toEqual([21000, 27999]);
      expect(itemOf(there, "Раф «Маяк»").sizes.map((size) => size.price)).toEqual([19000, null]);
      expect(itemOf(here, "Каша другой кухни").sizes[0]?.price).toBeNull();
      expect(itemOf(there, "Каша другой кухни").sizes[0]?.price).toBe(15000);
    },
  );

  it("leaves a dish that is off the menu out of a nomenclature", () => {
    expect(() => itemOf(read("nomenclature"), "Каша другой кухни")).toThrow();
  });

  it.each(["v4", "standalone"] as const)(
    "reads the combo of format %s, which is priced by its parts",
    (format) => {
      const combo = itemOf(read(format), "Утро на маяке");
      expect(combo).toMatchObject({
        combo: true,
        compound: false,
        article: "30007",
        description: "Сырники и раф",
      });
      expect(combo.sizes).toEqual([
        {
          posSizeId: expect.any(String) as string,
          name: null,
          article: null,
          price: 0,
          isDefault: true,
          hidden: false,
        },
      ]);
      const [drink, ...others] = combo.comboGroups ?? [];
      expect(others).toEqual([]);
      const small = { article: "0010", price: 18_000, forbiddenOptions: [] };
      expect(drink).toMatchObject({
        name: "Напиток",
        choices: [{ ...small, posComboSizeId: combo.sizes[0]!.posSizeId }],
      });
    },
  );

  it("takes the first organization of a recorded body when none is requested", () => {
    expect(normaliseMenu(lighthouseMenu("v2"))).toEqual(read("v2"));
    expect(normaliseMenu(lighthouseMenu("v3"))).toEqual(read("v3"));
  });
});
