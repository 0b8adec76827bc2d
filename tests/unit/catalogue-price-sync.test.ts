import { ImportField } from "../../src/domain/catalogue/import-field";
import { type PosMenuItem } from "../../src/domain/catalogue/pos-menu";
import { MatchBy } from "../../src/services/catalogue/plans/plan-price-changes";
import { aPosGroup, aPosItem, aPosOption, aPosSize } from "../support/a-pos-menu";
import { imported, SIZED, sync } from "../support/plan-of";

const WITH_OPTIONS = aPosItem({ sizes: SIZED, optionGroups: [aPosGroup()] });

function syncOne(before: PosMenuItem, after: PosMenuItem[], options?: Parameters<typeof sync>[2]) {
  const [change] = sync([imported(before)], after, options);
  return change!;
}

describe("A price sync", () => {
  it("adopts the prices of sizes and options, also by size, and nothing else", () => {
    const before = imported(WITH_OPTIONS);
    const after = aPosItem({
      name: "Другая",
      description: null,
      imageUrls: [],
      compound: true,
      sizes: [
        { ...SIZED[0]!, name: "Мини", price: 41_000 },
        SIZED[1]!,
        aPosSize({ posSizeId: "xl", name: "Гигант" }),
      ],
      optionGroups: [
        aPosGroup({
          name: "Соус",
          max: 1,
          options: [
            aPosOption({ name: "Кетчуп!", price: 3_500, priceBySize: { l: 4_000 } }),
            aPosOption({ posProductId: "new" }),
          ],
        }),
      ],
    });
    const [change] = sync([before], [after]);
    const [small, large] = before.sizes;
    const [group] = before.optionGroups;
    expect(change).toMatchObject({ action: "UPDATE", taken: ["PRICE"] });
    expect(change!.target).toEqual({
      ...before,
      sizes: [{ ...small, price: 41_000 }, large],
      optionGroups: [
        {
          ...group,
          options: [{ ...group!.options[0], price: 3_500, priceBySize: { [large!.id]: 4_000 } }],
        },
      ],
    });
    expect(change!.fields.map(({ field }) => field)).toEqual(["price.Малая", "options.Соусы"]);
  });

  it("finds nothing to do when the prices are equal", () => {
    expect(syncOne(WITH_OPTIONS, [WITH_OPTIONS])).toMatchObject({
      action: "UNCHANGED",
      fields: [],
      target: null,
    });
  });

  it("treats a price that is gone as not sold", () => {
    const change = syncOne(aPosItem(), [aPosItem({ sizes: [aPosSize({ price: null })] })]);
    expect(change).toMatchObject({
      action: "UPDATE",
      fields: [{ field: "price", before: "449.00", after: null }],
    });
  });

  it.each([
    ["left its group", [aPosOption({ posProductId: "other" })]],
    ["has no price any more", [aPosOption({ price: null })]],
    ["is hidden", [aPosOption({ hidden: true })]],
  ])("stops selling an option that %s, and sells it again when it comes back", (_, options) => {
    const before = imported(WITH_OPTIONS);
    const [gone] = sync([before], [{ ...WITH_OPTIONS, optionGroups: [aPosGroup({ options })] }]);
    const [small, large] = before.sizes;
    const [option] = gone!.target!.optionGroups[0]!.options;
    expect(option).toMatchObject({
      price: 3_000,
      priceBySize: { [small!.id]: null, [large!.id]: null },
    });
    expect(sync([gone!.target!], [WITH_OPTIONS])[0]!.target).toEqual(before);
  });

  it("creates no products", () => {
    const [change] = sync([imported(aPosItem())], [aPosItem(), aPosItem({ article: "7" })], {
      articles: ["7"],
    });
    expect(change).toMatchObject({
      action: "BLOCKED",
      reason: { code: "ITEM_NOT_FOUND" },
      target: null,
    });
  });

  it("keeps off sale what the POS hides", () => {
    const unsold = imported(aPosItem({ sizes: [aPosSize({ price: null })] }));
    expect(sync([unsold], [aPosItem({ hidden: true })])[0]!.action).toBe("UNCHANGED");
    expect(sync([unsold], [aPosItem()])[0]).toMatchObject({
      action: "UPDATE",
      fields: [{ after: "449.00" }],
    });
  });

  it("is blocked for an article shared by two POS products, and for one that moved to another product", () => {
    const twins = [aPosItem(), aPosItem({ posProductId: "twin", sizes: [aPosSize({ price: 1 })] })];
    expect(syncOne(aPosItem(), twins)).toMatchObject({
      action: "BLOCKED",
      reason: { code: "DUPLICATE_ARTICLE" },
    });
    expect(syncOne(aPosItem(), twins.slice(1))).toMatchObject({
      action: "BLOCKED",
      reason: { code: "CONFLICT" },
    });
  });

  it.each(["9", null])(
    "is blocked, rather than taken off sale, for a product whose article became %p in the POS",
    (article) => {
      const renumbered = aPosItem({ article, posProductId: "pos-00064" });
      expect(syncOne(aPosItem(), [renumbered])).toMatchObject({
        action: "BLOCKED",
        target: null,
        reason: {
          code: "ARTICLE_CHANGED",
          message: { en: expect.stringContaining(article ?? "missing") as string },
        },
      });
    },
  );

  it("finds products by POS id when asked to, whatever has become of their articles", () => {
    const renumbered = [
      aPosItem({ article: "9", posProductId: "pos-00064", sizes: [aPosSize({ price: 46_000 })] }),
    ];
    const change = syncOne(aPosItem(), renumbered, { matchBy: MatchBy.POS_ID });
    expect(change).toMatchObject({
      article: "00064",
      action: "UPDATE",
      fields: [{ after: "460.00" }],
    });
    expect(change.target!.article).toBe("00064");
    const [combo] = renumbered.map((item) => ({ ...item, combo: true }));
    expect(syncOne(aPosItem(), [combo!], { matchBy: MatchBy.POS_ID }).action).toBe("BLOCKED");
  });
});

describe("A product that left the POS's menu", () => {
  it.each([MatchBy.ARTICLE, MatchBy.POS_ID])("is no longer sold in any size (%s)", (matchBy) => {
    const change = syncOne(WITH_OPTIONS, [], { matchBy });
    expect(change).toMatchObject({
      action: "REMOVE",
      reason: { code: "ARTICLE_NOT_IN_EXTERNAL_MENU" },
    });
    expect(change.target!.sizes.map(({ price }) => price)).toEqual([null, null]);
    expect(change.fields).toEqual([
      { field: "price.Малая", before: "400.00", after: null },
      { field: "price.Большая", before: "600.00", after: null },
    ]);
  });

  it("stays as it is when it is already off sale", () => {
    expect(syncOne(aPosItem({ sizes: [aPosSize({ price: null })] }), []).action).toBe("UNCHANGED");
  });

  it("keeps its price when it is locked", () => {
    expect(syncOne(aPosItem(), [], { locked: [ImportField.PRICE] })).toMatchObject({
      action: "SKIP_LOCKED",
      reason: null,
      target: null,
      fields: [{ field: "price", before: "449.00", after: null, locked: true }],
    });
  });
});
