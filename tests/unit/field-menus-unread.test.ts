import { type UnreadField, unreadFields } from "../../src/adapters/iiko/menu/fields/unread-fields";
import { detectMenuFormat, normaliseMenu } from "../../src/adapters/iiko/menu/menu-detect";
import { FORMATS } from "../support/catalogue-of-body";
import { type Body, lighthouseMenu } from "../support/menu-bodies";

type Path = readonly (string | number)[];

/** Where each format keeps a category, a dish, a size and an option. */
const PLACES: Readonly<Record<string, readonly (readonly [string, Path])[]>> = {
  v2: external("itemCategories"),
  v3: external("itemGroups"),
  v4: external("itemGroups"),
  standalone: [
    ["", []],
    ["itemsGroups[].", ["itemsGroups", 0]],
    ["itemsGroups[].items[].", ["itemsGroups", 0, "items", 0]],
    ["itemsGroups[].items[].sizePrices[].", ["itemsGroups", 0, "items", 0, "sizePrices", 0]],
    ["products[].", ["products", 0]],
    ["modifiers[].", ["modifiers", 0]],
    [
      "itemsGroups[].items[].modifierGroups[].",
      ["itemsGroups", 0, "items", 0, "modifierGroups", 0],
    ],
  ],
  nomenclature: [
    ["", []],
    ["groups[].", ["groups", 0]],
    ["products[].", ["products", 0]],
    ["products[].sizePrices[].", ["products", 0, "sizePrices", 0]],
    ["products[].sizePrices[].price.", ["products", 0, "sizePrices", 0, "price"]],
    [
      "products[].groupModifiers[].childModifiers[].",
      ["products", 4, "groupModifiers", 0, "childModifiers", 0],
    ],
    ["sizes[].", ["sizes", 0]],
  ],
};

function external(categories: string): (readonly [string, Path])[] {
  const item = [categories, 0, "items", 0];
  const size = [...item, "itemSizes", 0];
  const group = [...size, "itemModifierGroups", 0];
  return [
    ["", []],
    [`${categories}[].`, [categories, 0]],
    [`${categories}[].items[].`, item],
    [`${categories}[].items[].itemSizes[].`, size],
    [`${categories}[].items[].itemSizes[].prices[].`, [...size, "prices", 0]],
    [`${categories}[].items[].itemSizes[].itemModifierGroups[].`, group],
    [
      `${categories}[].items[].itemSizes[].itemModifierGroups[].items[].restrictions.`,
      [...group, "items", 0, "restrictions"],
    ],
  ];
}

function at(body: unknown, path: Path): Body {
  return path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown>)[step],
    body,
  ) as Body;
}

function unread(body: unknown, because: UnreadField["because"]): UnreadField[] {
  const source = detectMenuFormat(body)!;
  return unreadFields(body, source).fields.filter((field) => field.because === because);
}

const KINDS: readonly (readonly [unknown, string])[] = [
  ["18+", "text"],
  [18, "number"],
  [false, "flag"],
  [["a"], "list"],
  [{}, "object"],
  [null, "null"],
];

describe.each(FORMATS)("A field that iiko adds to %s", (format) => {
  const places = PLACES[format]!.map(([shown, path]) => ({ shown, path }));

  it.each(places)(
    "is named wherever it appears, with its count and kind: $shown",
    ({ shown, path }) => {
      for (const [value, kind] of KINDS) {
        const body = lighthouseMenu(format);
        at(body, path)["ageLimit"] = value;
        expect(unread(body, "unknown")).toEqual([
          { because: "unknown", path: `${shown}ageLimit`, count: 1, kind },
        ]);
      }
    },
  );

  it.each(places)("does not break reading: $shown", ({ path }) => {
    const body = lighthouseMenu(format);
    const read = () => JSON.stringify(normaliseMenu(body));
    const before = read();
    for (const [value] of KINDS) {
      at(body, path)["ageLimit"] = value;
      expect(read()).toBe(before);
    }
  });
});
