import { mapExternalMenuV3 } from "../../src/adapters/iiko/menu/formats/map-menu-external";
import { normaliseMenu } from "../../src/adapters/iiko/menu/menu-detect";
import { draftMenu } from "../../src/adapters/iiko/menu/reading/menu-draft";
import { findMenuIssues } from "../../src/domain/catalogue/find-menu-issues";
import { type PosMenuItem, PosMenuSource } from "../../src/domain/catalogue/pos-menu";
import { selectOptions } from "../../src/domain/checkout/option-selection";
import { priceBasket } from "../../src/domain/checkout/pricing";
import { aMenuSnapshot } from "../support/a-menu-snapshot";
import { aPosCategory } from "../support/a-pos-menu";
import {
  aGroup,
  aMenu,
  aMenuOf,
  anItem,
  anOption,
  aSize,
  type Body,
  limits,
  ORGANIZATION,
} from "../support/menu-bodies";
import { imported, plan } from "../support/plan-of";

// What goes wrong with rows of real menus, and how the gateway handles it (docs/iiko.md).

function itemsOf(body: Body): PosMenuItem[] {
  return normaliseMenu(body, ORGANIZATION).categories.flatMap(({ items }) => items);
}

function itemOf(overrides: Body): PosMenuItem {
  return itemsOf(aMenu([anItem(overrides)]))[0]!;
}

function basketOf(item: PosMenuItem, overrides: object = {}) {
  const line = { article: item.article!, sizeId: null, quantity: 1000, options: [], comment: null };
  return priceBasket(aMenuSnapshot([imported(item)]), [
    { ...line, expectedUnitPrice: null, ...overrides },
  ]);
}

const SIZES = [
  aSize({ id: "s", sku: "00002-S", sizeName: "S" }),
  aSize({ id: "l", sku: "00002-большая", sizeName: "L", isDefault: false }),
];

describe("Quirk 6, articles that look like numbers", () => {
  it.each(["00041", "0", "2007022058360283", "00000000000000000001"])(
    "keeps %s as it is, right into the catalogue",
    (sku) => {
      const item = itemOf({ sku, itemSizes: [aSize({ sku })] });
      expect(imported(item).article).toBe(sku);
      expect(basketOf(item).userErrors).toEqual([]);
    },
  );

  it("treats 41 and 00041 as two products, and no article as the other", () => {
    const item = (id: string, sku: string) => anItem({ id, sku, itemSizes: [aSize({ sku })] });
    const items = itemsOf(aMenu([item("a", "00041"), item("b", "41")]));
    expect(findMenuIssues([aPosCategory({ items })], new Set())).toEqual([]);
    expect(plan(items, { articles: ["041"] })).toMatchObject([{ action: "BLOCKED" }]);
  });

  it("finds sizes by their product's article, whatever their own", () => {
    const item = itemOf({ sku: "00002", itemSizes: SIZES });
    expect(plan([item], { articles: ["00002", "00002-большая"] })).toMatchObject([
      { action: "CREATE", target: { sizes: [{ posSizeId: "s" }, { posSizeId: "l" }] } },
      { action: "BLOCKED", reason: { code: "ARTICLE_NOT_IN_EXTERNAL_MENU" } },
    ]);
  });
});

describe("Quirk 7, one article twice", () => {
  const twice = [anItem({ id: "fee" })];
  const section = (id: string) => ({ id, name: id, isHidden: false, items: twice });

  it("imports a product in two folders once", () => {
    const { categories, listedTwice } = normaliseMenu(
      aMenuOf([section("a"), section("b")]),
      ORGANIZATION,
    );
    expect(categories.flatMap(({ items }) => items)).toHaveLength(1);
    expect(findMenuIssues(categories, listedTwice)).toMatchObject([
      { code: "PRODUCT_LISTED_TWICE", severity: "INFO" },
    ]);
  });

  it("imports neither of two products that share an article, and says so", () => {
    const items = itemsOf(aMenu([anItem({ id: "a" }), anItem({ id: "b", name: "Щи" })]));
    expect(plan(items, { articles: ["00100"] })).toMatchObject([
      { action: "BLOCKED", target: null, reason: { code: "DUPLICATE_ARTICLE" } },
    ]);
  });
});

