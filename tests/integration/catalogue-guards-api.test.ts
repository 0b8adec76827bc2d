import { type PosMenuItem } from "../../src/domain/catalogue/pos-menu";
import { aPosCategory, aPosItem, aPosSize } from "../support/a-pos-menu";
import { CatalogueApi, OPERATOR } from "../support/catalogue-api";
import { CatalogueFixture } from "../support/catalogue-fixture";

const PLAN = `plan { id kind applied summary { create update unchanged skipLocked remove blocked largestPriceChangePercent }
  guards { code message affected articles } } userErrors { code field message }`;
const SYNC = `mutation ($input: SyncPricesInput!) { syncPrices(input: $input) { ${PLAN} } }`;
const IMPORT = `mutation ($input: ImportSectionInput!) { importSection(input: $input) { ${PLAN} } }`;
const APPLY = `mutation ($planId: ID!, $accept: [PlanGuardCode!]) {
  applyCataloguePlan(planId: $planId, idempotencyKey: "yes", accept: $accept) { ${PLAN} } }`;

interface Plan {
  id: string;
  applied: boolean;
  guards: { code: string; articles: string[] }[];
}

interface Payload {
  plan: Plan | null;
  userErrors: { code: string; field: string[] | null; message: string }[];
}

let fixture: CatalogueFixture;
let api: CatalogueApi;
beforeAll(async () => {
  fixture = await CatalogueFixture.start();
  api = await CatalogueApi.over(fixture);
});
afterAll(() => fixture.stop());

function dishes(price: (index: number) => number | null, count = 9): PosMenuItem[] {
  return Array.from({ length: count }, (_, index) =>
    aPosItem({ article: `0${index}`, sizes: [aPosSize({ price: price(index) })] }),
  );
}

async function ask(source: string, variables: Record<string, unknown>): Promise<Payload> {
  const { data, errors } = await api.ask(OPERATOR, source, variables);
  expect(errors).toBeUndefined();
  return Object.values(data!)[0] as Payload;
}

async function priceOf(branchId: string, article: string) {
  return (await fixture.snapshots.get(branchId))!.productByArticle.get(article)!.sizes[0]!.price;
}

/** A branch with nine dishes at 100.00 whose POS now has different data. */
async function branchWhosePosSays(items: PosMenuItem[]) {
  const menu = dishes(() => 10_000);
  const place = await fixture.branchWith(aPosCategory({ items: menu }));
  await fixture.importAll(place, ...menu.map(({ article }) => article!));
  await fixture.refresh(place.branchId, aPosCategory({ items }));
  return place;
}

describe.each([
  ["PRICE_CHANGE_TOO_LARGE", dishes((index) => (index === 4 ? 16_000 : 10_000)), ["04"], 16_000],
  ["ZERO_PRICE", dishes((index) => (index === 4 ? 0 : 10_000)), ["04"], 0],
  [
    "MASS_REMOVAL",
    dishes(() => 10_000)
      .slice(0, 4)
      .concat(dishes(() => 10_000).slice(7)),
    ["04", "05", "06"],
    null,
  ],
] as const)("A price sync that triggers %s", (code, items, articles, expected) => {
  it("shows the whole plan, is stopped with that code, and passes with explicit confirmation", async () => {
    const { branchId } = await branchWhosePosSays([...items]);
    const shown = await ask(SYNC, { input: { branchId } });
    expect(shown).toMatchObject({
      plan: { kind: "SYNC_PRICES", guards: [{ code, articles }] },
      userErrors: [],
    });

    const refused = await ask(APPLY, { planId: shown.plan!.id });
    expect(refused).toMatchObject({ plan: null, userErrors: [{ code, field: ["accept"] }] });
    const others = ["PRICE_CHANGE_TOO_LARGE", "ZERO_PRICE", "MASS_REMOVAL"].filter(
      (other) => other !== code,
    );
    expect((await ask(APPLY, { planId: shown.plan!.id, accept: others })).userErrors).toMatchObject(
      [{ code }],
    );
    expect(await priceOf(branchId, "04")).toBe(10_000);

    const applied = await ask(APPLY, { planId: shown.plan!.id, accept: [code] });
    expect(applied).toMatchObject({ plan: { applied: true }, userErrors: [] });
    expect(await priceOf(branchId, "04")).toBe(expected);
    const again = await ask(SYNC, { input: { branchId } });
    expect(again.plan).toMatchObject({
      summary: { update: 0, remove: 0, unchanged: 9 },
      guards: [],
    });
  });

  it("is stopped even when it should apply immediately, keeps its plan, and passes with explicit confirmation", async () => {
    const { branchId } = await branchWhosePosSays([...items]);
    const stopped = await ask(SYNC, { input: { branchId, dryRun: false } });
    expect(stopped).toMatchObject({
      plan: { applied: false, guards: [{ code }] },
      userErrors: [{ code, field: ["input", "accept"] }],
    });
    expect(stopped.userErrors[0]!.message).toMatch(/[а-я]/);
    const done = await ask(SYNC, { input: { branchId, dryRun: false, accept: [code] } });
    expect(done).toMatchObject({ plan: { applied: true }, userErrors: [] });
    expect(await priceOf(branchId, "04")).toBe(expected);
  });
});

