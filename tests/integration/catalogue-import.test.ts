import { randomUUID } from "node:crypto";

import { ImportField } from "../../src/domain/catalogue/import-field";
import { aPosCategory, aPosGroup, aPosItem, aPosOption, aPosSize } from "../support/a-pos-menu";
import { CatalogueFixture, errorsOf } from "../support/catalogue-fixture";

const OF_100_GRAMS = { energyKcal: 245.5, proteins: 10, fats: null, carbohydrates: 30 };
const NUTRITION = { ...OF_100_GRAMS, weightGrams: 500, allergens: ["milk"] };
const PIZZA = aPosItem({
  sizes: [
    aPosSize({ posSizeId: "s", name: "Малая", price: 40_000, isDefault: false }),
    aPosSize({ posSizeId: "l", name: "Большая", price: 60_000 }),
  ],
  optionGroups: [
    aPosGroup({
      options: [aPosOption(), aPosOption({ posProductId: "b", priceBySize: { l: 9_000 } })],
    }),
  ],
  nutrition: NUTRITION,
});
const COLA = aPosItem({ article: "00100", name: "Кола" });
const MENU = aPosCategory({ items: [PIZZA, COLA] });
const ALL = Object.values(ImportField);

let fixture: CatalogueFixture;
beforeAll(async () => (fixture = await CatalogueFixture.start()));
afterAll(() => fixture.stop());

async function productOf(branchId: string, article: string) {
  return (await fixture.snapshots.get(branchId))?.productByArticle.get(article);
}

