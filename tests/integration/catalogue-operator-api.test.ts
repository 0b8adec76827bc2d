import { randomUUID } from "node:crypto";

import { aPosCategory, aPosItem, aPosMenu } from "../support/a-pos-menu";
import { API_MENU, CatalogueApi, OPERATOR, operatorOf } from "../support/catalogue-api";
import { CatalogueFixture } from "../support/catalogue-fixture";

const IMPORT = `mutation ($input: ImportSectionInput!) { importSection(input: $input) {
  plan { id kind applied baseVersion sourceRevision summary { create update unchanged blocked largestPriceChangePercent }
    branch { name } changes { totalCount nodes { article name action reason reasonCode fields { field before after } } } }
  userErrors { code field message } } }`;

const REFRESH = `mutation ($branchId: ID!) { refreshPosMenu(branchId: $branchId) {
  posMenu { source revision refreshedAt contentHash categories { id name itemCount hidden }
    items { totalCount nodes { id article category { id } catalogueProduct { id } sizes { price { amount } }
      optionGroups { id options { id price { amount } } } } } }
  userErrors { code field message } } }`;

const POS_ITEMS = `query ($branchId: ID!, $search: String, $categoryId: ID, $inCatalogue: Boolean) {
  posMenu(branchId: $branchId) { items(search: $search, categoryId: $categoryId, inCatalogue: $inCatalogue) {
    totalCount nodes { article catalogueProduct { article } } } } }`;

let fixture: CatalogueFixture;
let api: CatalogueApi;
beforeAll(async () => {
  fixture = await CatalogueFixture.start();
  api = await CatalogueApi.over(fixture);
});
afterAll(() => fixture.stop());

async function importedBranch() {
  const place = await fixture.branchWith(API_MENU);
  await fixture.importAll(place, "00064", "00100");
  return place;
}

