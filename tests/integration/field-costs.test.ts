import {
  buildSchema,
  execute,
  getIntrospectionQuery,
  graphql,
  type GraphQLSchema,
  parse,
} from "graphql";

import { publicSdl } from "../../scripts/public-sdl";
import { NotFound } from "../../src/errors";
import { menuCosts } from "../../src/resolvers/catalogue/menu-costs";
import { isRepeatable } from "../../src/resolvers/catalogue/repeatable-queries";
import { CompiledQueries } from "../../src/server/compiled-queries";
import { isOnPurpose } from "../../src/server/mask-error";
import { OperationCosts } from "../../src/server/operation-cost";
import { aLargeMenu } from "../support/a-large-menu";
import { menusWith } from "../support/a-menu-snapshot";

const BRANCH_ID = "6f1c2f0e-5b7b-4a54-9d0a-0d3c6a1b0001";
const catalogue = aLargeMenu(BRANCH_ID, 60, 50);

const many = (count: number, piece: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => piece(n)).join(" ");
const menu = (rest: string) =>
  `{ menu(branchId: "${BRANCH_ID}") { sections { products(first: 100) { nodes { ${rest} } } } } }`;

const SCHEMA =
  "__schema { types { fields { name description args { name description type { name } } type { name ofType { name } } } } }";

let schema: GraphQLSchema;
let costs: OperationCosts;

beforeAll(() => {
  schema = buildSchema(publicSdl());
  costs = new OperationCosts(schema, menuCosts(menusWith(catalogue)), isRepeatable);
});

async function costOf(source: string, of = costs) {
  return of.costOf({ document: parse(source), operationName: null, variables: {} });
}

async function valuesOf(source: string): Promise<number> {
  return (await costOf(source)).size.values;
}

async function isAdmitted(source: string): Promise<boolean> {
  const { cost, limit } = await costOf(source);
  return cost <= limit;
}

describe("A field that fails in every row costs more than one that is answered", () => {
  it.each([
    ["a page of less than nothing", "products(first: -1)", "products(first: 1)"],
    ["a page that is too long", "products(first: 101)", "products(first: 1)"],
    [
      "a cursor of no list",
      'products(first: 1, after: "bm93aGVyZQ")',
      'products(first: 1, after: "cDE")',
    ],
    [
      "a cursor that is no text of ours",
      'products(first: 1, after: "?")',
      'products(first: 1, after: "cDE")',
    ],
  ])("for %s", async (_, wrong, right) => {
    const rest = "{ pageInfo { hasNextPage } }";
    const difference =
      (await valuesOf(menu(`section { ${wrong} ${rest} }`))) -
      (await valuesOf(menu(`section { ${right} ${rest} }`)));
    expect(difference).toBeGreaterThan(3_000 * 20);
  });

  it("for what strangers may not see", async () => {
    const sources = await valuesOf(menu("fieldSources { field }"));
    expect(sources).toBeGreaterThan((await valuesOf(menu("images { url }"))) + 3_000 * 20);
  });

  it("so that no one is answered only with errors", async () => {
    const failing = many(
      10,
      (n) => `s${n}: section { products(first: -1) { pageInfo { hasNextPage } } }`,
    );
    expect(await isAdmitted(menu(failing))).toBe(false);
    expect(await isAdmitted(menu(many(3, (n) => `f${n}: fieldSources { field }`)))).toBe(false);
  });
});

describe("The schema itself is answered once, but not many times over", () => {
  it.each([
    ["as graphql-js asks for it", getIntrospectionQuery()],
    [
      "with all that can be told",
      getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true }),
    ],
    ["one type", '{ __type(name: "Order") { name fields { name description type { name } } } }'],
  ])("%s", async (_, source) => {
    expect(await isAdmitted(source)).toBe(true);
  });

  it.each([
    ["ten times", `{ ${many(10, (n) => `s${n}: ${SCHEMA}`)} }`],
    [
      "each type with the types of its fields",
      "{ __schema { types { fields { type { fields { name args { name } } } } } } }",
    ],
    [
      "by a type that leads to all others",
      '{ __type(name: "Query") { fields { type { ofType { fields { type { ofType { fields { type { name description } } } } } } } } } }',
    ],
    ["beside a menu", `{ ${menu("id").slice(1, -1)} ${many(9, (n) => `s${n}: ${SCHEMA}`)} }`],
  ])("not %s", async (_, source) => {
    expect(await isAdmitted(source)).toBe(false);
  });
});

