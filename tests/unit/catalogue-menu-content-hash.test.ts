import { normaliseMenu } from "../../src/adapters/iiko/menu/menu-detect";
import { type PosMenuCategory, type PosMenuOption } from "../../src/domain/catalogue/pos-menu";
import { menuContentHash } from "../../src/ports/pos/pack-menu";
import { lighthouseMenu, ORGANIZATION } from "../support/menu-bodies";

const { categories } = normaliseMenu(lighthouseMenu("v3"), ORGANIZATION);

const OPTION = {
  posProductId: "option",
  article: null,
  name: "Укроп",
  price: 1000,
  priceBySize: { small: 900, large: 1100 },
  min: 0,
  max: 1,
  byDefault: 0,
  hidden: false,
};

function menuOf(option: PosMenuOption): PosMenuCategory[] {
  const group = {
    posGroupId: "group",
    name: "Зелень",
    min: 0,
    max: 1,
    freeAmount: 0,
    options: [option],
  };
  const item = { ...categories[0]!.items[0]!, optionGroups: [group] };
  return [{ posId: "section", name: "Супы", hidden: false, items: [item] }];
}

describe("a menu's content hash", () => {
  it("does not change with the revision", () => {
    const before = normaliseMenu({ ...lighthouseMenu("v3"), revision: 1 }, ORGANIZATION);
    const after = normaliseMenu({ ...lighthouseMenu("v3"), revision: 2 }, ORGANIZATION);
    expect([before.revision, after.revision]).toEqual(["1", "2"]);
    expect(after.contentHash).toBe(before.contentHash);
    expect(before.contentHash).toMatch(/^[\da-f]{64}$/);
  });

  it("does not depend on the order of fields, because PostgreSQL returns JSON in a different one", () => {
    const reordered = { ...OPTION, priceBySize: { large: 1100, small: 900 } };
    expect(menuContentHash(menuOf(reordered))).toBe(menuContentHash(menuOf(OPTION)));
  });

  it("changes with a price, and with the order of sections", () => {
    expect(menuContentHash(menuOf({ ...OPTION, price: 1001 }))).not.toBe(
      menuContentHash(menuOf(OPTION)),
    );
    expect(menuContentHash(categories.toReversed())).not.toBe(menuContentHash(categories));
  });
});
