import { MENU_TABLES } from "../../src/adapters/iiko/menu/fields/menu-tables";
import { unreadFields } from "../../src/adapters/iiko/menu/fields/unread-fields";
import { normaliseMenu } from "../../src/adapters/iiko/menu/menu-detect";
import { type IikoMenuFormat } from "../../src/adapters/iiko/menu/reading/menu-draft";
import { PosMenuSource } from "../../src/domain/catalogue/pos-menu";
import { demoBody } from "../support/catalogue-of-body";
import { documentedPaths, pathsIn, rowOf, rowsByPath } from "../support/field-tables";
import { fullBody } from "../support/full-body";
import { type LighthouseFormat, lighthouseMenu, ORGANIZATION } from "../support/menu-bodies";
import { tracedBody } from "../support/traced-body";

/** Each format, its name in iiko's contract, and our menus in it. */
const FORMATS: readonly (readonly [IikoMenuFormat, string, LighthouseFormat])[] = [
  [PosMenuSource.EXTERNAL_MENU_V2, "ExternalMenuV2", "v2"],
  [PosMenuSource.EXTERNAL_MENU_V3, "ExternalMenuV3", "v3"],
  [PosMenuSource.EXTERNAL_MENU_V4, "ExternalMenuV4", "v4"],
  [PosMenuSource.MENU_V3_STANDALONE, "Menu", "standalone"],
  [PosMenuSource.NOMENCLATURE, "NomenclatureResponse", "nomenclature"],
];

/** Mutually exclusive ways to read a body: one field takes the place of another that is empty. */
const USUAL = {
  type: "Dish",
  itemType: "PRODUCT",
  orderItemType: "Product",
  priceStrategy: "BY_COMPONENT",
  isDeleted: false,
  organizations: [ORGANIZATION],
  organizationId: ORGANIZATION,
};
const COMBO = { ...USUAL, type: "COMBO", itemType: "COMBO", itemSizes: [] };
const WAYS = [
  ...[USUAL, COMBO, { ...COMBO, priceStrategy: "FIXED" }, { ...COMBO, prices: null }],
  ...[
    { ...COMBO, sizes: null },
    { ...USUAL, nutritionPerHundredGrams: null },
    { ...COMBO, image: null },
  ],
  ...[
    { ...USUAL, id: null },
    { ...USUAL, organizations: null },
    { ...COMBO, organizations: null },
  ],
];

describe.each(FORMATS)("The field table of %s", (source, schema, format) => {
  const rows = rowsByPath(MENU_TABLES[source]);

  it("has a row for every field that iiko documents", () => {
    const documented = documentedPaths(schema);
    expect(documented.length).toBeGreaterThan(60);
    expect(documented.filter((path) => !rowOf(rows, path))).toEqual([]);
  });

  it.each([
    ["the sandbox's menu", () => demoBody(format)],
    ["the lighthouse's menu", () => lighthouseMenu(format)],
  ])("has a row for every field of %s, none of which holds an unread value", (_whose, bodyOf) => {
    const body = bodyOf();
    expect(pathsIn(body).filter((path) => !rowOf(rows, path))).toEqual([]);
    const odd = unreadFields(body, source).fields.filter(
      ({ because }) => because === "unknown" || because === "misread",
    );
    expect(odd).toEqual([]);
  });

  it("marks as used exactly what the reader reads", () => {
    const seen = new Set<string>();
    const full = WAYS.map((way) => fullBody(MENU_TABLES[source], way));
    for (const body of [demoBody(format), lighthouseMenu(format), ...full]) {
      normaliseMenu(tracedBody(body as object, seen), ORGANIZATION, source);
    }
    const useOf = (path: string) => rowOf(rows, path)?.row.use;
    expect(
      [...seen].filter((path) => useOf(path) === undefined || useOf(path) === "unneeded"),
    ).toEqual([]);
    const read = new Set([...seen].map((path) => rowOf(rows, path)?.key));
    const claimed = [...rows].filter(
      ([, { row, key }]) => row.use !== "unneeded" && !read.has(key),
    );
    expect(claimed.map(([path]) => path)).toEqual([]);
  });
});
