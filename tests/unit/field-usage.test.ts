import { buildSchema, parse } from "graphql";

import { FieldUsage } from "../../src/server/field-usage";

const schema = buildSchema(`
  type Query { order(id: ID!): Order, node: Node }
  interface Node { id: ID! }
  type Order implements Node { id: ID!, number: String!, lines: [Line!]! }
  type Line { name: String! }
`);
const ASKED = parse(
  "query Q { a: order(id: 1) { ...F } b: order(id: 2) { number __typename } } fragment F on Order { number lines { name } }",
);

describe("the usage of fields", () => {
  it("counts each field of an operation once, under the application's name", () => {
    const usage = new FieldUsage(schema, ["website"]);
    usage.count("website", usage.read(ASKED));
    usage.count("website", usage.read(ASKED));
    expect(usage.uses().sort((a, b) => a.field.localeCompare(b.field))).toEqual([
      { client: "website", field: "Line.name", count: 2 },
      { client: "website", field: "Order.lines", count: 2 },
      { client: "website", field: "Order.number", count: 2 },
      { client: "website", field: "Query.order", count: 2 },
    ]);
  });

  it("counts unlisted applications together, whatever names they send", () => {
    const usage = new FieldUsage(schema, ["website"]);
    const numbers = usage.read(parse("{ node { id } }"));
    for (let count = 0; count < 1_000; count += 1) usage.count(`hostile "name"\n${count}`, numbers);
    for (const name of ["__proto__", "constructor", "", "Website"]) usage.count(name, numbers);
    usage.count(undefined, numbers);
    expect(usage.uses()).toEqual([
      { client: "other", field: "Query.node", count: 1_004 },
      { client: "other", field: "Node.id", count: 1_004 },
      { client: "none", field: "Query.node", count: 1 },
      { client: "none", field: "Node.id", count: 1 },
    ]);
  });

  it("leaves out what the schema does not have", () => {
    const usage = new FieldUsage(schema, []);
    expect(usage.read(parse("{ nothing { here } __schema { types { name } } }"))).toEqual([]);
  });
});
