import { gunzipSync } from "node:zlib";

import { PosUnavailable } from "../../src/errors";
import { aPosCategory, aPosItem, aPosSize } from "../support/a-pos-menu";
import { CatalogueApi, OPERATOR } from "../support/catalogue-api";
import { CatalogueFixture, errorsOf } from "../support/catalogue-fixture";

const REFRESH = `mutation ($branchId: ID!, $yes: Boolean! = false) {
  refreshPosMenu(branchId: $branchId, acceptShrunken: $yes) {
    posMenu { heldBack { lostCount } items { totalCount } } userErrors { code message } } }`;

const STATE = `query ($branchId: ID!) { posMenu(branchId: $branchId) {
  failingSince lastError heldBack { source productCount lostCount since } items { totalCount }
  rawBody { gzipBytes gzipBase64 } held: rawBody(heldBack: true) { gzipBase64 } } }`;

const ISSUES = `query ($branchId: ID!) {
  catalogueIssues(branchId: $branchId) { code severity article posProductIds productIds message fix }
  posMenu(branchId: $branchId) { issues { code } items { nodes { id issues { code } } } } }`;

interface State {
  readonly failingSince: string | null;
  readonly heldBack: { readonly lostCount: number; readonly since: string } | null;
  readonly rawBody: { readonly gzipBase64: string };
  readonly held: { readonly gzipBase64: string } | null;
}

const dishes = (...articles: string[]) =>
  aPosCategory({ items: articles.map((article) => aPosItem({ article })) });

let fixture: CatalogueFixture;
let api: CatalogueApi;
beforeAll(async () => {
  fixture = await CatalogueFixture.start();
  api = await CatalogueApi.over(fixture);
});
afterAll(() => fixture.stop());

async function stateOf(branchId: string): Promise<State> {
  const { data, errors } = await api.ask(OPERATOR, STATE, { branchId });
  if (errors) throw new Error(errors[0]?.message);
  return data?.posMenu as State;
}

function articlesIn(gzipBase64: string | undefined): string[] {
  const body = JSON.parse(gunzipSync(Buffer.from(gzipBase64 ?? "", "base64")).toString()) as {
    categories: { items: { article: string }[] }[];
  };
  return body.categories.flatMap(({ items }) => items.map(({ article }) => article));
}

describe("A POS menu that has lost more than half of its products (quirk 15)", () => {
  it("waits alongside the good one, both readable, until an operator confirms it", async () => {
    const branchId = await fixture.branch();
    await fixture.refresh(branchId, dishes("1", "2", "3", "4"));
    expect(await errorsOf(fixture.refresh(branchId, dishes("1")))).toEqual([
      { code: "MENU_HELD_BACK", field: null },
    ]);
    const held = await stateOf(branchId);
    expect(held).toMatchObject({
      heldBack: { source: "EXTERNAL_MENU_V3", productCount: 1, lostCount: 3 },
      items: { totalCount: 4 },
    });
    expect(articlesIn(held.rawBody.gzipBase64)).toEqual(["1", "2", "3", "4"]);
    expect(articlesIn(held.held?.gzipBase64)).toEqual(["1"]);

    const again = await api.ask(OPERATOR, REFRESH, { branchId });
    expect(again.data?.refreshPosMenu).toMatchObject({
      posMenu: null,
      userErrors: [
        {
          code: "MENU_HELD_BACK",
          message: expect.stringContaining("нет 3 из 4 товаров") as string,
        },
      ],
    });
    expect((await stateOf(branchId)).heldBack?.since).toBe(held.heldBack?.since);

    const yes = await api.ask(OPERATOR, REFRESH, { branchId, yes: true });
    expect(yes.data?.refreshPosMenu).toEqual({
      posMenu: { heldBack: null, items: { totalCount: 1 } },
      userErrors: [],
    });
    expect(await stateOf(branchId)).toMatchObject({ heldBack: null, held: null });
  });

  it("is discarded when the POS has the products again", async () => {
    const branchId = await fixture.branch();
    await fixture.refresh(branchId, dishes("1", "2", "3"));
    await errorsOf(fixture.refresh(branchId, dishes("1")));
    await fixture.refresh(branchId, dishes("1", "2", "3"));
    expect(await stateOf(branchId)).toMatchObject({
      heldBack: null,
      held: null,
      items: { totalCount: 3 },
    });
  });

  it("is not one that has lost exactly half of them", async () => {
    const branchId = await fixture.branch();
    await fixture.refresh(branchId, dishes("1", "2"));
    expect((await fixture.refresh(branchId, dishes("1"))).products).toBeUndefined();
    expect(await stateOf(branchId)).toMatchObject({ heldBack: null, items: { totalCount: 1 } });
  });

  it("is not even held back if it is empty", async () => {
    const branchId = await fixture.branch();
    await fixture.refresh(branchId, dishes("1", "2"));
    await errorsOf(fixture.refresh(branchId));
    const yes = await api.ask(OPERATOR, REFRESH, { branchId, yes: true });
    expect(yes.data?.refreshPosMenu).toMatchObject({ userErrors: [{ code: "UPSTREAM_REJECTED" }] });
    expect(await stateOf(branchId)).toMatchObject({ heldBack: null, items: { totalCount: 2 } });
  });
});

