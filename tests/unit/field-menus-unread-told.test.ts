import { type UnreadField, unreadFields } from "../../src/adapters/iiko/menu/fields/unread-fields";
import { detectMenuFormat, normaliseMenu } from "../../src/adapters/iiko/menu/menu-detect";
import {
  aMenu,
  aMenuOf,
  anItem,
  aNomenclature,
  aProduct,
  aSize,
  type Body,
} from "../support/menu-bodies";

function unread(body: unknown, because: UnreadField["because"]): UnreadField[] {
  const source = detectMenuFormat(body)!;
  return unreadFields(body, source).fields.filter((field) => field.because === because);
}

describe("unused fields of a body", () => {
  it("are counted, and described by their first meaningful value", () => {
    const items = [null, "", "А", 7].map((spice, n) => anItem({ id: `p${n}`, spice }));
    expect(unread(aMenu(items), "unknown")).toEqual([
      { because: "unknown", path: "itemGroups[].items[].spice", count: 4, kind: "text" },
    ]);
  });

  it("are reported together with everything inside them", () => {
    const offers = [{ rule: { days: ["mon"], percent: 5 } }, "x"];
    const paths = unread(aMenu([anItem({ offers })]), "unknown").map(
      ({ path }) => path.split("items[].")[1],
    );
    expect(paths).toEqual([
      "offers",
      "offers[].rule",
      "offers[].rule.days",
      "offers[].rule.percent",
    ]);
  });

  it.each([
    "4f8c8319-da11-47c6-abfa-6b3de83102f9",
    "+79990000009",
    "guest-79990000009",
    "anna@example.com",
    "Анна Петрова",
    "x".repeat(80),
    "line\nbreak",
    "",
  ])("reveal no name that is data: %j", (name) => {
    const [field] = unread(aMenu([anItem()], { guests: { [name]: 1 } }), "unknown").slice(1);
    expect(field!.path).toBe("guests.{…}");
  });

  it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
    "are not confused with words of the language: %s",
    (name) => {
      const body = JSON.parse(
        JSON.stringify(aMenu([anItem()])).replace('"formatVersion"', `"${name}":1,"formatVersion"`),
      ) as Body;
      expect(unread(body, "unknown")).toEqual([
        { because: "unknown", path: name, count: 1, kind: "number" },
      ]);
      expect(normaliseMenu(body).categories).toHaveLength(1);
    },
  );

  it.each<[string, Body, string, string]>([
    [
      "a number in place of a list",
      aMenu([anItem({ itemSizes: 5 })]),
      "itemGroups[].items[].itemSizes",
      "list",
    ],
    ["a text among objects", aMenu([anItem(), "суп"]), "itemGroups[].items[]", "fields"],
    ["null among objects", aMenu([anItem(), null]), "itemGroups[].items[]", "fields"],
    [
      "a list in place of an object",
      withRestrictions([]),
      "itemGroups[].items[].itemSizes[].itemModifierGroups[].restrictions",
      "fields",
    ],
    [
      "words in place of a price",
      aMenu([anItem({ itemSizes: [aSize({ prices: [{ price: "сто" }] })] })]),
      "itemGroups[].items[].itemSizes[].prices[].price",
      "number",
    ],
    [
      "a number in place of a flag",
      aMenu([anItem({ isHidden: 1 })]),
      "itemGroups[].items[].isHidden",
      "flag",
    ],
    [
      "an object in place of a name",
      aMenu([anItem({ name: { ru: "Уха" } })]),
      "itemGroups[].items[].name",
      "text",
    ],
    ["a flag in place of an id", aMenu([anItem({ id: true })]), "itemGroups[].items[].id", "id"],
    [
      "an object in place of a list",
      aMenuOf([{ id: "a", name: "Супы", items: {} }]),
      "itemGroups[].items",
      "list",
    ],
    [
      "a price that is no object",
      aNomenclature([aProduct({ sizePrices: [{ sizeId: null, price: 100 }] })]),
      "products[].sizePrices[].price",
      "fields",
    ],
  ])("include those whose value cannot be read: %s", (_what, body, path, expected) => {
    expect(unread(body, "misread")).toMatchObject([{ path, expected, count: 1 }]);
    expect(() => normaliseMenu(body)).not.toThrow();
  });

  it.each<[string, Body]>([
    ["numbers as texts", aMenu([anItem({ itemSizes: [aSize({ weight: "350" })] })])],
    ["flags as texts", aMenu([anItem({ isHidden: "False" })])],
    ["the text null", aMenu([anItem({ itemSizes: "null" })])],
    ["ids as numbers", aMenu([anItem({ id: 7 })])],
  ])("do not include those that can be read all the same: %s", (_what, body) => {
    expect(unread(body, "misread")).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["no object", []],
    ["an empty one", {}],
    ["one without dishes", { itemGroups: null }],
  ])("do not exist in a body that is %s", (_what, body) => {
    const { fields, isCut } = unreadFields(
      body,
      detectMenuFormat(body) ?? detectMenuFormat(aMenu([]))!,
    );
    expect({ fields, isCut }).toEqual({ fields: [], isCut: false });
  });

  it("are cut off when there are too many", () => {
    const endless = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, n) => [`f${String.fromCodePoint(0x4e00 + n)}`, n]),
    );
    const { fields, isCut } = unreadFields(
      aMenu([anItem()], endless),
      detectMenuFormat(aMenu([]))!,
    );
    expect(fields).toHaveLength(2_000);
    expect(isCut).toBe(true);
  });
});

function withRestrictions(restrictions: unknown): Body {
  const itemModifierGroups = [{ id: "g", name: "Зелень", restrictions, items: [] }];
  return aMenu([anItem({ itemSizes: [aSize({ itemModifierGroups })] })]);
}