describe("Quirk 8, required modifiers", () => {
  const milk = (options: Body[], overrides: Body = {}) =>
    itemOf({
      itemSizes: [
        aSize({
          itemModifierGroups: [
            aGroup({ restrictions: limits(1, 1), items: options, ...overrides }),
          ],
        }),
      ],
    });
  const choose = (item: PosMenuItem) => {
    const product = imported(item);
    return selectOptions(product, product.sizes[0]!, [], ["input"], 1);
  };
  const two = [anOption({ id: "a", sku: "1" }), anOption({ id: "b", sku: "2" })];

  it("asks the guest where there is a choice", () => {
    expect(choose(milk(two))).toMatchObject({
      options: [],
      userErrors: [{ code: "MODIFIER_REQUIRED" }],
    });
  });

  it("fills in the default, or the only option there is", () => {
    const byDefault = anOption({
      id: "c",
      sku: "3",
      restrictions: limits(0, 0, { defaultQuantity: 1 }),
    });
    expect(choose(milk([...two, byDefault]))).toMatchObject({
      options: [{ article: "3" }],
      userErrors: [],
    });
    expect(choose(milk([anOption()]))).toMatchObject({
      options: [{ article: "00200" }],
      userErrors: [],
    });
  });

  it("orders a modifier of a group with the group's id, and a simple one without it", () => {
    expect(choose(milk([anOption()])).options).toMatchObject([{ posGroupId: "group" }]);
    const simple = milk([anOption({ restrictions: limits(1, 1, { defaultQuantity: 1 }) })], {
      id: null,
    });
    expect(choose(simple).options).toMatchObject([{ posGroupId: null }]);
  });
});

describe("Quirk 22, options of a modifier group that say 0/0", () => {
  const group = (overrides: Body) =>
    itemOf({ itemSizes: [aSize({ itemModifierGroups: [aGroup(overrides)] })] }).optionGroups;

  it("lets guests choose them, as many as the group allows", () => {
    expect(group({})).toMatchObject([{ min: 0, max: 3, options: [{ min: 0, max: 3 }] }]);
    expect(group({ restrictions: limits(0, 0) })).toMatchObject([
      { max: 1, options: [{ max: 1 }] },
    ]);
  });

  it("applies their own limits only when the group says that they have some", () => {
    const items = [anOption({ restrictions: limits(1, 2) })];
    expect(group({ items })).toMatchObject([{ options: [{ min: 0, max: 3 }] }]);
    const flagged = group({ items, childModifiersHaveMinMaxRestrictions: true });
    expect(flagged).toMatchObject([{ options: [{ min: 1, max: 2 }] }]);
  });
});

describe("Quirk 29, untidy texts", () => {
  it("shows every name and description as one tidy line", () => {
    const [section] = mapExternalMenuV3(
      aMenuOf([
        {
          id: "s",
          name: " Супы&nbsp; ",
          items: [
            anItem({ name: " Уха\n", description: "<p>С&nbsp;дымком,<br/>\r\n300&nbsp;мл </p>" }),
          ],
        },
      ]),
      ORGANIZATION,
    ).categories;
    expect(section).toMatchObject({
      name: "Супы",
      items: [{ name: "Уха", description: "С дымком, 300 мл" }],
    });
  });

  it("does not treat two products with the same name as one", () => {
    const items = itemsOf(aMenu([anItem({ id: "a", sku: "1" }), anItem({ id: "b", sku: "2" })]));
    const { categories } = draftMenu(PosMenuSource.EXTERNAL_MENU_V3, null, [
      aPosCategory({ items }),
    ]);
    expect(categories[0]!.items.map(({ posProductId }) => posProductId)).toEqual(["a", "b"]);
  });
});