describe("An operator", () => {
  it("refreshes the POS menu, creates a section, imports into it and sees the result, using only the API", async () => {
    const branchId = await fixture.branch();
    fixture.pos.posMenu = aPosMenu(API_MENU);
    const refreshed = await api.ask(OPERATOR, REFRESH, { branchId });
    expect(refreshed.data?.refreshPosMenu).toMatchObject({
      posMenu: {
        source: "EXTERNAL_MENU_V3",
        revision: "7",
        categories: [{ id: "pos-pizza", name: "Пицца", itemCount: 2, hidden: false }],
        items: {
          totalCount: 2,
          nodes: [
            {
              id: "pos-00064",
              article: "00064",
              category: { id: "pos-pizza" },
              catalogueProduct: null,
            },
            { id: "pos-00100", article: "00100" },
          ],
        },
      },
      userErrors: [],
    });

    const created = await api.ask(
      OPERATOR,
      `mutation ($branchId: ID!) { createSection(branchId: $branchId, name: "Пицца") {
        section { id slug products { nodes { article } } } userErrors { code } } }`,
      { branchId },
    );
    const { section } = created.data?.createSection as { section: { id: string } };
    expect(section).toMatchObject({ slug: "pitstsa", products: { nodes: [] } });

    const input = {
      branchId,
      sectionId: section.id,
      articles: ["00064", "404"],
      fields: ["NAME", "OPTIONS"],
    };
    const planned = await api.ask(OPERATOR, IMPORT, { input });
    const { plan } = planned.data?.importSection as { plan: { id: string } };
    expect(plan).toMatchObject({
      kind: "IMPORT_SECTION",
      applied: false,
      summary: { create: 1, blocked: 1 },
      branch: { name: "Кафе на Лесной" },
      changes: {
        totalCount: 2,
        nodes: [
          { article: "00064", action: "CREATE", reason: null, reasonCode: null },
          {
            action: "BLOCKED",
            reason: expect.stringMatching("внешнем меню") as string,
            reasonCode: "ARTICLE_NOT_IN_EXTERNAL_MENU",
          },
        ],
      },
    });

    const applied = await api.ask(
      OPERATOR,
      `mutation ($planId: ID!) { applyCataloguePlan(planId: $planId, idempotencyKey: "k") { plan { applied } userErrors { code } } }`,
      { planId: plan.id },
    );
    expect(applied.data).toEqual({
      applyCataloguePlan: { plan: { applied: true }, userErrors: [] },
    });

    const there = await api.ask(OPERATOR, POS_ITEMS, { branchId, inCatalogue: true });
    expect(there.data).toEqual({
      posMenu: {
        items: {
          totalCount: 1,
          nodes: [{ article: "00064", catalogueProduct: { article: "00064" } }],
        },
      },
    });
  });

  it("pages through the changes of one action", async () => {
    const place = await fixture.branchWith(API_MENU);
    const input = { ...place, articles: ["1", "2", "00064"], fields: ["NAME"] };
    const planned = await api.ask(OPERATOR, IMPORT, { input });
    const { plan } = planned.data?.importSection as { plan: { id: string } };
    const query = `query ($id: ID!, $after: String) { cataloguePlan(id: $id) {
      changes(first: 1, after: $after, action: BLOCKED) { totalCount nodes { article } pageInfo { hasNextPage endCursor } } } }`;
    type Page = { changes: { pageInfo: { endCursor: string } } };
    const first = (await api.ask(OPERATOR, query, { id: plan.id })).data?.cataloguePlan as Page;
    expect(first).toMatchObject({
      changes: { totalCount: 2, nodes: [{ article: "1" }], pageInfo: { hasNextPage: true } },
    });
    const after = first.changes.pageInfo.endCursor;
    expect(
      (await api.ask(OPERATOR, query, { id: plan.id, after })).data?.cataloguePlan,
    ).toMatchObject({
      changes: { nodes: [{ article: "2" }], pageInfo: { hasNextPage: false } },
    });
  });

  it.each([
    [{ search: "салат" }, ["00100"]],
    [{ search: " ТЕПЛЫЙ сал" }, ["00100"]],
    [{ search: "0006" }, ["00064"]],
    [{ categoryId: "pos-pizza" }, ["00064", "00100"]],
    [{ categoryId: "none" }, []],
    [{ inCatalogue: false }, ["00100"]],
  ])("filters the POS menu by %p", async (filter, articles) => {
    const place = await fixture.branchWith(API_MENU);
    await fixture.importAll(place, "00064");
    const { data } = await api.ask(OPERATOR, POS_ITEMS, { branchId: place.branchId, ...filter });
    const { items } = data?.posMenu as { items: { nodes: { article: string }[] } };
    expect(items.nodes.map(({ article }) => article)).toEqual(articles);
  });

  it("gets a page of the POS menu in as few statements as a single row", async () => {
    const items = Array.from({ length: 100 }, (_, index) => aPosItem({ article: String(index) }));
    const counts: number[] = [];
    for (const count of [1, 100]) {
      const place = await fixture.branchWith(aPosCategory({ items: items.slice(0, count) }));
      await fixture.importAll(place, ...items.slice(0, count).map(({ article }) => article!));
      const query = `{ posMenu(branchId: "${place.branchId}") { items(first: 100, inCatalogue: true) {
        nodes { article category { name } catalogueProduct { name section { name } } } } } }`;
      counts.push(
        await fixture.countStatements(async () => {
          const { data } = await api.ask(OPERATOR, query);
          expect((data?.posMenu as { items: { nodes: unknown[] } }).items.nodes).toHaveLength(
            count,
          );
        }),
      );
    }
    expect(counts[1]).toBe(counts[0]);
  });

  it("neither reads nor writes anything of someone else's branch: it appears not to exist", async () => {
    const place = await importedBranch();
    const plan = await fixture.importAll(place, "00064");
    const stranger = operatorOf([randomUUID()]);
    const { branchId } = place;
    expect(await api.ask(stranger, POS_ITEMS, { branchId })).toEqual({ data: { posMenu: null } });
    expect(await api.ask(stranger, `{ cataloguePlan(id: "${plan.id}") { id } }`)).toEqual({
      data: { cataloguePlan: null },
    });
    const refusals = await Promise.all([
      api.ask(stranger, REFRESH, { branchId }),
      api.ask(stranger, IMPORT, { input: { ...place, articles: ["00064"], fields: ["NAME"] } }),
      api.ask(
        stranger,
        `mutation { createSection(branchId: "${branchId}", name: "А") { userErrors { code message } } }`,
      ),
      api.ask(
        stranger,
        `mutation { applyCataloguePlan(planId: "${plan.id}", idempotencyKey: "k") { userErrors { code message } } }`,
      ),
      api.ask(
        OPERATOR,
        `mutation { applyCataloguePlan(planId: "${randomUUID()}", idempotencyKey: "k") { userErrors { code message } } }`,
      ),
    ]);
    for (const { data } of refusals) {
      expect(Object.values(data ?? {})[0]).toMatchObject({ userErrors: [{ code: "NOT_FOUND" }] });
    }
    expect(refusals[3]).toEqual(refusals[4]);
  });
});
