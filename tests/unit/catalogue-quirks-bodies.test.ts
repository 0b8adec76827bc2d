import {
  discountsSchema,
  externalMenusSchema,
  orderTypesSchema,
  paymentTypesSchema,
  terminalGroupsSchema,
} from "../../src/adapters/iiko/directory/directory-schemas";
import { normaliseMenu } from "../../src/adapters/iiko/menu/menu-detect";
import { deliveryFeedSchema } from "../../src/adapters/iiko/orders/order-schemas";
import { menuDrift, NO_DRIFT } from "../../src/domain/catalogue/menu-drift";
import { type PosMenuItem } from "../../src/domain/catalogue/pos-menu";
import {
  aFolder,
  aMenu,
  aModifier,
  anItem,
  aNomenclature,
  aProduct,
  aSize,
  ORGANIZATION,
  pricedAt,
  soldFor,
} from "../support/menu-bodies";
import { plan } from "../support/plan-of";

// How whole answers differ from what one expects, and how the gateway handles it (docs/iiko.md).

function itemsOf(body: unknown): PosMenuItem[] {
  return normaliseMenu(body, ORGANIZATION).categories.flatMap(({ items }) => items);
}

const namesIn = (body: unknown) => itemsOf(body).map(({ name }) => name);

describe("Quirk 20a, an external menu and a nomenclature that disagree", () => {
  it("matches nothing by name: an article that the branch's source lacks is blocked", () => {
    const external = itemsOf(
      aMenu([anItem({ id: "external", sku: "1", itemSizes: [aSize({ sku: "1" })] })]),
    );
    const [elsewhere] = itemsOf(aNomenclature([aProduct({ id: "elsewhere", code: "2" })]));
    expect(elsewhere!.name).toBe(external[0]!.name);
    expect(plan(external, { articles: [elsewhere!.article!] })).toMatchObject([
      { action: "BLOCKED", target: null, reason: { code: "ARTICLE_NOT_IN_EXTERNAL_MENU" } },
    ]);
  });
});

describe("Quirk 20b, products that disappear without a mark", () => {
  it("treats absence as deletion, and a new article on a known id as an alarm", () => {
    const before = [
      { posProductId: "gone", article: "1", name: "Уха" },
      { posProductId: "stays", article: "2", name: "Щи" },
    ];
    const after = [{ ...before[1]!, article: "3" }];
    expect(menuDrift(before, after, NO_DRIFT, new Date())).toMatchObject({
      vanished: [{ posProductId: "gone" }],
      renumbered: [{ posProductId: "stays", before: "2", article: "3" }],
    });
  });
});

describe("Quirk 20c, a revision that changes on its own", () => {
  it("detects changes by the content", () => {
    const hash = (revision: number, price: number) =>
      normaliseMenu(
        aMenu([anItem({ itemSizes: [aSize({ prices: [soldFor(price)] })] })], { revision }),
      ).contentHash;
    expect(hash(1771464226, 100)).toBe(hash(1771203616, 100));
    expect(hash(1771203616, 101)).not.toBe(hash(1771203616, 100));
  });
});

describe("Quirk 21, versions that differ in names", () => {
  it("reads both layouts of prices and both forms of taxes", () => {
    const layouts = [
      [{ organizationId: ORGANIZATION, price: 100, taxCategoryId: null }],
      [soldFor(100)],
    ];
    for (const prices of layouts) {
      for (const overrideTaxCategories of [[], { [ORGANIZATION]: [] }]) {
        expect(
          itemsOf(aMenu([anItem({ itemSizes: [aSize({ prices })] })], { overrideTaxCategories })),
        ).toMatchObject([{ sizes: [{ price: 10_000, posSizeId: null }] }]);
      }
    }
  });

  it("orders a modifier of format 2 by its product's id, not by its line's", () => {
    const option = {
      id: "line-of-a-size",
      itemId: "product-of-the-modifier",
      sku: "2",
      name: "Укроп",
    };
    const size = {
      sizeId: null,
      sku: "1",
      isDefault: true,
      prices: [],
      modifierSchemaName: { name: "схема" },
    };
    const group = { itemGroupId: "g", name: "Зелень", items: [option] };
    const item = {
      itemId: "p",
      sku: "1",
      name: "Уха",
      itemSizes: [{ ...size, itemModifierGroups: [group] }],
    };
    expect(
      itemsOf({ itemCategories: [{ id: "c", name: "Супы", items: [item] }] })[0]!.optionGroups,
    ).toMatchObject([{ posGroupId: "g", options: [{ posProductId: "product-of-the-modifier" }] }]);
  });
});

describe("Quirk 23, on the menu, deleted and hidden", () => {
  it("sells dishes, goods and services that are on the menu, not deleted, and priced", () => {
    const products = [
      ...["Dish", "Good", "Service", "Modifier"].map((type) =>
        aProduct({ id: type, name: type, type }),
      ),
      aProduct({ id: "ghost", name: "ghost", isDeleted: true }),
      aProduct({
        id: "off",
        name: "off",
        sizePrices: [pricedAt(1, { price: { currentPrice: 1, isIncludedInMenu: false } })],
      }),
      aProduct({ id: "unpriced", name: "unpriced", sizePrices: [pricedAt(null)] }),
      aProduct({ id: "cellar", name: "cellar", parentGroup: "dead" }),
    ];
    const groups = [aFolder(), aFolder({ id: "dead", isDeleted: true })];
    expect(namesIn(aNomenclature(products, { groups }))).toEqual(["Dish", "Good", "Service"]);
  });

  it("leaves modifiers in their group, even though none is marked as on the menu", () => {
    const dish = aProduct({ modifiers: [{ id: "modifier", maxAmount: 1 }] });
    expect(itemsOf(aNomenclature([dish, aModifier()]))[0]!.optionGroups).toMatchObject([
      { options: [{ price: 1_000 }] },
    ]);
  });
});

describe("Quirk 25, envelopes that differ by dictionary", () => {
  const row = { id: "x", name: "Х" };
  const perOrganization = [{ organizationId: ORGANIZATION, items: [row] }];

  it("unwraps discounts, order types and terminal groups by organization, and payment types and menus flat", () => {
    expect(discountsSchema.parse({ discounts: perOrganization }).discounts[0]!.items).toMatchObject(
      [row],
    );
    expect(
      orderTypesSchema.parse({ orderTypes: perOrganization }).orderTypes[0]!.items,
    ).toMatchObject([row]);
    expect(
      terminalGroupsSchema.parse({ terminalGroups: perOrganization }).terminalGroups[0]!.items,
    ).toMatchObject([row]);
    expect(paymentTypesSchema.parse({ paymentTypes: [row] }).paymentTypes).toMatchObject([row]);
    expect(externalMenusSchema.parse({ externalMenus: [row] }).externalMenus).toMatchObject([row]);
  });

  it("finds orders by date under their organizations", () => {
    const orders = [{ id: "o", creationStatus: "Success" }];
    const feed = {
      maxRevision: 1,
      ordersByOrganizations: [{ organizationId: ORGANIZATION, orders }],
    };
    expect(deliveryFeedSchema.parse(feed).ordersByOrganizations[0]!.orders).toMatchObject(orders);
  });
});
