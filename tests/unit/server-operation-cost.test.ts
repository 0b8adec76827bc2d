import { buildSchema, parse } from "graphql";

import { type AskedOperation, isTooCostly } from "../../src/server/operation-cost";

const schema = buildSchema(`
  type Query { sections(first: Int! = 50): SectionConnection! menu: [Section!]! }
  type SectionConnection { nodes: [Section!]! }
  type Section { id: ID! name: String products(first: Int! = 50): ProductConnection! }
  type ProductConnection { nodes: [Product!]! }
  type Product { id: ID! name: String section: Section options: [Option!]! }
  type Option { id: ID! options: [Option!]! }
`);

function costly(source: string, change: Partial<AskedOperation> = {}): boolean {
  return isTooCostly(schema, { document: parse(source), operationName: null, variables: {}, ...change });
}

describe("The cost of an operation", () => {
  it("lets a whole menu with every detail through", () => {
    const product = `id name ${"options { id } ".repeat(10)}`;
    expect(costly(`{ menu { products(first: 100) { nodes { ${product} } } } }`)).toBe(false);
    expect(costly(`{ sections { nodes { products { nodes { ${product} } } } } }`)).toBe(false);
  });

  it.each([
    ["one long page", "{ sections(first: 10001) { nodes { id } } }"],
    ["pages in pages", "{ sections(first: 101) { nodes { products(first: 100) { nodes { id } } } } }"],
    [
      "pages in pages by default",
      "{ sections { nodes { products { nodes { section { products { nodes { id } } } } } } } }",
    ],
    [
      "pages in a fragment",
      "{ sections { nodes { ...a } } } fragment a on Section { products { nodes { section { ...b } } } } fragment b on Section { products { nodes { id } } }",
    ],
    ["pages in an inline fragment", "{ ... on Query { sections(first: 20000) { nodes { id } } } }"],
    ["aliases of a page", "{ a: sections(first: 5001) { nodes { id } } b: sections(first: 5000) { nodes { id } } }"],
    [
      "names that would fill the answer with every row",
      `{ sections(first: 99) { nodes { products(first: 99) { nodes { ${Array.from({ length: 30 }, (_, n) => `${"n".repeat(90)}${n}: id`).join(" ")} } } } } }`,
    ],
    [
      "lists in lists in lists",
      `{ menu { products(first: 100) { nodes { ${"options { ".repeat(6)} id ${"}".repeat(6)} } } } }`,
    ],
  ])("refuses %s", (_title, source) => {
    expect(costly(source)).toBe(true);
  });

  it("reads variables, then their defaults", () => {
    const source = "query ($n: Int! = 20000) { sections(first: $n) { nodes { id } } }";
    expect(costly(source)).toBe(true);
    expect(costly(source, { variables: { n: 10 } })).toBe(false);
    expect(costly("query ($n: Int!) { sections(first: $n) { nodes { id } } }", { variables: { n: 1e9 } })).toBe(true);
  });

  it("judges the operation that was asked for", () => {
    const source = "query A { menu { id } } query B { sections(first: 20000) { nodes { id } } }";
    expect(costly(source, { operationName: "A" })).toBe(false);
    expect(costly(source, { operationName: "B" })).toBe(true);
  });

  it("does not pay back with negative pages", () => {
    expect(costly("{ a: sections(first: -20000) { nodes { id } } b: sections(first: 10001) { nodes { id } } }")).toBe(
      true,
    );
  });
});
