import { readFileSync } from "node:fs";
import { join } from "node:path";

import { buildSchema, type GraphQLSchema, Kind, parse, validate } from "graphql";

import { publicSdl } from "../../scripts/public-sdl";
import { menuCosts } from "../../src/resolvers/catalogue/menu-costs";
import { type OperationCost, OperationCosts } from "../../src/server/operation-cost";
import { aLargeMenu } from "../support/a-large-menu";
import { menusWith } from "../support/a-menu-snapshot";
import { documentedExamples } from "../support/documented-examples";

const ROOT = join(__dirname, "..", "..");
const BRANCH_ID = "6f1c2f0e-5b7b-4a54-9d0a-0d3c6a1b0001";
const catalogue = aLargeMenu(BRANCH_ID, 60, 50);

let schema: GraphQLSchema;
let costs: OperationCosts;

beforeAll(() => {
  schema = buildSchema(publicSdl());
  const menus = menusWith(catalogue);
  costs = new OperationCosts(schema, menuCosts(menus));
});

function costOf(
  source: string,
  variables: object = {},
  operationName: string | null = null,
): Promise<OperationCost> {
  const document = parse(source);
  return costs.costOf({
    document,
    operationName,
    variables: { branchId: BRANCH_ID, first: 100, ...variables },
  });
}

async function isAdmitted(source: string, operationName: string | null = null): Promise<boolean> {
  expect(validate(schema, parse(source))).toEqual([]);
  const { cost, limit } = await costOf(source, {}, operationName);
  return cost <= limit;
}

function written(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

function namesIn(source: string): string[] {
  return parse(source).definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION && each.name ? [each.name.value] : [],
  );
}

const products = (rest: string) =>
  `{ products(branchId: "${BRANCH_ID}", first: 100) { nodes { ${rest} } } }`;
const menu = (rest: string) =>
  `{ menu(branchId: "${BRANCH_ID}") { sections { products(first: 100) { nodes { ${rest} } } } } }`;
const many = (count: number, piece: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => piece(n)).join(" ");

describe("On a menu of 3,000 products in 60 sections", () => {
  const client = written("packages/client/src/operations.graphql");

  it.each(namesIn(client))("the client's %s is admitted", async (name) => {
    expect(await isAdmitted(client, name)).toBe(true);
  });

  it("the console's first query is admitted", async () => {
    expect(await isAdmitted(written("console/src/api/menu-tab.graphql"))).toBe(true);
  });

  it("every operation in the documentation is admitted", async () => {
    const examples = documentedExamples().filter(({ language }) => language === "graphql");
    for (const { source } of examples) {
      for (const name of namesIn(source)) expect(await isAdmitted(source, name)).toBe(true);
    }
    expect(examples.flatMap(({ source }) => namesIn(source)).length).toBeGreaterThan(3);
  });

  it.each([
    [
      "every section's products with their section's products",
      menu("section { products(first: 1) { nodes { id } } }"),
    ],
    [
      "a page's sections with all their options, eight times",
      products(
        many(
          8,
          (n) =>
            `s${n}: section { products(first: 50) { nodes { optionGroups { options { id name } } } } }`,
        ),
      ),
    ],
    ["every description 50 times", menu(many(50, (n) => `d${n}: description`))],
    [
      "every moment of availability, of options as well",
      menu(
        `${many(8, (n) => `a${n}: availability { asOf since }`)} optionGroups { options { ${many(8, (n) => `a${n}: availability { asOf stale }`)} } }`,
      ),
    ],
    [
      "every option's price 30 times",
      menu(
        `optionGroups { options { ${many(30, (n) => `p${n}: price { amount currencyCode }`)} } }`,
      ),
    ],
    [
      "ten searches of eight words",
      `{ ${many(10, (n) => `s${n}: products(branchId: "${BRANCH_ID}", search: "а б в г д е ж з", first: 100) { nodes { section { products(first: 10) { nodes { id } } } } }`)} }`,
    ],
    [
      "the menu through a list of branches",
      `{ branches(first: 100) { nodes { sections(first: 100) { nodes { products(first: 100) { nodes { section { products(first: 10) { nodes { id } } } } } } } } } }`,
    ],
  ])("%s is refused", async (_title, source) => {
    expect(await isAdmitted(source)).toBe(false);
  });

  it("a search costs more for each word, and a list of articles for each article", async () => {
    const valuesOf = async (args: string) =>
      (await costOf(`{ products(branchId: "${BRANCH_ID}", ${args}) { pageInfo { hasNextPage } } }`))
        .size.values;
    const none = await valuesOf("first: 1");
    expect(await valuesOf('first: 1, search: "а"')).toBeGreaterThan(none + 300);
    expect(await valuesOf('first: 1, search: "а б в г"')).toBeGreaterThan(none + 1_200);
    expect(await valuesOf(`first: 1, articles: [${many(1_000, (n) => `"${n}"`)}]`)).toBeGreaterThan(
      none + 300,
    );
    expect(await valuesOf("first: 1, availableOnly: true")).toBeGreaterThan(none + 200);
    expect(await valuesOf("first: 1, unavailableOnly: true")).toBeGreaterThan(none + 200);
  });
});

describe("On a small menu", () => {
  it("a query for a catalogue's every detail is admitted, but nothing that multiplies it", async () => {
    const small = aLargeMenu(BRANCH_ID, 8, 7);
    const menus = menusWith(small);
    const costsOfSmall = new OperationCosts(schema, menuCosts(menus));
    const ratioOf = async (source: string) => {
      const { cost, limit } = await costsOfSmall.costOf({
        document: parse(source),
        operationName: null,
        variables: {},
      });
      return cost / limit;
    };
    const detail =
      "sizes { id name price { amount } availability { available since asOf } } optionGroups { options { id name price { amount } availability { available } } }";
    expect(await ratioOf(menu(detail))).toBeLessThan(1);
    expect(
      await ratioOf(menu(`section { products(first: 20) { nodes { ${detail} } } }`)),
    ).toBeGreaterThan(1);
  });
});
