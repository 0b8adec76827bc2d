import { randomUUID } from "node:crypto";

import { BRANCH_ID, seedMenu } from "../../bench/menu/seed-menu";
import { ADMIN, CountedGateway } from "../support/counted-gateway";
import { GUEST } from "../support/every-query";

const MANY = 120;

let gateway: CountedGateway;
beforeAll(async () => {
  gateway = await CountedGateway.start();
  // The demo branch has a fixed size.
  await gateway.db.query("delete from branches");
});
afterAll(() => gateway.stop());

/** What a query costs once the menu is in memory. */
async function costOf(source: string, variables: object = {}) {
  const { answer, statements, calls } = await gateway.costOf(GUEST, source, {
    id: BRANCH_ID,
    ...variables,
  });
  return {
    rows: answer.split('"article"').length - 1,
    soldOut: answer.split('"available":false').length - 1,
    sql: statements,
    calls: calls.length,
  };
}

/** Revisions must increase, whatever the size of the menu. */
let revision = 1;

async function seed(products: number): Promise<void> {
  const { db, app } = gateway;
  await seedMenu(db, products);
  const stopped = { posProductId: "option-1", posSizeId: null, balance: 0, since: null };
  await db.query("insert into stop_lists (branch_id, groups, due_at) values ($1, $2, now())", [
    BRANCH_ID,
    JSON.stringify([{ terminalGroupId: "kitchen", entries: [stopped] }]),
  ]);
  await db.query("update branches set catalogue_version = $2 where id = $1", [
    BRANCH_ID,
    ++revision,
  ]);
  await app.shownMenus.get(BRANCH_ID, revision);
}

const PRODUCT = `article name images { url } section { slug } sizes { name price { amount } availability { available } }
  availability { available remaining reason asOf stale } nutrition { allergens }
  optionGroups { options { article name availability { available } } } priceRange { min { amount } }`;
const ARTICLES = Array.from({ length: 100 }, (_, n) => String(n + 1).padStart(5, "0"));

describe("The cost of a public query does not grow with its rows", () => {
  it.each<[string, string, number]>([
    [
      "menu",
      `query ($id: ID!) { menu(branchId: $id) { sections { products(first: 100) { nodes { ${PRODUCT} } } } } }`,
      0,
    ],
    [
      "products",
      `query ($id: ID!) { products(branchId: $id, first: 100) { nodes { ${PRODUCT} } } }`,
      0,
    ],
    [
      "products by article",
      `query ($id: ID!, $articles: [String!]) { products(branchId: $id, articles: $articles, first: 100) { nodes { ${PRODUCT} } } }`,
      0,
    ],
    [
      "products by search",
      `query ($id: ID!) { products(branchId: $id, search: "марг пицца", first: 100) { nodes { ${PRODUCT} } } }`,
      0,
    ],
    [
      "sections",
      `query ($id: ID!) { sections(branchId: $id) { nodes { products(first: 100) { nodes { ${PRODUCT} } } } } }`,
      0,
    ],
    [
      "a branch and its sections",
      `query ($id: ID!) { branch(id: $id) { name sections { nodes { products(first: 100) { nodes { ${PRODUCT} } } } } } }`,
      1,
    ],
    [
      "all branches and their sections",
      `query ($id: ID!) { branches { nodes { product(article: "00001") { ${PRODUCT} } sections { nodes { products { nodes { article } } } } } } menu(branchId: $id) { revision } }`,
      1,
    ],
    [
      "a menu's branch",
      `query ($id: ID!) { menu(branchId: $id) { branch { name acceptingDelivery } sections { products(first: 100) { nodes { ${PRODUCT} } } } } }`,
      1,
    ],
  ])("%s", async (_, source, sql) => {
    await seed(1);
    const one = await costOf(source, { articles: ARTICLES });
    await seed(MANY);
    const many = await costOf(source, { articles: ARTICLES });
    expect([one.sql.length, many.sql.length]).toEqual([sql, sql]);
    expect([one.calls, many.calls]).toEqual([0, 0]);
    expect(many.rows).toBeGreaterThan(one.rows * 10);
  });

  it("a hundred products by article with their availability: from memory, including the stop list", async () => {
    await seed(MANY);
    const source = `query ($id: ID!, $articles: [String!]) { products(branchId: $id, articles: $articles, first: 100) {
      nodes { availability { available reason remaining since asOf stale } optionGroups { options { availability { available } } } } } }`;
    const { sql, calls, soldOut } = await costOf(source, { articles: ARTICLES });
    expect({ sql, calls, soldOut }).toEqual({ sql: [], calls: 0, soldOut: 2 * 100 });
  });

  it("a tracked order and the products of its lines", async () => {
    await seed(MANY);
    await gateway.db.query("insert into branch_settings (branch_id) values ($1)", [BRANCH_ID]);
    const connection = { pos: "SANDBOX", apiLogin: "invented", organizationId: randomUUID() };
    await gateway.app.saveBranchSettings.execute(ADMIN, BRANCH_ID, 1, connection);
    const cost = async (lines: number) => {
      const token = await placeOrder(ARTICLES.slice(0, lines));
      const query =
        "query ($token: String!) { trackedOrder(token: $token) { lines { product { article section { slug } } } } }";
      return costOf(query, { token });
    };
    const [one, many] = [await cost(1), await cost(30)];
    expect([one.rows, many.rows]).toEqual([1, 30]);
    expect(many.sql).toEqual(one.sql);
    expect(one.sql.length).toBeLessThanOrEqual(3);
  });
});

async function placeOrder(articles: readonly string[]): Promise<string> {
  const lines = articles.map((article) => ({ article, options: [{ article: `9${article}0` }] }));
  const input = {
    idempotencyKey: `key-${articles.length}-for-this-test`,
    branchId: BRANCH_ID,
    fulfilment: "PICKUP",
    lines,
    customer: { name: "Гость", phone: "+79990000001" },
    payment: { method: "CASH" },
  };
  const create = `mutation ($input: CreateOrderInput!) { createOrder(input: $input) {
    trackingToken userErrors { code field message } } }`;
  const { createOrder } = await gateway.ask<{ createOrder: { trackingToken: string } }>(
    GUEST,
    create,
    { input },
  );
  if (!createOrder.trackingToken) throw new Error(JSON.stringify(createOrder));
  return createOrder.trackingToken;
}
