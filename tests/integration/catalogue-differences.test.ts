import { ImportField } from "../../src/domain/catalogue/import-field";
import { type PosMenuItem } from "../../src/domain/catalogue/pos-menu";
import { aPosCategory, aPosItem, aPosSize } from "../support/a-pos-menu";
import { CatalogueApi, OPERATOR } from "../support/catalogue-api";
import { CatalogueFixture } from "../support/catalogue-fixture";

const ITEMS = `query ($branchId: ID!, $differs: Boolean) { posMenu(branchId: $branchId) {
  items(differs: $differs) { totalCount nodes { article changes { field before after locked changePercent } } } } }`;
const SYNC = `mutation ($input: SyncPricesInput!) { syncPrices(input: $input) { plan {
  guards { code articles } changes { nodes { article guards fields { field changePercent } } }
  stopped: changes(guarded: true) { totalCount nodes { article } } } } }`;
const IMPORT = `mutation ($input: ImportSectionInput!) { importSection(input: $input) { plan {
  changes { nodes { article action fields { field } } } } userErrors { code } } }`;

const dish = (article: string, price: number, name = `Блюдо ${article}`): PosMenuItem =>
  aPosItem({ article, name, sizes: [aPosSize({ price })] });

let fixture: CatalogueFixture;
let api: CatalogueApi;
beforeAll(async () => {
  fixture = await CatalogueFixture.start();
  api = await CatalogueApi.over(fixture);
});
afterAll(() => fixture.stop());

async function ask<Answer>(source: string, variables: Record<string, unknown>): Promise<Answer> {
  const { data, errors } = await api.ask(OPERATOR, source, variables);
  expect(errors).toBeUndefined();
  return Object.values(data!)[0] as Answer;
}

/**
 * Three dishes at 100.00; then the POS has a different price, a different name, and a fourth dish.
 */
async function branchWhoseMenuMoved() {
  const before = ["01", "02", "03"].map((article) => dish(article, 10_000));
  const place = await fixture.branchWith(aPosCategory({ items: before }));
  await fixture.importAll(place, "01", "02", "03");
  const now = [dish("01", 16_000), dish("02", 10_500, "Другое"), dish("03", 10_000)];
  await fixture.refresh(place.branchId, aPosCategory({ items: [...now, dish("04", 10_000)] }));
  return place;
}

describe("A product of the POS", () => {
  it("shows what an import would change in ours, with the percentage for a price", async () => {
    const { branchId } = await branchWhoseMenuMoved();
    const { items } = await ask<{ items: { nodes: unknown[] } }>(ITEMS, { branchId });
    expect(items.nodes).toEqual([
      {
        article: "01",
        changes: [
          { field: "price", before: "100.00", after: "160.00", locked: false, changePercent: "60" },
        ],
      },
      {
        article: "02",
        changes: [
          {
            field: "name",
            before: "Блюдо 02",
            after: "Другое",
            locked: false,
            changePercent: null,
          },
          { field: "price", before: "100.00", after: "105.00", locked: false, changePercent: "5" },
        ],
      },
      { article: "03", changes: [] },
      { article: "04", changes: [] },
    ]);
  });

  it("shows what would stay because it is locked", async () => {
    const { branchId } = await branchWhoseMenuMoved();
    const catalogue = await fixture.snapshots.get(branchId);
    const { id } = catalogue!.productByArticle.get("01")!;
    await fixture.lockProductFields.execute(OPERATOR, id, [ImportField.PRICE], true);
    const { items } = await ask<{ items: { nodes: { changes: unknown[] }[] } }>(ITEMS, {
      branchId,
    });
    expect(items.nodes[0]?.changes).toMatchObject([{ field: "price", locked: true }]);
  });

  it("can be listed by whether it differs, and drops off that list once it has been imported", async () => {
    const place = await branchWhoseMenuMoved();
    const { branchId } = place;
    const articles = async () => {
      const { items } = await ask<{ items: { totalCount: number; nodes: { article: string }[] } }>(
        ITEMS,
        { branchId, differs: true },
      );
      expect(items.totalCount).toBe(items.nodes.length);
      return items.nodes.map(({ article }) => article);
    };
    expect(await articles()).toEqual(["01", "02"]);
    await fixture.importAll(place, "02");
    expect(await articles()).toEqual(["01"]);
  });
});

describe("A plan", () => {
  it("shows its guards at the rows they concern", async () => {
    const { branchId } = await branchWhoseMenuMoved();
    const { plan } = await ask<{
      plan: { guards: unknown[]; stopped: unknown; changes: { nodes: { article: string }[] } };
    }>(SYNC, { input: { branchId } });
    expect(plan.guards).toEqual([{ code: "PRICE_CHANGE_TOO_LARGE", articles: ["01"] }]);
    expect(plan.stopped).toEqual({ totalCount: 1, nodes: [{ article: "01" }] });
    expect(plan.changes.nodes.slice(0, 2)).toEqual([
      {
        article: "01",
        guards: ["PRICE_CHANGE_TOO_LARGE"],
        fields: [{ field: "price", changePercent: "60" }],
      },
      { article: "02", guards: [], fields: [{ field: "price", changePercent: "5" }] },
    ]);
  });

  it("takes different fields for an article that names its own", async () => {
    const { branchId, sectionId } = await branchWhoseMenuMoved();
    const { plan } = await ask<{ plan: { changes: { nodes: unknown[] } } }>(IMPORT, {
      input: {
        branchId,
        sectionId,
        articles: ["01", "02", "03"],
        fields: ["NAME", "PRICE"],
        fieldsOf: [
          { article: "01", fields: [] },
          { article: "02", fields: ["NAME"] },
        ],
      },
    });
    expect(plan.changes.nodes).toEqual([
      { article: "01", action: "UNCHANGED", fields: [] },
      { article: "02", action: "UPDATE", fields: [{ field: "name" }] },
      { article: "03", action: "UNCHANGED", fields: [] },
    ]);
  });
});
