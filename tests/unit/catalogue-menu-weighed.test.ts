import { normaliseMenu } from "../../src/adapters/iiko/menu/menu-detect";
import {
  aMenu,
  anItem,
  aNomenclature,
  aProduct,
  type Body,
  ORGANIZATION,
} from "../support/menu-bodies";
import { menuOfV2, standalone } from "../support/told-facts";

/** A dish in every format that states how it is sold. */
const FORMATS: readonly [string, (product: Body) => Body][] = [
  ["format 2", (product) => menuOfV2(product)],
  ["format 3", (product) => aMenu([anItem(product)])],
  ["the standalone menu", (product) => standalone(product)],
  ["the nomenclature", (product) => aNomenclature([aProduct(product)])],
];

describe.each(FORMATS)("a product sold by weight in %s", (_name, menuOf) => {
  const weighed = (product: Body) => normaliseMenu(menuOf(product), ORGANIZATION).weighed;

  it.each(["кг", "100 г.", "Литр", "kg"])("may have the unit %s", (measureUnit) => {
    expect(weighed({ measureUnit })).toHaveLength(1);
  });

  it("may be weighed on the till's scales", () => {
    expect(weighed({ measureUnit: "порц", useBalanceForSell: true })).toHaveLength(1);
  });

  it.each(["порц", "шт", "", null, "ведро"])("does not have the unit %s", (measureUnit) => {
    expect(weighed({ measureUnit })).toEqual([]);
  });
});
