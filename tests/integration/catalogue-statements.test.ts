import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";

import { graphql, type GraphQLSchema } from "graphql";
import { type DataSource } from "typeorm";

import { BRANCH_ID, seedMenu } from "../../bench/menu/seed-menu";
import { createDataSource } from "../../ormconfig";
import { migrateJobTables } from "../../src/adapters/graphile-worker/graphile-worker-runner";
import { type App, createApp } from "../../src/app";
import { Scope, type Viewer } from "../../src/domain/viewer";
import { PosKind } from "../../src/entities/branch-settings";
import { createSchema } from "../../src/schema";
import { Keyring } from "../../src/security/keyring";
import { systemClock } from "../../src/ports/clock";
import { StatementLog } from "../support/catalogue-fixture";
import { InMemoryEventFeed } from "../support/in-memory-event-feed";
import { createTestDatabase, type TestDatabase } from "../support/test-database";

const MANY = 120;
const ADMIN: Viewer = { kind: "key", keyId: "admin", label: "admin", scope: Scope.ADMIN, branchIds: null };

let database: TestDatabase;
let db: DataSource;
let app: App;
let schema: GraphQLSchema;
let iiko: Server;
let iikoCalls = 0;
const statements: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  await migrateJobTables(database.url);
  db = await createDataSource(database.url).initialize();
  Object.assign(db, { logger: new StatementLog(statements) });
  iiko = createServer((_request, response) => {
    iikoCalls++;
    response.writeHead(500).end();
  }).listen(0, "127.0.0.1");
  await once(iiko, "listening");
  app = createApp({
    db,
    feed: new InMemoryEventFeed(),
    secrets: new Keyring(["a-master-key-only-for-these-tests-0001"]),
    clock: systemClock,
    iikoApiUrl: `http://127.0.0.1:${(iiko.address() as AddressInfo).port}`,
    sandboxUrl: null,
    webhookUrl: "https://gateway.test",
    smtp: null,
    telegram: null,
  });
  app.shownMenus.start();
  schema = createSchema(app.resolvers);
});
afterAll(async () => {
  await app.shownMenus.close();
  app.close();
  await db.destroy();
  await database.drop();
  iiko.close();
});

async function ask(source: string, variables: object = {}) {
  const viewer = { kind: "anonymous" } as const;
  const contextValue = {
    requestId: "1",
    remoteAddress: "127.0.0.1",
    viewer,
    locale: "ru",
    followOrder: app.followOrder,
    followBranch: app.followBranch,
  };
  const variableValues = { id: BRANCH_ID, ...variables };
  const answer = await graphql({ schema, source, variableValues, contextValue });
  expect(answer.errors).toBeUndefined();
  return JSON.stringify(answer.data);
}

/** What a query costs once the menu is in memory. */
async function costOf(source: string, variables: object = {}) {
  await ask("query ($id: ID!) { menu(branchId: $id) { revision } }");
  const before = { statements: statements.length, iikoCalls };
  const answer = await ask(source, variables);
  return {
    rows: answer.split('"article"').length - 1,
    soldOut: answer.split('"available":false').length - 1,
    sql: statements.slice(before.statements),
    calls: iikoCalls - before.iikoCalls,
  };
}

/** Revisions must grow, whatever the size of the menu. */
let revision = 1;

async function seed(products: number): Promise<void> {
  await seedMenu(db, products);
  const stopped = { posProductId: "option-1", posSizeId: null, balance: 0, since: null };
  await db.query("insert into stop_lists (branch_id, groups, due_at) values ($1, $2, now())", [
    BRANCH_ID,
    JSON.stringify([{ terminalGroupId: "kitchen", entries: [stopped] }]),
  ]);
  await db.query("update branches set catalogue_version = $2 where id = $1", [BRANCH_ID, ++revision]);
  await app.shownMenus.of(BRANCH_ID, revision);
}

const PRODUCT = `article name images { url } section { slug } sizes { name price { amount } availability { available } }
  availability { available remaining reason asOf stale } nutrition { allergens }
  optionGroups { options { article name availability { available } } } priceRange { min { amount } }`;
const ARTICLES = Array.from({ length: 100 }, (_, n) => String(n + 1).padStart(5, "0"));

describe("What a public query costs does not grow with its rows", () => {
  it.each<[string, string, number]>([
    [
      "menu",
      `query ($id: ID!) { menu(branchId: $id) { sections { products(first: 100) { nodes { ${PRODUCT} } } } } }`,
      0,
    ],
    ["products", `query ($id: ID!) { products(branchId: $id, first: 100) { nodes { ${PRODUCT} } } }`, 0],
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

  it("a hundred products by article with their availability: in memory, the stop list included", async () => {
    await seed(MANY);
    const source = `query ($id: ID!, $articles: [String!]) { products(branchId: $id, articles: $articles, first: 100) {
      nodes { availability { available reason remaining since asOf stale } optionGroups { options { availability { available } } } } } }`;
    const { sql, calls, soldOut } = await costOf(source, { articles: ARTICLES });
    expect({ sql, calls, soldOut }).toEqual({ sql: [], calls: 0, soldOut: 2 * 100 });
  });

  it("a tracked order and the products of its lines", async () => {
    await seed(MANY);
    await db.query("insert into branch_settings (branch_id) values ($1)", [BRANCH_ID]);
    const connection = { pos: PosKind.IIKO, apiLogin: "invented", organizationId: randomUUID() };
    await app.saveBranchSettings.execute(ADMIN, BRANCH_ID, 1, connection);
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
  const answer = JSON.parse(await ask(create, { input })) as { createOrder: { trackingToken: string } };
  if (!answer.createOrder.trackingToken) throw new Error(JSON.stringify(answer));
  return answer.createOrder.trackingToken;
}