describe("A plan", () => {
  it("that triggers two guards needs confirmation for each, and reports both refusals together", async () => {
    const { branchId } = await branchWhosePosSays(
      dishes((index) => (index === 0 ? 0 : index === 1 ? 20_000 : 10_000)),
    );
    const { userErrors } = await ask(SYNC, { input: { branchId, dryRun: false } });
    expect(userErrors.map(({ code }) => code)).toEqual(["PRICE_CHANGE_TOO_LARGE", "ZERO_PRICE"]);
    const half = await ask(SYNC, { input: { branchId, dryRun: false, accept: ["ZERO_PRICE"] } });
    expect(half.userErrors.map(({ code }) => code)).toEqual(["PRICE_CHANGE_TOO_LARGE"]);
  });

  it("lets prices change further when told how far", async () => {
    const { branchId } = await branchWhosePosSays(dishes(() => 16_000));
    const { plan } = await ask(SYNC, {
      input: { branchId, maxChangePercent: "60", dryRun: false },
    });
    expect(plan).toMatchObject({
      applied: true,
      summary: { update: 9, largestPriceChangePercent: "60" },
      guards: [],
    });
    const wrong = await ask(SYNC, { input: { branchId, maxChangePercent: "-1", articles: [] } });
    expect(wrong.userErrors.map(({ code, field }) => [code, field![1]])).toEqual([
      ["REQUIRED", "articles"],
      ["INVALID", "maxChangePercent"],
    ]);
  });

  it("for a section is guarded in the same way", async () => {
    const place = await branchWhosePosSays(
      dishes((index) => (index < 3 ? null : index === 3 ? 0 : 16_000)),
    );
    const articles = dishes(() => 0).map(({ article }) => article);
    const input = { ...place, articles, fields: ["PRICE"], dryRun: false };
    const stopped = await ask(IMPORT, { input });
    const codes = ["PRICE_CHANGE_TOO_LARGE", "ZERO_PRICE", "MASS_REMOVAL"];
    expect(stopped.plan!.guards.map(({ code }) => code)).toEqual(codes);
    expect(stopped.userErrors.map(({ code }) => code)).toEqual(codes);
    expect(await ask(IMPORT, { input: { ...input, accept: codes } })).toMatchObject({
      plan: { applied: true },
    });
  });

  it("is not stopped by blocked rows, and processes the others", async () => {
    const twins = [
      aPosItem({ article: "00", posProductId: "x" }),
      aPosItem({ article: "00", posProductId: "y" }),
    ];
    const { branchId } = await branchWhosePosSays([...twins, ...dishes(() => 11_000).slice(1)]);
    const { plan } = await ask(SYNC, { input: { branchId, dryRun: false } });
    expect(plan).toMatchObject({ applied: true, summary: { update: 8, blocked: 1 } });
    expect(await priceOf(branchId, "00")).toBe(10_000);
  });

  it("for chosen articles leaves the others alone", async () => {
    const { branchId } = await branchWhosePosSays(dishes(() => 11_000));
    const { plan } = await ask(SYNC, {
      input: { branchId, articles: ["01", "404"], dryRun: false },
    });
    expect(plan).toMatchObject({ summary: { create: 0, update: 1, blocked: 1 } });
    expect([await priceOf(branchId, "01"), await priceOf(branchId, "02")]).toEqual([
      11_000, 10_000,
    ]);
  });
});
