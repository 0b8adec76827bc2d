import { buildSchema, parse } from "graphql";

import { type AskedOperation } from "../../src/server/asked-operation";
import { type DataCosts, type DataShape } from "../../src/server/data-shape";
import { OperationCosts } from "../../src/server/operation-cost";

const schema = buildSchema(`
  type Query { sections(branchId: ID, first: Int! = 50): SectionConnection! menu: [Section!]! }
  type SectionConnection { nodes: [Section!]! }
  type Section { id: ID! name: String products(first: Int! = 50): ProductConnection! }
  type ProductConnection { nodes: [Product!]! }
  type Product { id: ID! name: String section: Section options: [Option!]! }
  type Option { id: ID! options: [Option!]! }
`);

async function costly(source: string, change: Partial<AskedOperation> = {}): Promise<boolean> {
  const operation = { document: parse(source), operationName: null, variables: {}, ...change };
  const { cost, limit } = await new OperationCosts(schema).costOf(operation);
  return cost > limit;
}

describe("The cost of an operation", () => {
  it("allows a whole menu with every detail", async () => {
    const product = `id name ${"options { id } ".repeat(10)}`;
    expect(await costly(`{ menu { products(first: 100) { nodes { ${product} } } } }`)).toBe(false);
    expect(await costly(`{ sections { nodes { products { nodes { ${product} } } } } }`)).toBe(
      false,
    );
  });

  it.each([
    ["one long page", "{ sections(first: 10001) { nodes { id } } }"],
    [
      "pages in pages",
      "{ sections(first: 101) { nodes { products(first: 100) { nodes { id } } } } }",
    ],
    [
      "pages in pages by default",
      "{ sections { nodes { products { nodes { section { products { nodes { id } } } } } } } }",
    ],
    [
      "pages in a fragment",
      "{ sections { nodes { ...a } } } fragment a on Section { products { nodes { section { ...b } } } } fragment b on Section { products { nodes { id } } }",
    ],
    ["pages in an inline fragment", "{ ... on Query { sections(first: 20000) { nodes { id } } } }"],
    [
      "aliases of a page",
      "{ a: sections(first: 5001) { nodes { id } } b: sections(first: 5000) { nodes { id } } }",
    ],
    [
      "names that would fill the answer with every row",
      `{ sections(first: 99) { nodes { products(first: 99) { nodes { ${Array.from({ length: 30 }, (_, n) => `${"n".repeat(90)}${n}: id`).join(" ")} } } } } }`,
    ],
    [
      "lists in lists in lists",
      `{ menu { products(first: 100) { nodes { ${"options { ".repeat(6)} id ${"}".repeat(6)} } } } }`,
    ],
  ])("is too high for %s", async (_title, source) => {
    expect(await costly(source)).toBe(true);
  });

  it("uses the variables, then their defaults", async () => {
    const source = "query ($n: Int! = 20000) { sections(first: $n) { nodes { id } } }";
    expect(await costly(source)).toBe(true);
    expect(await costly(source, { variables: { n: 10 } })).toBe(false);
    expect(
      await costly("query ($n: Int!) { sections(first: $n) { nodes { id } } }", {
        variables: { n: 1e9 },
      }),
    ).toBe(true);
  });

  it("is that of the requested operation", async () => {
    const source = "query A { menu { id } } query B { sections(first: 20000) { nodes { id } } }";
    expect(await costly(source, { operationName: "A" })).toBe(false);
    expect(await costly(source, { operationName: "B" })).toBe(true);
  });

  it("is not reduced by negative page sizes", async () => {
    expect(
      await costly(
        "{ a: sections(first: -20000) { nodes { id } } b: sections(first: 10001) { nodes { id } } }",
      ),
    ).toBe(true);
  });
});

/**
 * 60 sections of 50 products, each with an option; a third of all texts is one long description.
 */
const SHAPE: DataShape = new Map([
  ["Query.menu", { most: 60, total: 60 }],
  ["Query.sections", { most: 60, total: 60 }],
  ["Section.products", { most: 50, total: 3_000 }],
  ["Product.section", { most: 1, total: 3_000, sharedBy: 50 }],
  ["Product.options", { most: 20, total: 3_000 }],
  ["Product.name", { most: 10_000, total: 130_000 }],
]);
const DATA: DataCosts = {
  shapeOf: () => Promise.resolve(SHAPE),
  workOf: ({ args }) => (args["branchId"] === "slow" ? 1_000_000 : 0),
  yardstick: "{ menu { id name products(first: 100) { nodes { id name options { id } } } } }",
};

describe("The cost of an operation on known data", () => {
  const costOf = (source: string, variables = {}) =>
    new OperationCosts(schema, DATA).costOf({
      document: parse(source),
      operationName: null,
      variables,
    });
  const sizeOf = async (source: string) => (await costOf(source)).size;

  it("includes as many rows as there are, not as many as there might be", async () => {
    const { values } = await sizeOf(
      "{ menu { products(first: 100) { nodes { options { id } } } } }",
    );
    // A menu's products, 60 pages with their nodes, options and ids; then what lists and ids take
    // as text. A full page, or a section with all products, would be 100 times as many.
    const counted = 1 + 60 + 60 + 3_000 + 3_000;
    expect(values).toBeGreaterThan(counted);
    expect(values).toBeLessThan(counted * 5);
  });

  it("includes rows again for every page that may repeat them", async () => {
    const once = await sizeOf("{ menu { products(first: 100) { nodes { id } } } }");
    const again = await sizeOf(
      "{ menu { products(first: 100) { nodes { section { products(first: 9) { nodes { id } } } } } } }",
    );
    expect(again.values).toBeGreaterThan(once.values * 8);
  });

  it("includes the total size of all values of a text field, as often as the field is requested", async () => {
    const names = Array.from({ length: 58 }, (_, n) => `n${n}: name`).join(" ");
    const { bytes } = await sizeOf(`{ menu { products(first: 100) { nodes { ${names} } } } }`);
    expect(bytes).toBeGreaterThan(58 * 130_000);
    expect(bytes).toBeLessThan(58 * (130_000 + 3_000 * 7) * 1.1);
  });

  it("includes what a field does besides writing its values", async () => {
    const { cost, limit, measure } = await costOf(
      '{ sections(branchId: "slow") { nodes { id } } }',
    );
    expect(measure).toBe("values");
    expect(cost).toBeGreaterThan(limit);
  });

  it("stays within the limit for what everyone needs, however much of it there is", async () => {
    const huge = new Map(
      [...SHAPE].map(([name, { most, total }]) => [name, { most: most * 9, total: total * 9 }]),
    );
    const costs = new OperationCosts(schema, { ...DATA, shapeOf: () => Promise.resolve(huge) });
    const { cost, limit } = await costs.costOf({
      document: parse(DATA.yardstick),
      operationName: null,
      variables: {},
    });
    expect(cost).toBeLessThanOrEqual(limit);
  });
});
