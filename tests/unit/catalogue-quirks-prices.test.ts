import { normaliseMenu } from "../../src/adapters/iiko/menu/menu-detect";
import { findMenuIssues } from "../../src/domain/catalogue/find-menu-issues";
import { type PosMenuItem } from "../../src/domain/catalogue/pos-menu";
import { priceBasket } from "../../src/domain/checkout/pricing";
import { priceRangeOf } from "../../src/services/catalogue/menu/price-range";
import { aMenuSnapshot } from "../support/a-menu-snapshot";
import { aPosCategory } from "../support/a-pos-menu";
import {
  aGroup,
  aMenu,
  anItem,
  anOption,
  aSize,
  type Body,
  limits,
  ORGANIZATION,
  soldFor,
} from "../support/menu-bodies";
import { imported } from "../support/plan-of";

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

describe("Quirk 9, a price that is zero or missing", () => {
  it("does not sell what has no price, and never treats a missing price as 0", () => {
    const item = itemOf({ itemSizes: [aSize({ prices: [soldFor(null)] })] });
    expect(item.sizes[0]!.price).toBeNull();
    expect(basketOf({ ...item, article: "00100" }).userErrors).toMatchObject([
      { code: "ITEM_NOT_SOLD_HERE" },
    ]);
  });

  it("sells what costs 0, with a warning", () => {
    const item = itemOf({ itemSizes: [aSize({ prices: [soldFor(0)] })] });
    expect(basketOf(item)).toMatchObject({ userErrors: [], subtotal: 0 });
    const issues = findMenuIssues([aPosCategory({ items: [item] })], new Set());
    expect(issues).toMatchObject([{ code: "ZERO_PRICE", severity: "WARNING" }]);
  });

  it("shows the price of a cake when only its required modifier has one", () => {
    const slices = [
      anOption({ id: "slice", prices: [soldFor(250)] }),
      anOption({ id: "whole", prices: [soldFor(1900)] }),
    ];
    const group = aGroup({ restrictions: limits(1, 1), items: slices });
    const cake = itemOf({
      itemSizes: [aSize({ prices: [soldFor(0)], itemModifierGroups: [group] })],
    });
    expect(priceRangeOf(imported(cake), new Map())).toEqual({ min: 25_000, max: 25_000 });
    const issues = findMenuIssues([aPosCategory({ items: [cake] })], new Set());
    expect(issues).toMatchObject([{ code: "PRICE_IN_REQUIRED_OPTION", severity: "INFO" }]);
  });
});

describe("Quirk 10, a price on the site that differs from the POS's", () => {
  it("refuses the order with the current price, unless the branch accepts the difference", () => {
    const product = imported(itemOf({}));
    const line = {
      article: "00100",
      sizeId: null,
      quantity: 1000,
      options: [],
      comment: null,
      expectedUnitPrice: 9_000,
    };
    const faultsUnder = (policy: "REJECT" | "ACCEPT_LOWER" | "ACCEPT") =>
      priceBasket(aMenuSnapshot([product]), [line], policy).userErrors;
    const changed = { code: "PRICE_CHANGED", item: { article: "00100", currentPrice: 10_000 } };
    expect(faultsUnder("REJECT")).toMatchObject([changed]);
    expect(faultsUnder("ACCEPT_LOWER")).toMatchObject([changed]);
    expect(faultsUnder("ACCEPT")).toEqual([]);
  });
});
