/** @jest-environment <rootDir>/tests/support/watch/watched-environment.ts */
import { buildSchema, isObjectType, parse } from "graphql";

import { dishService } from "../support/compatibility/dish-service";
import { type SampleContext } from "../support/sample-schema";
import { SampleServer } from "../support/sample-server";

const { schema, sdl } = dishService();
let server: SampleServer;

beforeAll(async () => {
  const mayTrace = ({ viewer }: SampleContext) => viewer === "Bearer router";
  server = await SampleServer.start({ schema, mayTrace });
});

afterAll(() => server.running.close());

/** Queries the service as a router does. */
async function ask(query: string, variables: object = {}, headers: Record<string, string> = {}) {
  const response = await server.post({ query, variables }, headers);
  return (await response.json()) as {
    readonly data: Record<string, unknown>;
    readonly errors?: unknown;
    readonly extensions?: { readonly ftv1?: unknown };
  };
}

async function entities(fields: string, representations: readonly object[]): Promise<unknown> {
  const query = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { __typename ${fields} } }`;
  const { data, errors } = await ask(query, { representations });
  expect(errors).toBeUndefined();
  return data["_entities"];
}

/** The directives that the service's SDL has at a type, or at a field: `Weight.scale`. */
function marksAt(coordinate: string): string[] {
  const [name = "", field] = coordinate.split(".");
  const type = buildSchema(sdl, { assumeValidSDL: true }).getType(name);
  if (!isObjectType(type)) throw new Error(`There is no ${name}`);
  const node = field === undefined ? type.astNode : type.getFields()[field]?.astNode;
  return (node?.directives ?? []).map(({ name: { value } }) => `@${value}`);
}

describe("what every subgraph must do", () => {
  it("_service: returns its schema as text, without what exists for routers alone", async () => {
    const { data } = await ask("{ _service { sdl } }");
    expect(data).toEqual({ _service: { sdl } });
    expect(() => parse(sdl)).not.toThrow();
    expect(sdl).not.toMatch(/_service|_entities|_Any|_Entity|_Service/);
  });

  it("introspection: what exists for routers is in the schema itself", async () => {
    const fields = "fields { name type { kind ofType { name kind } } }";
    const { data } = await ask(`{
      __type(name: "Query") { ${fields} }
      union: __type(name: "_Entity") { kind possibleTypes { name } }
      any: __type(name: "_Any") { kind } }`);
    expect(data).toMatchObject({
      __type: {
        fields: expect.arrayContaining([
          {
            name: "_service",
            type: { kind: "NON_NULL", ofType: { name: "_Service", kind: "OBJECT" } },
          },
          { name: "_entities", type: { kind: "NON_NULL", ofType: { name: null, kind: "LIST" } } },
        ]) as unknown,
      },
      union: { kind: "UNION" },
      any: { kind: "SCALAR" },
    });
    const { possibleTypes } = data["union"] as { possibleTypes: { name: string }[] };
    expect(possibleTypes.map(({ name }) => name).sort()).toEqual([
      "Cook",
      "Dish",
      "RetiredDish",
      "Shelf",
      "Tasting",
    ]);
  });

  it("@link: states its version, and every directive that it imports", () => {
    const [, imported = ""] = /federation\/v2\.3", import: \[([^\]]*)\]/.exec(sdl) ?? [];
    const used = [...sdl.matchAll(/@[a-zA-Z]+/g)].map(([name]) => name);
    const own = ["@audited", "@deprecated", "@link"];
    for (const name of new Set(used))
      if (!own.includes(name)) expect(imported).toContain(`"${name}"`);
  });
});

describe("@key", () => {
  it("single: on one field", async () => {
    const named = [{ __typename: "Cook", email: "anna@kitchen.example" }];
    const cook = { __typename: "Cook", email: "anna@kitchen.example", name: "Anna" };
    expect(await entities("... on Cook { email name }", named)).toEqual([cook]);
  });

  it("multi: on several fields", async () => {
    const named = [{ __typename: "RetiredDish", article: "00001", branch: "Sadovaya" }];
    const dish = { ...named[0], reason: "Nobody ordered it" };
    const fields = "... on RetiredDish { article branch reason }";
    expect(await entities(fields, named)).toEqual([dish]);
  });

  it("composite: on a field of a nested object", async () => {
    const named = [{ __typename: "Tasting", protocol: { number: "1235" } }];
    const tasting = { __typename: "Tasting", protocol: { number: "1235", subject: "Crust" } };
    const fields = "... on Tasting { protocol { number subject } }";
    expect(await entities(fields, named)).toEqual([tasting]);
  });

  it("repeatable: any of several keys identifies the same object", async () => {
    const named = [
      { __typename: "Dish", id: "margherita" },
      { __typename: "Dish", article: "00101", branch: "Sadovaya" },
      { __typename: "Dish", article: "00102", size: { id: "25cm" } },
    ];
    const ids = ["margherita", "margherita", "pepperoni"];
    const dishes = ids.map((id) => ({ __typename: "Dish", id }));
    expect(await entities("... on Dish { id }", named)).toEqual(dishes);
    expect(marksAt("Dish").filter((mark) => mark === "@key")).toHaveLength(3);
  });

  it("unknown representations give null, and all others keep their places", async () => {
    const named = [
      { __typename: "Dish", id: "none" },
      { __typename: "Cook", email: "boris@kitchen.example" },
      { __typename: "Dish", id: "pepperoni" },
    ];
    expect(await entities("... on Cook { email } ... on Dish { id }", named)).toEqual([
      null,
      named[1],
      named[2],
    ]);
  });
});

describe("fields that belong to two services", () => {
  it("@requires: another service's values come with the representation and are used in the result", async () => {
    const named = { __typename: "Cook", email: "anna@kitchen.example" };
    const told = { ...named, dishesInvented: 1_337, yearsAtWork: 10 };
    const cooks = await entities("... on Cook { dishesPerYear }", [told, named]);
    const counted = { __typename: "Cook", dishesPerYear: 134 };
    expect(cooks).toEqual([counted, { ...counted, dishesPerYear: null }]);
    expect(marksAt("Cook.dishesPerYear")).toEqual(["@requires"]);
  });

  it("@provides: resolves another service's field itself in one place", async () => {
    const query = '{ dish(id: "margherita") { inventedBy { email dishesInvented } } }';
    const { data } = await ask(query);
    expect(data).toEqual({
      dish: { inventedBy: { email: "anna@kitchen.example", dishesInvented: 1_337 } },
    });
    expect(marksAt("Dish.inventedBy")).toEqual(["@provides"]);
  });

  it("@external, @extends: marks what belongs to another service", () => {
    expect(marksAt("Cook")).toEqual(["@extends", "@key"]);
    const fields = ["email", "yearsAtWork", "dishesInvented"];
    for (const field of fields) expect(marksAt(`Cook.${field}`)).toEqual(["@external"]);
  });

  it("@shareable: marks a type that other services define, too", async () => {
    const { data } = await ask('{ dish(id: "margherita") { weight { portion grams } } }');
    expect(data).toEqual({ dish: { weight: { portion: "small", grams: 420 } } });
    expect(marksAt("Weight")).toEqual(["@shareable"]);
  });

  it("@override: takes over a field, and says so", async () => {
    const named = [{ __typename: "Cook", email: "anna@kitchen.example" }];
    expect(await entities("... on Cook { name }", named)).toEqual([
      { __typename: "Cook", name: "Anna" },
    ]);
    expect(marksAt("Cook.name")).toEqual(["@override"]);
  });

  it("@interfaceObject: adds fields to an interface without knowing its implementations", async () => {
    const named = [{ __typename: "Shelf", id: "7" }];
    const shelf = { __typename: "Shelf", id: "7", retired: [{ reason: "Nobody ordered it" }] };
    expect(await entities("... on Shelf { id retired { reason } }", named)).toEqual([shelf]);
    expect(marksAt("Shelf")).toEqual(["@interfaceObject", "@key"]);
  });
});

describe("what is declared about fields", () => {
  it("@tag: carries the name that all services use", () => {
    expect(sdl).toContain('note: String @tag(name: "internal")');
  });

  it("@inaccessible: reveals a field to routers, marked so that they hide it", async () => {
    const { data } = await ask('{ dish(id: "margherita") { weight { scale } } }');
    expect(data).toEqual({ dish: { weight: { scale: "in the kitchen" } } });
    expect(sdl).toContain("scale: String @inaccessible");
  });

  it("@composeDirective: exports a custom directive, with its definition and origin", () => {
    expect(sdl).toContain('@composeDirective(name: "@audited")');
    expect(sdl).toContain(
      '@link(url: "https://kitchen.example/audited/v1.0", import: ["@audited"])',
    );
    expect(sdl).toContain("directive @audited on OBJECT");
    expect(marksAt("Dish")[0]).toBe("@audited");
  });

  it("@deprecated: works as in any schema", () => {
    expect(sdl).toContain('RetiredDish @deprecated(reason: "Ask for the dish")');
  });

  it("federated traces: report how long fields took to callers who ask and are allowed to know", async () => {
    const traced = { "apollo-federation-include-trace": "ftv1" };
    const router = { authorization: "Bearer router" };
    const { extensions } = await ask("{ __typename }", {}, { ...traced, ...router });
    expect(extensions?.ftv1).toEqual(expect.stringMatching(/^[A-Za-z0-9+/]+=*$/));
    for (const headers of [traced, router])
      expect((await ask("{ __typename }", {}, headers)).extensions).toBeUndefined();
  });
});
