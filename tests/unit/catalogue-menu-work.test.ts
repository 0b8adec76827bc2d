import { normaliseMenu } from "../../src/adapters/iiko/menu/menu-detect";
import { type Fields } from "../../src/adapters/iiko/menu/reading/menu-reading";
import { plainText } from "../../src/adapters/iiko/menu/reading/menu-text";

const ORGANIZATION = "7bc05553-4b68-44e8-b7bc-37be63c6d9e9";

/** A body that counts how often any part of it is read. */
function counted<T extends object>(body: T, count: { reads: number }): T {
  const copies = new Map<object, object>();
  const wrap = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const known = copies.get(value);
    if (known) return known;
    const handler = {
      get: (target: object, name: string | symbol) => (
        (count.reads += 1),
        wrap(Reflect.get(target, name))
      ),
    };
    const copy = new Proxy(value, handler);
    copies.set(value, copy);
    return copy;
  };
  return wrap(body) as T;
}

function many<T>(n: number, make: (index: number) => T): T[] {
  return Array.from({ length: n }, (_, index) => make(index));
}

/** The reads needed for a menu, and the length of the resulting menu. */
function work(body: object): { reads: number; written: number } {
  const count = { reads: 0 };
  const { categories } = normaliseMenu(counted(body, count), ORGANIZATION);
  return { reads: count.reads, written: JSON.stringify(categories).length };
}

const price = (index: number) => ({ sizeId: `s${index}`, price: index });
const prices = [{ organizationId: ORGANIZATION, price: 1 }];

/** Menus with `n` of everything that a format allows alongside or within each other. */
const CRAFTED: Readonly<Record<string, (n: number) => object>> = {
  "a standalone menu whose options share a modifier of many sizes": (n) => ({
    itemsGroups: [
      {
        id: "g",
        items: [
          {
            productId: "p",
            name: "Dish",
            sizePrices: many(n, price),
            modifierGroups: [{ id: "m", name: "Options", items: many(n, () => ({ id: "o" })) }],
          },
        ],
      },
    ],
    modifiers: [{ id: "o", name: "Option", sizePrices: many(n, price) }],
  }),
  "a standalone menu that shows a combo in many places": (n) => ({
    itemsGroups: [
      { id: "g", items: many(n, () => ({ comboId: "c", itemType: "COMBO", name: "Combo" })) },
    ],
    combos: [
      {
        id: "c",
        componentGroups: many(n, (index) => ({
          id: `g${index}`,
          products: [{ productId: "p", price: 1 }],
        })),
      },
    ],
  }),
  "a standalone menu with a combo of many sizes": (n) => ({
    itemsGroups: [
      {
        id: "g",
        items: [
          {
            comboId: "c",
            itemType: "COMBO",
            name: "Combo",
            sizes: many(n, price),
            sizePrices: many(n, price),
          },
        ],
      },
    ],
    combos: [{ id: "c", priceStrategy: "FIXED" }],
  }),
  "a nomenclature whose modifiers have many sizes": (n) => ({
    groups: [],
    sizes: many(n, (index) => ({ id: `s${index}`, name: `Size ${index}` })),
    products: [
      {
        id: "p",
        name: "Dish",
        type: "Dish",
        sizePrices: many(n, (index) => ({
          sizeId: `s${index}`,
          price: { currentPrice: 1, isIncludedInMenu: true },
        })),
        groupModifiers: [{ id: "g", childModifiers: many(n, () => ({ id: "o" })) }],
      },
      {
        id: "o",
        name: "Option",
        type: "Modifier",
        sizePrices: many(n, (index) => ({ sizeId: `s${index}`, price: { currentPrice: index } })),
      },
    ],
  }),
  "a nomenclature of folders within folders": (n) => ({
    groups: many(n, (index) => ({
      id: `f${index}`,
      name: `Folder ${index}`,
      parentGroup: `f${index + 1}`,
    })),
    products: [],
  }),
  "an external menu of many sizes and options": (n) => ({
    itemCategories: [
      {
        id: "c",
        items: [
          {
            itemId: "p",
            name: "Dish",
            itemSizes: many(n, (index) => ({
              sizeId: `s${index}`,
              prices,
              itemModifierGroups:
                index === 0
                  ? [
                      {
                        itemGroupId: "g",
                        items: many(n, (o) => ({ itemId: `o${o}`, name: "Option", prices })),
                      },
                    ]
                  : [],
            })),
          },
        ],
      },
    ],
  }),
  "an external menu of combos with many sizes and forbidden options": (n) => ({
    itemCategories: [],
    comboCategories: [
      {
        id: "c",
        combos: [
          {
            id: "combo",
            name: "Combo",
            priceStrategy: "BY_COMPONENT",
            groups: [
              {
                id: "g",
                items: [
                  {
                    itemId: "p",
                    sizes: many(n, (index) => ({ sizeId: `s${index}`, prices })),
                    forbiddenModifiers: many(n, (index) => `f${index}`),
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  }),
};

it.each(Object.entries(CRAFTED))(
  "%s needs work, and yields a menu, in proportion to its size",
  (_, make) => {
    const [once, twice] = [work(make(400)), work(make(800))];
    expect(twice.reads / once.reads).toBeLessThan(2.3);
    expect(twice.written / once.written).toBeLessThan(2.3);
  },
);

it("keeps the price of each size that a product can sensibly have", () => {
  const make = CRAFTED["a standalone menu whose options share a modifier of many sizes"]!;
  const [item] = normaliseMenu(make(20), ORGANIZATION).categories[0]!.items;
  expect(item!.sizes.map((size) => size.price)).toEqual(many(20, (index) => index * 100));
  expect(Object.keys(item!.optionGroups[0]!.options[0]!.priceBySize)).toHaveLength(19);
});

it("reads only the beginning of a name, so that a long one may appear in many places", () => {
  const long: Fields = { name: `<b>Soup</b>${"<i>".repeat(100_000)}end` };
  expect(plainText(long.name)).toBe("Soup");
});
