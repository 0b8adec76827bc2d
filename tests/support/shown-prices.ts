import "reflect-metadata";

import { type MenuSnapshot } from "../../src/domain/catalogue/menu-snapshot";
import { SOLD_ALWAYS } from "../../src/domain/catalogue/sale-hours";
import { SaleTimes } from "../../src/domain/catalogue/sale-times";
import { NOTHING_STOPPED } from "../../src/domain/catalogue/stop-list";
import { priceBasket, type WantedLine } from "../../src/domain/checkout/pricing";
import { type Product } from "../../src/resolvers/catalogue/product";
import { publicMenuOf } from "../../src/resolvers/catalogue/public-menu";
import { type Money } from "../../src/resolvers/schema/money";
import { ShownMenu } from "../../src/services/catalogue/menu/shown-menu";
import { ManualClock } from "./manual-clock";

/** A catalogue's products as clients see them, by article. */
export function shownProducts(menu: MenuSnapshot): ReadonlyMap<string, Product> {
  const reading = {
    revision: 1,
    stopList: NOTHING_STOPPED,
    saleTimes: new SaleTimes(SOLD_ALWAYS, "Europe/Moscow"),
    weighed: null,
    isPublished: true,
    confirmedAt: null,
    failingMenu: null,
  };
  const { present } = publicMenuOf(new ShownMenu(menu, reading, new ManualClock()));
  return new Map(
    [...menu.productByArticle].map(([article, product]) => [article, present(product)]),
  );
}

/** What a client reads as an amount, in hundredths. */
export function hundredths({ amount }: Money): number {
  return Math.round(Number(amount) * 100);
}

/**
 * What the product's options cost with a size, by their ids; options that are not sold with it are
 * missing.
 */
export function shownOptionPrices(
  { optionGroups }: Product,
  sizeId: string,
): ReadonlyMap<string, number> {
  const options = optionGroups.flatMap((group) => group.options);
  return new Map(
    options.flatMap(({ id, prices }) => {
      const price = prices.find((row) => row.sizeId === sizeId)?.price;
      return price ? [[id, hundredths(price)]] : [];
    }),
  );
}

/** One portion of a dish, in its default size. */
export function lineOf(article: string, overrides: Partial<WantedLine> = {}): WantedLine {
  return {
    article,
    sizeId: null,
    quantity: 1000,
    options: [],
    comment: null,
    expectedUnitPrice: null,
    ...overrides,
  };
}

/** The price of a line that has no errors. */
export function charged(menu: MenuSnapshot, line: WantedLine): number {
  const { lines, userErrors } = priceBasket(menu, [line]);
  expect(userErrors).toEqual([]);
  return lines[0]!.total;
}
