import { gatewaySubgraph } from "../../src/federation/gateway-subgraph";
import { ADMIN, CountedGateway } from "../support/counted-gateway";

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on Branch { id name }
    ... on Customer { id phone }
    ... on Order { id number }
    ... on Product { id article }
    ... on Promotion { id name }
  }
}`;

let gateway: CountedGateway;
let products: readonly { readonly id: string; readonly article: string }[];

beforeAll(async () => {
  gateway = await CountedGateway.start((schema, app) =>
    gatewaySubgraph(schema, app.entityTypes, true),
  );
  const { products: page } = await gateway.ask<{
    products: { nodes: { id: string; article: string }[] };
  }>(ADMIN, "query ($id: ID!) { products(branchId: $id, first: 50) { nodes { id article } } }", {
    id: gateway.branchId,
  });
  products = page.nodes;
});

afterAll(() => gateway.stop());

function nowhere(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
}

function phone(index: number): string {
  return `+7900${String(index).padStart(7, "0")}`;
}

describe("a thousand representations", () => {
  const thousand = Array.from({ length: 1_000 }, (_, index) => index);
  const named: [string, (index: number) => object][] = [
    ["Branch", (index) => ({ id: index === 0 ? gateway.branchId : nowhere(index) })],
    ["Customer", (index) => ({ phone: phone(index) })],
    ["Order", (index) => ({ id: nowhere(index) })],
    ["Product", (index) => ({ id: products[index % products.length]!.id })],
    ["Promotion", (index) => ({ id: nowhere(index) })],
  ];

  it.each(named)("of %s take one statement", async (__typename, key) => {
    const representations = thousand.map((index) => ({ __typename, ...key(index) }));
    const { statements, calls } = await gateway.costOf(ADMIN, ENTITIES, { representations });
    expect([statements.length, calls.length]).toEqual([1, 0]);
  });

  it("of products by branch and article take none", async () => {
    const representations = thousand.map((index) => ({
      __typename: "Product",
      branchId: gateway.branchId,
      article: products[index % products.length]!.article,
    }));
    const { statements, answer } = await gateway.costOf(ADMIN, ENTITIES, { representations });
    expect(statements).toEqual([]);
    expect(answer).not.toContain("null");
  });

  it("come back in their order, whatever their types", async () => {
    const representations = products.slice(0, 20).flatMap(({ id, article }, index) => [
      { __typename: "Product", id },
      { __typename: "Order", id: nowhere(index) },
      { __typename: "Product", branchId: gateway.branchId, article },
      { __typename: "Branch", id: gateway.branchId.toUpperCase() },
    ]);
    const { _entities } = await gateway.ask<{ _entities: ({ id: string } | null)[] }>(
      ADMIN,
      ENTITIES,
      { representations },
    );
    const expected = products
      .slice(0, 20)
      .flatMap(({ id }) => [id, undefined, id, gateway.branchId]);
    expect(_entities.map((entity) => entity?.id)).toEqual(expected);
  });
});

describe("a representation of something that does not exist", () => {
  it.each([
    { __typename: "Order", id: "1 or 1=1" },
    { __typename: "Order" },
    { __typename: "Order", id: { $ne: null } },
    { __typename: "Branch", id: 7 },
    { __typename: "Product", article: "00042" },
    { __typename: "Product", id: "none", branchId: "none", article: "00042" },
    { __typename: "Product", branchId: "none", article: "00042" },
    { __typename: "Customer", phone: "nobody" },
    { __typename: "Customer", id: nowhere(1) },
    { __typename: "Promotion", id: "x".repeat(1_000) },
  ])("is null: %j", async (representation) => {
    const answer = await gateway.ask(ADMIN, ENTITIES, { representations: [representation] });
    expect(answer).toEqual({ _entities: [null] });
  });
});
