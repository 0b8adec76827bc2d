import { randomUUID } from "node:crypto";

import { ImportField } from "../../src/domain/catalogue/import-field";
import { aPosCategory, aPosItem, aPosSize } from "../support/a-pos-menu";
import { ANYBODY, CatalogueApi, OPERATOR, operatorOf } from "../support/catalogue-api";
import { CatalogueFixture } from "../support/catalogue-fixture";

const LOCK = `mutation ($productId: ID!, $fields: [ImportField!]!, $locked: Boolean!) {
  setProductFieldLocks(productId: $productId, fields: $fields, locked: $locked) {
    product { article fieldSources { field source locked updatedAt } } userErrors { code field } } }`;
const SYNC = `mutation ($input: SyncPricesInput!) { syncPrices(input: $input) {
  plan { id applied summary { update skipLocked } changes { nodes { action fields { field before after locked } } } }
  userErrors { code } } }`;
const SOURCES = `query ($branchId: ID!) { products(branchId: $branchId) { nodes { fieldSources { field } } } }`;

const LOCKED =
  "query ($branchId: ID!) { lockedProducts(branchId: $branchId) { totalCount nodes { article } } }";

interface Source {
  field: string;
  source: string;
  locked: boolean;
  updatedAt: string;
}

let fixture: CatalogueFixture;
let api: CatalogueApi;
beforeAll(async () => {
  fixture = await CatalogueFixture.start();
  api = await CatalogueApi.over(fixture);
});
afterAll(() => fixture.stop());

/** A branch with one dish whose price has risen in the POS. */
async function branchWithDish() {
  const place = await fixture.branchWith(aPosCategory());
  const { branchId } = place;
  await fixture.importAll(place, "00064");
  await fixture.refresh(
    branchId,
    aPosCategory({ items: [aPosItem({ sizes: [aPosSize({ price: 50_000 })] })] }),
  );
  const { id } = (await fixture.snapshots.get(branchId))!.productByArticle.get("00064")!;
  return { ...place, productId: id };
}

async function lock(productId: string, fields: string[], locked = true) {
  const { data, errors } = await api.ask(OPERATOR, LOCK, { productId, fields, locked });
  expect(errors).toBeUndefined();
  const { product } = data!.setProductFieldLocks as { product: { fieldSources: Source[] } };
  return new Map(product.fieldSources.map((source) => [source.field, source]));
}

async function priceOf(branchId: string) {
  return (await fixture.snapshots.get(branchId))!.productByArticle.get("00064")!.sizes[0]!.price;
}

