import { buildSchema, type GraphQLObjectType, parse } from "graphql";

import { ENTITIES, FederatedGateway, ROUTER_KEY, SDL } from "../support/federated-gateway";
import { NOWHERE } from "../support/scope-places";
import { OWNER_PHONE as OWNER } from "../support/scope-rows";
import { WholeGateway } from "../support/whole-gateway";

let gateway: FederatedGateway;

beforeAll(async () => {
  gateway = await FederatedGateway.start();
});

afterAll(() => gateway.stop());

describe("the entry point for routers", () => {
  const branch = () => ({
    representations: [{ __typename: "Branch", id: gateway.places.branchId }],
  });

  it("gives out neither entities nor the schema without the router's key", async () => {
    for (const viewer of ["nobody", "owner"] as const) {
      const entities = await gateway.ask(ENTITIES, branch(), gateway.credential(viewer), {});
      expect(entities.body.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
      const hidden = [SDL, "query { ...S } fragment S on Query { s: _service { sdl } }"];
      for (const query of [...hidden, "{ __schema { queryType { name } } }"]) {
        const { status, body } = await gateway.ask(query, {}, gateway.credential(viewer), {});
        expect([status, body.data]).toEqual([400, undefined]);
      }
    }
  });

  it("refuses an invalid key on any request, and reveals nothing more", async () => {
    const { status, body } = await gateway.ask("{ __typename }", {}, gateway.credential("admin"), {
      "x-router-key": `${ROUTER_KEY.slice(0, -1)}x`,
    });
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
  });

  it("gives a router no rights of its own", async () => {
    const { body } = await gateway.ask("{ apiKeys { id } }", {});
    expect(body.errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });

  it("shows operators the schema, as introspection does", async () => {
    const { status, text } = await gateway.ask(SDL, {}, gateway.credential("operator"), {});
    expect([status, text.includes("@key")]).toEqual([200, true]);
  });

  it("reports to a router, and to nobody else, how long fields took", async () => {
    const traced = { "apollo-federation-include-trace": "ftv1" };
    const headers = { ...traced, "x-router-key": ROUTER_KEY };
    const asRouter = await gateway.ask("{ __typename }", {}, undefined, headers);
    expect(asRouter.body.extensions?.ftv1).toEqual(expect.any(String));
    const { body } = await gateway.ask("{ __typename }", {}, gateway.credential("admin"), traced);
    expect(body.extensions).toBeUndefined();
  });

  it("accepts a thousand representations and no more", async () => {
    const [named] = branch().representations;
    const times = (count: number) => ({ representations: Array<unknown>(count).fill(named) });
    const { body } = await gateway.ask(ENTITIES, times(1_000));
    expect(body.data?._entities).toHaveLength(1_000);
    const refused = await gateway.ask(ENTITIES, times(1_001));
    expect(refused.body.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  it("counts what each of them reads", async () => {
    const wide = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Order { timeline(first: 100) { nodes { id } } } } }`;
    const representations = Array<unknown>(1_000).fill({ __typename: "Order", id: NOWHERE });
    const { status, body } = await gateway.ask(wide, { representations });
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, "TOO_COMPLEX"]);
    const guests = Array<unknown>(100).fill({ __typename: "Customer", phone: OWNER });
    const points = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Customer { loyalty(branchId: "${gateway.places.branchId}") { asOf } } } }`;
    const asked = await gateway.ask(
      points,
      { representations: guests },
      gateway.credential("operator"),
    );
    expect(asked.body.errors?.[0]?.extensions.code).toBe("TOO_COMPLEX");
  });

  it.each([
    ["a type that is no entity", { __typename: "ApiKey", id: NOWHERE }],
    ["a type that there is not", { __typename: "__proto__", id: NOWHERE }],
    ["no type", { id: NOWHERE }],
    ["no object", "Order"],
  ])("refuses %s", async (_what, named) => {
    const { body } = await gateway.ask(ENTITIES, { representations: [named] });
    expect(body.errors?.[0]?.extensions.code).toMatch(/^BAD_(USER_INPUT|REQUEST)$/);
  });
});

describe("without FEDERATION", () => {
  it("there is no such entry point", async () => {
    const plain = await WholeGateway.start();
    try {
      const { codes } = await plain.ask(SDL);
      expect(codes).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
    } finally {
      await plain.stop();
    }
  });
});

describe("the schema reported to routers", () => {
  it("is complete, including the directives on its types", async () => {
    const sdl = await gateway.sdl();
    expect(sdl).not.toContain("_entities");
    expect(() => parse(sdl)).not.toThrow();
    const plain = sdl
      .replace(/^extend schema\n.*\n/, "")
      .replace(/ @(key|shareable)(\([^)]*\))?/g, "");
    const order = buildSchema(plain).getType("Order") as GraphQLObjectType;
    expect(Object.keys(order.getFields())).toContain("timeline");
    expect(sdl).toMatch(/^type Money @shareable \{/m);
  });
});