describe("Importing a section", () => {
  it("changes nothing in a dry run, and everything planned once the plan is applied", async () => {
    const place = await fixture.branchWith(MENU);
    const plan = await fixture.importSection.execute({
      ...place,
      articles: ["00064"],
      fields: ALL,
      dryRun: true,
    });
    expect(plan).toMatchObject({
      appliedAt: null,
      baseVersion: 1,
      sourceRevision: "7",
      summary: { create: 1 },
    });
    expect(await productOf(place.branchId, "00064")).toBeUndefined();

    const applied = await fixture.applyPlan.execute(plan.id, "key");
    expect(applied.appliedAt).toBeInstanceOf(Date);
    const product = await productOf(place.branchId, "00064");
    const [small, large] = product!.sizes;
    expect(product).toMatchObject({
      sectionId: place.sectionId,
      name: PIZZA.name,
      description: PIZZA.description,
      imageUrls: PIZZA.imageUrls,
      posProductId: PIZZA.posProductId,
      compound: false,
      nutrition: PIZZA.nutrition,
      sizes: [
        { posSizeId: "s", name: "Малая", price: 40_000, isDefault: false },
        { posSizeId: "l", name: "Большая", price: 60_000, isDefault: true },
      ],
      optionGroups: [
        {
          posGroupId: "pos-sauces",
          options: [
            { posProductId: "pos-ketchup" },
            { posProductId: "b", priceBySize: { [large!.id]: 9_000 } },
          ],
        },
      ],
    });
    expect(small!.id).not.toBe(large!.id);
  });

  it("keeps the plan's changes readable, in the order they were requested", async () => {
    const place = await fixture.branchWith(MENU);
    const articles = ["00100", "404", "00064"];
    const plan = await fixture.planImport.execute({ ...place, articles, fields: ALL });
    const changes = await fixture.findPlan.changes(plan.id, {
      action: undefined,
      after: -1,
      limit: 10,
    });
    expect(changes.map(({ article, action, reason }) => [article, action, reason?.code])).toEqual([
      ["00100", "CREATE", undefined],
      ["404", "BLOCKED", "ARTICLE_NOT_IN_EXTERNAL_MENU"],
      ["00064", "CREATE", undefined],
    ]);
    expect(plan.summary).toEqual({
      create: 2,
      update: 0,
      unchanged: 0,
      skipLocked: 0,
      remove: 0,
      blocked: 1,
      largestPriceChangePercent: null,
    });
  });

  it("imports the rest when some articles are blocked", async () => {
    const twins = [COLA, { ...COLA, posProductId: "pos-twin" }];
    const place = await fixture.branchWith(aPosCategory({ items: [PIZZA, ...twins] }));
    await fixture.importAll(place, "00064", "00100", "404");
    const snapshot = await fixture.snapshots.get(place.branchId);
    expect([...snapshot!.productByArticle.keys()]).toEqual(["00064"]);
  });

  it("changes nothing the second time", async () => {
    const place = await fixture.branchWith(MENU);
    await fixture.importAll(place, "00064", "00100");
    const before = await fixture.snapshots.get(place.branchId);
    const again = await fixture.importAll(place, "00064", "00100");
    expect(again).toMatchObject({
      baseVersion: 2,
      summary: { create: 0, update: 0, unchanged: 2 },
    });
    expect(await fixture.snapshots.get(place.branchId)).toBe(before);
  });

  it("updates, adds and removes sizes and options, and keeps the ids of those that remain", async () => {
    const place = await fixture.branchWith(MENU);
    await fixture.importAll(place, "00064");
    const before = await productOf(place.branchId, "00064");
    const changed = aPosItem({
      sizes: [
        aPosSize({ posSizeId: "l", name: "Большая", price: 65_000 }),
        aPosSize({ posSizeId: "xl", name: "Гигант" }),
      ],
      optionGroups: [
        aPosGroup({ posGroupId: "pos-cheese", name: "Сыр" }),
        aPosGroup({ options: [aPosOption({ posProductId: "b", price: 4_000 })] }),
      ],
    });
    await fixture.refresh(place.branchId, aPosCategory({ items: [changed] }));
    await fixture.importAll(place, "00064");

    const after = await productOf(place.branchId, "00064");
    expect(after!.id).toBe(before!.id);
    expect(after!.sizes.map(({ posSizeId, price }) => [posSizeId, price])).toEqual([
      ["l", 65_000],
      ["xl", 44_900],
    ]);
    expect(after!.sizes[0]!.id).toBe(before!.sizes[1]!.id);
    expect(after!.optionGroups.map(({ name }) => name)).toEqual(["Сыр", "Соусы"]);
    expect(after!.optionGroups[1]!.options).toEqual([
      { ...before!.optionGroups[0]!.options[1], price: 4_000, priceBySize: {} },
    ]);
    expect(after!.nutrition).toBeNull();
  });

  it("puts new products after the others, and a moved one at the end of its new section", async () => {
    const place = await fixture.branchWith(MENU);
    await fixture.importAll(place, "00100");
    await fixture.importAll(place, "00064");
    const { section: hits } = await fixture.createSection.execute({
      branchId: place.branchId,
      name: "Хиты",
    });
    await fixture.importAll({ ...place, sectionId: hits.id }, "00100");
    const snapshot = await fixture.snapshots.get(place.branchId);
    expect(
      snapshot!.sections.map(({ name, products }) => [
        name,
        products.map(({ article }) => article),
      ]),
    ).toEqual([
      ["Пицца", ["00064"]],
      ["Хиты", ["00100"]],
    ]);
  });

  it("leaves other branches with the same articles alone", async () => {
    const [one, other] = [await fixture.branchWith(MENU), await fixture.branchWith(MENU)];
    await fixture.importAll(one, "00064");
    await fixture.importAll(other, "00064");
    const ids = await Promise.all(
      [one, other].map(async ({ branchId }) => (await productOf(branchId, "00064"))!.id),
    );
    expect(new Set(ids).size).toBe(2);
  });

  it("is refused with all errors together", async () => {
    const place = await fixture.branchWith(MENU);
    expect(
      await errorsOf(fixture.planImport.execute({ ...place, articles: [], fields: [] })),
    ).toEqual([
      { code: "REQUIRED", field: ["input", "articles"] },
      { code: "REQUIRED", field: ["input", "fields"] },
    ]);
  });

  it.each(["sectionId", "branchId"])("is refused when there is no such %s", async (name) => {
    const place = { ...(await fixture.branchWith(MENU)), [name]: randomUUID() };
    const refused = fixture.planImport.execute({ ...place, articles: ["00064"], fields: ALL });
    expect(await errorsOf(refused)).toEqual([{ code: "NOT_FOUND", field: ["input", name] }]);
  });

  it("is refused if the POS menu was never read", async () => {
    const branchId = await fixture.branch();
    const { section } = await fixture.createSection.execute({ branchId, name: "Пицца" });
    const refused = fixture.planImport.execute({
      branchId,
      sectionId: section.id,
      articles: ["1"],
      fields: ALL,
    });
    expect(await errorsOf(refused)).toEqual([{ code: "NOT_FOUND", field: ["input", "branchId"] }]);
  });
});
