import { randomUUID } from "node:crypto";

import { ImportField } from "../../src/domain/catalogue/import-field";
import { ChangeAction } from "../../src/domain/catalogue/plan-change";
import { aPosCategory, aPosGroup, aPosItem, aPosOption, aPosSize } from "../support/a-pos-menu";
import { CatalogueFixture, errorsOf } from "../support/catalogue-fixture";

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
  nutrition: {
    energyKcal: 245.5,
    proteins: 10,
    fats: null,
    carbohydrates: 30,
    weightGrams: 500,
    allergens: ["milk"],
  },
});
const COLA = aPosItem({ article: "00100", name: "Кола" });
const MENU = aPosCategory({ items: [PIZZA, COLA] });
const ALL = Object.values(ImportField);

function manyItems(count: number) {
  return Array.from({ length: count }, (_, index) => ({ ...PIZZA, ...numbered(index) }));
}

function numbered(index: number) {
  return { article: String(10_000 + index), posProductId: `pos-${index}`, name: `Пицца ${index}` };
}

let fixture: CatalogueFixture;
beforeAll(async () => (fixture = await CatalogueFixture.start()));
afterAll(() => fixture.stop());

async function productOf(branchId: string, article: string) {
  return (await fixture.snapshots.get(branchId))?.productByArticle.get(article);
}

describe("Applying a plan", () => {
  it("changes nothing the second time, whatever the key", async () => {
    const place = await fixture.branchWith(MENU);
    const plan = await fixture.planImport.execute({ ...place, articles: ["00064"], fields: ALL });
    const first = await fixture.applyPlan.execute(plan.id, "first");
    const snapshot = await fixture.snapshots.get(place.branchId);
    expect(await fixture.applyPlan.execute(plan.id, "first")).toEqual(first);
    expect(await fixture.applyPlan.execute(plan.id, "second")).toEqual(first);
    const [branch] = await fixture.db.query<unknown[]>(
      "select catalogue_version from branches where id = $1",
      [place.branchId],
    );
    expect(branch).toEqual({ catalogue_version: snapshot!.revision });
  });

  it("happens once when requested twice simultaneously", async () => {
    const place = await fixture.branchWith(MENU);
    const plan = await fixture.planImport.execute({ ...place, articles: ["00064"], fields: ALL });
    await Promise.all(["a", "b", "c"].map((key) => fixture.applyPlan.execute(plan.id, key)));
    expect((await fixture.snapshots.get(place.branchId))!.revision).toBe(2);
  });

  it("is refused when the catalogue has changed since", async () => {
    const place = await fixture.branchWith(MENU);
    const [one, other] = await Promise.all(
      ["00064", "00100"].map((article) =>
        fixture.planImport.execute({ ...place, articles: [article], fields: ALL }),
      ),
    );
    await fixture.applyPlan.execute(one!.id, "one");
    expect(await errorsOf(fixture.applyPlan.execute(other!.id, "other"))).toEqual([
      { code: "STALE_VERSION", field: ["planId"] },
    ]);
    expect(await productOf(place.branchId, "00100")).toBeUndefined();
  });

  it("is refused after an hour", async () => {
    const place = await fixture.branchWith(MENU);
    const plan = await fixture.planImport.execute({ ...place, articles: ["00064"], fields: ALL });
    await fixture.db.query(
      "update catalog_plans set expires_at = expires_at - interval '61 minutes' where id = $1",
      [plan.id],
    );
    expect(await errorsOf(fixture.applyPlan.execute(plan.id, "k"))).toMatchObject([
      { code: "STALE_VERSION" },
    ]);
  });

  it("is refused with the key of another plan", async () => {
    const place = await fixture.branchWith(MENU);
    const first = await fixture.planImport.execute({ ...place, articles: ["00064"], fields: ALL });
    await fixture.applyPlan.execute(first.id, "key");
    const second = await fixture.planImport.execute({ ...place, articles: ["00100"], fields: ALL });
    expect(await errorsOf(fixture.applyPlan.execute(second.id, "key"))).toEqual([
      { code: "IDEMPOTENCY_KEY_REUSED", field: ["idempotencyKey"] },
    ]);
  });

  it("is refused for a plan that does not exist and for an empty key", async () => {
    expect(await errorsOf(fixture.applyPlan.execute(randomUUID(), "k"))).toMatchObject([
      { code: "NOT_FOUND" },
    ]);
    expect(await errorsOf(fixture.applyPlan.execute("no-uuid", "k"))).toMatchObject([
      { code: "NOT_FOUND" },
    ]);
    expect(await errorsOf(fixture.applyPlan.execute(randomUUID(), ""))).toMatchObject([
      { code: "INVALID" },
    ]);
  });

  it("announces nothing and changes no version when the plan contains no change", async () => {
    const place = await fixture.branchWith(MENU);
    const plan = await fixture.planImport.execute({ ...place, articles: ["404"], fields: ALL });
    const announced = fixture.feed.announced.length;
    await fixture.applyPlan.execute(plan.id, "k");
    expect(fixture.feed.announced).toHaveLength(announced);
    expect((await fixture.snapshots.get(place.branchId))!.revision).toBe(1);
  });

  it("takes as many statements for 1,000 products as for 10, apart from reading the menu's pages afterwards", async () => {
    const counts: number[][] = [];
    for (const count of [10, 1_000]) {
      const place = await fixture.branchWith(aPosCategory({ items: manyItems(count) }));
      const articles = manyItems(count).map(({ article }) => article);
      let planId = "";
      const planning = await fixture.countStatements(async () => {
        planId = (await fixture.planImport.execute({ ...place, articles, fields: ALL })).id;
      });
      counts.push([
        planning,
        await fixture.countStatements(() => fixture.applyPlan.execute(planId, "key")),
      ]);
      expect((await fixture.snapshots.get(place.branchId))!.productByArticle.size).toBe(count);
    }
    const [[planningFew, applyingFew], [planningMany, applyingMany]] = counts as [
      [number, number],
      [number, number],
    ];
    expect(planningMany).toBeLessThanOrEqual(planningFew);
    expect(applyingFew).toBeLessThanOrEqual(20);
    // A page holds 200 products.
    expect(applyingMany - applyingFew).toBeLessThanOrEqual(1_000 / 200);
  });

  it("handles 10,000 changes", async () => {
    const place = await fixture.branchWith(aPosCategory({ items: manyItems(10_000) }));
    const articles = manyItems(10_000).map(({ article }) => article);
    await fixture.importAll(place, ...articles);
    const dearer = manyItems(10_000).map((item) => ({
      ...item,
      sizes: [aPosSize({ posSizeId: "l", price: 66_000 })],
    }));
    await fixture.refresh(place.branchId, aPosCategory({ items: dearer }));
    const plan = await fixture.syncPrices.execute({
      branchId: place.branchId,
      articles: null,
      dryRun: false,
    });
    expect(plan.summary).toMatchObject({
      update: 10_000,
      create: 0,
      largestPriceChangePercent: "10",
    });
    expect((await productOf(place.branchId, "19999"))!.sizes).toMatchObject([
      { price: null },
      { price: 66_000 },
    ]);

    const lastPage = { action: ChangeAction.UPDATE, after: 9_949, limit: 101 };
    const changes = await fixture.findPlan.changes(plan.id, lastPage);
    expect([changes.length, changes[0]!.article, changes.at(-1)!.article]).toEqual([
      50,
      "19950",
      "19999",
    ]);
  });
});