describe("Locking fields of a product", () => {
  it("protects the price from a price sync, which says so, until the lock is overridden or removed", async () => {
    const { branchId, productId } = await branchWithDish();
    await lock(productId, ["PRICE"]);
    const skipped = await api.ask(OPERATOR, SYNC, { input: { branchId, dryRun: false } });
    expect(skipped.data!.syncPrices).toMatchObject({
      plan: {
        summary: { update: 0, skipLocked: 1 },
        changes: {
          nodes: [
            {
              action: "SKIP_LOCKED",
              fields: [{ field: "price", before: "449.00", after: "500.00", locked: true }],
            },
          ],
        },
      },
    });
    expect(await priceOf(branchId)).toBe(44_900);

    await api.ask(OPERATOR, SYNC, { input: { branchId, dryRun: false, overrideLocked: true } });
    expect(await priceOf(branchId)).toBe(50_000);
    await fixture.refresh(branchId, aPosCategory());
    expect((await api.ask(OPERATOR, SYNC, { input: { branchId } })).data!.syncPrices).toMatchObject(
      {
        plan: { summary: { skipLocked: 1 } },
      },
    );
    await lock(productId, ["PRICE"], false);
    await api.ask(OPERATOR, SYNC, { input: { branchId, dryRun: false } });
    expect(await priceOf(branchId)).toBe(44_900);
  });

  it("shows for every field where it comes from, since when, and whether it is locked", async () => {
    const { branchId, productId } = await branchWithDish();
    const before = await lock(productId, ["PRICE", "PRICE"]);
    expect(before.get("PRICE")).toMatchObject({ source: "IIKO", locked: true });
    expect(before.get("NAME")).toMatchObject({ source: "IIKO", locked: false });
    await api.ask(OPERATOR, SYNC, { input: { branchId, dryRun: false, overrideLocked: true } });
    const after = await lock(productId, ["PRICE"]);
    expect(after.get("PRICE")).toMatchObject({ source: "IIKO", locked: true });
    expect(after.get("PRICE")!.updatedAt > before.get("PRICE")!.updatedAt).toBe(true);
    expect(after.get("NAME")).toEqual(before.get("NAME"));
  });

  it("shows a field that no import has set as our own", async () => {
    const place = await fixture.branchWith(aPosCategory());
    const fields = [ImportField.WEIGHT];
    await fixture.importSection.execute({ ...place, articles: ["00064"], fields, dryRun: false });
    const { id } = (await fixture.snapshots.get(place.branchId))!.productByArticle.get("00064")!;
    const sources = await lock(id, ["IMAGES"]);
    expect(
      [...sources.values()].map(({ field, source, locked }) => [field, source, locked]),
    ).toEqual([
      ["NAME", "IIKO", false],
      ["PRICE", "IIKO", false],
      ["IMAGES", "RESULT_REST", true],
      ["SIZES", "IIKO", false],
      ["WEIGHT", "IIKO", false],
    ]);
  });

  it("makes existing plans stale, but only once: repeating it changes nothing", async () => {
    const { branchId, productId } = await branchWithDish();
    const planned = await api.ask(OPERATOR, SYNC, { input: { branchId } });
    const { plan } = planned.data!.syncPrices as { plan: { id: string } };
    await lock(productId, ["PRICE"]);
    const { revision } = (await fixture.snapshots.get(branchId))!;
    const apply = `mutation { applyCataloguePlan(planId: "${plan.id}", idempotencyKey: "k") { userErrors { code } } }`;
    expect((await api.ask(OPERATOR, apply)).data).toMatchObject({
      applyCataloguePlan: { userErrors: [{ code: "STALE_VERSION" }] },
    });
    await lock(productId, ["PRICE"]);
    expect((await fixture.snapshots.get(branchId))!.revision).toBe(revision);
  });

  it("is only for operators of the branch, and so is seeing it", async () => {
    const { branchId, productId } = await branchWithDish();
    const variables = { productId, fields: ["PRICE"], locked: true };
    const elsewhere = operatorOf([randomUUID()]);
    expect((await api.ask(elsewhere, LOCK, variables)).data).toMatchObject({
      setProductFieldLocks: {
        product: null,
        userErrors: [{ code: "NOT_FOUND", field: ["productId"] }],
      },
    });
    for (const wrong of [{ productId: randomUUID() }, { productId: "no-uuid" }]) {
      expect((await api.ask(OPERATOR, LOCK, { ...variables, ...wrong })).data).toMatchObject({
        setProductFieldLocks: { userErrors: [{ code: "NOT_FOUND" }] },
      });
    }
    expect((await api.ask(OPERATOR, LOCK, { ...variables, fields: [] })).data).toMatchObject({
      setProductFieldLocks: { userErrors: [{ code: "REQUIRED", field: ["fields"] }] },
    });
    expect((await api.ask(ANYBODY, SOURCES, { branchId })).errors).toBeDefined();
  });

  it("reads the fields of any number of products in one statement", async () => {
    const items = Array.from({ length: 50 }, (_, index) => aPosItem({ article: String(index) }));
    const place = await fixture.branchWith(aPosCategory({ items }));
    await fixture.importAll(place, ...items.map(({ article }) => article!));
    const ask = () => api.ask(OPERATOR, SOURCES, { branchId: place.branchId });
    await ask();
    expect(await fixture.countStatements(ask)).toBe(1);
  });

  it("puts the product on the list of locked ones until its last lock is removed", async () => {
    const { branchId, productId } = await branchWithDish();
    const listed = async (viewer = OPERATOR) => {
      const { data, errors } = await api.ask(viewer, LOCKED, { branchId });
      return data?.lockedProducts ?? errors?.map(({ message }) => message);
    };
    expect(await listed()).toEqual({ totalCount: 0, nodes: [] });
    await lock(productId, ["PRICE", "NAME"]);
    expect(await listed()).toEqual({ totalCount: 1, nodes: [{ article: "00064" }] });
    expect(await listed(operatorOf([randomUUID()]))).toEqual(["There is no such branch"]);
    await lock(productId, ["PRICE"], false);
    expect(await listed()).toMatchObject({ totalCount: 1 });
    await lock(productId, ["NAME"], false);
    expect(await listed()).toMatchObject({ totalCount: 0 });
  });
});