describe("A POS menu that cannot be refreshed", () => {
  it("says since when and why, until it can", async () => {
    const branchId = await fixture.branch();
    await fixture.refresh(branchId, dishes("1"));
    fixture.pos.failure = new PosUnavailable("iiko did not answer");
    await errorsOf(fixture.refreshPosMenu.execute(branchId));
    const first = await stateOf(branchId);
    expect(first).toMatchObject({
      failingSince: expect.any(String) as string,
      lastError: "iiko did not answer",
    });
    fixture.pos.failure = new PosUnavailable("iiko is still away");
    await errorsOf(fixture.refreshPosMenu.execute(branchId));
    expect(await stateOf(branchId)).toMatchObject({
      failingSince: first.failingSince,
      lastError: "iiko is still away",
    });
    fixture.pos.failure = undefined;
    await fixture.refreshPosMenu.execute(branchId);
    expect(await stateOf(branchId)).toMatchObject({ failingSince: null, lastError: null });
  });
});

describe("The issues of a branch", () => {
  it("name both sides and a remedy, and appear at the rows they affect", async () => {
    const place = await fixture.branchWith(dishes("00064", "00100", "00200"));
    await fixture.importAll(place, "00064", "00100", "00200");
    const items = [
      aPosItem({ article: "00064", sizes: [aPosSize({ price: 0 })] }),
      aPosItem({ article: "00064", posProductId: "twin" }),
      aPosItem({ article: "9", posProductId: "pos-00100" }),
    ];
    await fixture.refresh(place.branchId, aPosCategory({ items }));
    const { data } = await api.ask(OPERATOR, ISSUES, { branchId: place.branchId });
    const issues = data?.catalogueIssues as { code: string; productIds: string[]; fix: string }[];
    expect(issues).toMatchObject([
      {
        code: "DUPLICATE_ARTICLE",
        severity: "ERROR",
        article: "00064",
        posProductIds: ["pos-00064", "twin"],
      },
      { code: "ZERO_PRICE", posProductIds: ["pos-00064"] },
      {
        code: "ARTICLE_CHANGED",
        article: "9",
        message: expect.stringContaining("был 00100, стал 9") as string,
      },
      { code: "PRODUCT_VANISHED", article: "00200", severity: "WARNING" },
      { code: "ARTICLE_NOT_IN_EXTERNAL_MENU", article: "00100" },
      { code: "ARTICLE_NOT_IN_EXTERNAL_MENU", article: "00200" },
    ]);
    expect(issues.every(({ productIds, fix }) => productIds.length === 1 && fix !== "")).toBe(true);
    expect(data?.posMenu).toEqual({
      issues: issues.map(({ code }) => ({ code })),
      items: {
        nodes: [
          { id: "pos-00064", issues: [{ code: "DUPLICATE_ARTICLE" }, { code: "ZERO_PRICE" }] },
          { id: "twin", issues: [{ code: "DUPLICATE_ARTICLE" }] },
          { id: "pos-00100", issues: [{ code: "ARTICLE_CHANGED" }] },
        ],
      },
    });
  });

  it("are reported for a plan as far as they concern its articles", async () => {
    const place = await fixture.branchWith(
      aPosCategory({
        items: [
          aPosItem({ article: "1", sizes: [aPosSize({ price: 0 })] }),
          aPosItem({ article: "2", sizes: [aPosSize({ price: 0 })] }),
          aPosItem({ article: "3" }),
        ],
      }),
    );
    const { data } = await api.ask(
      OPERATOR,
      `mutation ($input: ImportSectionInput!) { importSection(input: $input) { plan { issues { code article } } } }`,
      { input: { ...place, articles: ["2", "3"], fields: ["PRICE"] } },
    );
    expect(data?.importSection).toEqual({
      plan: { issues: [{ code: "ZERO_PRICE", article: "2" }] },
    });
  });

  it("are empty for a branch whose menu was never read", async () => {
    const { data } = await api.ask(OPERATOR, ISSUES, { branchId: await fixture.branch() });
    expect(data).toEqual({ catalogueIssues: [], posMenu: null });
  });
});

describe("A POS menu that is being paged through", () => {
  it("is parsed once for all pages read, and again when it has changed", async () => {
    const branchId = await fixture.branch();
    await fixture.refresh(branchId, dishes("1"));
    const first = (await fixture.findPosMenu.execute(branchId))!;
    expect((await fixture.findPosMenu.execute(branchId))!.categories).toBe(first.categories);
    const changed = dishes("1", "2");
    await fixture.refresh(branchId, changed);
    expect((await fixture.findPosMenu.execute(branchId))!.categories).toEqual([changed]);
  });
});