describe("A database statement costs as much as many values", () => {
  it.each([
    ["a menu's branch", `{ menu(branchId: "${BRANCH_ID}") { branch { id } } }`],
    ["a branch", `{ branch(id: "${BRANCH_ID}") { id } }`],
    ["the branches", "{ branches(first: 1) { nodes { id } } }"],
  ])("for %s", async (_, source) => {
    expect(await valuesOf(source)).toBeGreaterThan(900);
  });
});

describe("Lists whose length the menus do not reveal", () => {
  const SDL = `
    type Query { order: Order plan: Plan }
    type Order { lines: [Line!]! }
    type Line { name: String }
    type Plan { guards: [Line!] }`;
  const lines = (count: number) => Array.from({ length: count }, () => ({ name: "x" }));

  it.each([
    ["an order's lines", "{ order { lines { name } } }", () => ({ order: { lines: lines(80) } })],
    ["a plan's guards", "{ plan { guards { name } } }", () => ({ plan: { guards: lines(80) } })],
    [
      "lists that come later",
      "{ order { lines { name } } }",
      () => ({ order: { lines: () => Promise.resolve(lines(80)) } }),
    ],
  ])("count as long as the longest seen so far: %s", async (_, source, rootValue) => {
    const small = buildSchema(SDL);
    const ofSmall = new OperationCosts(small);
    const before = (await costOf(source, ofSmall)).size.values;
    expect(await graphql({ schema: small, source, rootValue: rootValue() })).not.toHaveProperty(
      "errors",
    );
    const after = (await costOf(source, ofSmall)).size.values;
    expect(before).toBeLessThan(30);
    expect(after).toBeGreaterThan(80);
    // A shorter answer changes nothing.
    await graphql({
      schema: small,
      source,
      rootValue: { order: { lines: [] }, plan: { guards: null } },
    });
    expect((await costOf(source, ofSmall)).size.values).toBe(after);
  });
});

describe("A large answer", () => {
  let runs = 0;
  const small = buildSchema("type Query { a: Int b: Int }");
  const rootFields = small.getQueryType()!.getFields();
  rootFields["a"]!.resolve = () => (runs += 1);
  const asked = (source: string, values?: number) => ({
    document: parse(source),
    operationName: undefined,
    hash: source,
    variables: {},
    ...(values !== undefined && { values }),
  });
  beforeEach(() => (runs = 0));

  it("is produced by compiled code even the first time", async () => {
    const queries = new CompiledQueries(small);
    expect(await queries.answer(asked("{ a }"), {})).toBeUndefined();
    expect(await queries.answer(asked("{ a a }", 100_000), {})).toEqual({ data: { a: 1 } });
  });

  it("is not produced again because a resolver refuses on purpose", async () => {
    rootFields["b"]!.resolve = () => {
      throw new NotFound("There is no such branch");
    };
    const queries = new CompiledQueries(small, () => true, isOnPurpose);
    const result = await queries.answer(asked("{ a b }", 100_000), {});
    expect(runs).toBe(1);
    const expected = await execute({ schema: small, document: parse("{ a b }") });
    expect(result?.data).toEqual({ a: 1, b: null });
    expect(result?.errors?.map((error) => error.toJSON())).toEqual(
      expected.errors?.map((error) => error.toJSON()),
    );
  });

  it("to a long document is compiled only once that pays off", async () => {
    const queries = new CompiledQueries(small);
    const long = `{ ${"a ".repeat(1_200)} }`;
    const answers = [];
    for (let times = 1; times <= 6; times += 1)
      answers.push(await queries.answer(asked(long, 10_000), {}));
    expect(answers.map(Boolean)).toEqual([false, false, false, false, true, true]);
    expect(await queries.answer(asked(`${long} # another`, 100_000), {})).toBeDefined();
    expect(await queries.answer(asked(`${long} # a third`, 40_000), {})).toBeUndefined();
  });

  it("is left to graphql-js when anything else goes wrong", async () => {
    rootFields["b"]!.resolve = () => {
      throw new Error("The wire is cut");
    };
    const queries = new CompiledQueries(small, () => true, isOnPurpose);
    expect(await queries.answer(asked("{ a b }", 100_000), {})).toBeUndefined();
  });

  it.each([
    ["types that must not be read twice", "fieldSources { field }", ""],
    ["names that compiled code must not meet", "__proto__: name", "name"],
  ])("costs more when compiled code can never produce it: with %s", async (_, never, instead) => {
    const rest = many(9, (n) => `r${n}: priceRange { min { amount } max { amount } }`);
    const compiled = await valuesOf(menu(`${rest} ${instead}`));
    expect(await valuesOf(menu(`${rest} ${never}`))).toBeGreaterThan(compiled * 1.2);
  });
});
