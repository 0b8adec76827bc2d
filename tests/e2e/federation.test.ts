import { buildSchema, type GraphQLObjectType, parse } from "graphql";

import { customerIdOf } from "../../src/domain/ids";
import { NOWHERE, preparePlaces } from "../support/scope-places";
import { OWNER_PHONE as OWNER, type Places } from "../support/scope-rows";
import { scopeTable, type ViewerName, VIEWERS } from "../support/scope-table";
import { WholeGateway } from "../support/whole-gateway";

const ROUTER_KEY = "mK4vT9xQ2wZ7bN5cR8dF3gHj";
const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { __typename }
}`;
const SDL = "{ _service { sdl } }";

let gateway: WholeGateway;
let places: Places;
let articles: readonly { readonly id: string; readonly article: string }[];
let credentials: Record<ViewerName, string | undefined>;

beforeAll(async () => {
  const settings = { federation: true, routerKeys: [ROUTER_KEY], production: true };
  gateway = await WholeGateway.start({ ...settings, publicMutationBurst: 0 });
  places = await preparePlaces(gateway);
  const branch = 'createBranch(input: { name: "Elsewhere", timeZone: "Europe/Moscow" })';
  const { data } = await gateway.ask<{ createBranch: { branch: { id: string } } }>(
    `mutation { ${branch} { branch { id } } }`,
    {},
    gateway.adminKey,
  );
  credentials = {
    nobody: undefined,
    owner: await gateway.customerToken(OWNER),
    stranger: await gateway.customerToken("+79005550104"),
    elsewhere: await createKey([data.createBranch.branch.id]),
    operator: await createKey(null),
    admin: gateway.adminKey,
  };
  const { data: menu } = await gateway.ask<{ products: { nodes: typeof articles } }>(
    `{ products(branchId: "${places.branchId}", first: 1) { nodes { id article } } }`,
  );
  articles = menu.products.nodes;
});

afterAll(() => gateway.stop());

async function createKey(branchIds: string[] | null): Promise<string> {
  const { data } = await gateway.ask<{ createApiKey: { secret: string } }>(
    "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }",
    { input: { label: "federation", scope: "OPERATOR", branchIds } },
    gateway.adminKey,
  );
  return data.createApiKey.secret;
}

interface Answer {
  readonly data?: { readonly _entities: ({ readonly __typename: string } | null)[] } | null;
  readonly errors?: { readonly message: string; readonly extensions: { readonly code: string } }[];
  readonly extensions?: { readonly ftv1?: string };
}

/** As a router asks: with its own key, and the guest's token where there is one. */
async function ask(
  query: string,
  variables: object,
  credential?: string,
  headers: Record<string, string> = { "x-router-key": ROUTER_KEY },
): Promise<{ status: number; text: string; body: Answer }> {
  const authorization = credential === undefined ? {} : { authorization: `Bearer ${credential}` };
  const response = await gateway.post({ query, variables }, { ...headers, ...authorization });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as Answer };
}

/** What `Query.field` answers each viewer with, where a field that is refused is as one of nothing. */
function asRootField(field: string): string[] {
  const row = scopeTable.find((each) => each.field === `Query.${field}`);
  return (row?.outcomes ?? []).map((outcome) => (outcome === "ok" ? "ok" : "null"));
}

/** Guests see themselves as in `me`, keys whom they see in `customer`. */
const OF_GUEST = VIEWERS.map((viewer, index) =>
  viewer === "owner" ? asRootField("me")[index] : asRootField("customer")[index],
);
/** Keys do not find a guest by the id alone. */
const BY_ID_OF_GUEST = VIEWERS.map((viewer) => (viewer === "owner" ? "ok" : "null"));

const KEYS: [name: string, outcomes: (string | undefined)[], key: () => object][] = [
  ["Branch by id", asRootField("branch"), () => ({ id: places.branchId })],
  ["Order by id", asRootField("order"), () => ({ id: places.orderId })],
  ["Promotion by id", asRootField("promotion"), () => ({ id: places.promotionId })],
  ["Product by id", asRootField("menu"), () => ({ id: articles[0]!.id })],
  [
    "Product by branchId article",
    asRootField("menu"),
    () => ({ branchId: places.branchId, article: articles[0]!.article }),
  ],
  ["Customer by phone", OF_GUEST, () => ({ phone: OWNER })],
  ["Customer by id", BY_ID_OF_GUEST, () => ({ id: customerIdOf(OWNER) })],
];
/** Of each type one that there never was. */
const ABSENT: Readonly<Record<string, object>> = {
  Branch: { id: NOWHERE },
  Order: { id: NOWHERE },
  Promotion: { id: NOWHERE },
  Product: { id: NOWHERE },
  Customer: { phone: "+79005559999" },
};

describe("an entity", () => {
  const rows = KEYS.flatMap(([name, outcomes, key]) =>
    VIEWERS.map((viewer, index) => ({ name, viewer, outcome: outcomes[index] ?? "", key })),
  );

  it.each(rows)("$name is $outcome for $viewer", async ({ name, viewer, outcome, key }) => {
    const __typename = name.split(" ")[0] ?? "";
    const asked = (found: object) =>
      ask(ENTITIES, { representations: [{ __typename, ...found }] }, credentials[viewer]);
    const { status, text, body } = await asked(key());
    expect(body.data?._entities[0] ? "ok" : "null").toBe(outcome);
    if (outcome !== "null") return;
    const absent = await asked(ABSENT[__typename] ?? {});
    expect({ status, text }).toEqual({ status: absent.status, text: absent.text });
  });

  it("is in the table with each of its keys", async () => {
    const { body } = await ask(SDL, {});
    const { sdl } = (body.data as unknown as { _service: { sdl: string } })._service;
    const keys = [...sdl.matchAll(/^type (\w+) .*@key.*$/gm)].flatMap(([line, type]) =>
      [...line.matchAll(/fields: "([^"]+)"/g)].map(([, fields]) => `${type} by ${fields}`),
    );
    expect(keys.sort()).toEqual(KEYS.map(([name]) => name).sort());
  });

  it("shows of its fields what its owner is shown, and keeps from others what is kept", async () => {
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Branch { name settings { organizationId } } }
    }`;
    const representations = [{ __typename: "Branch", id: places.branchId }];
    const { body } = await ask(query, { representations }, credentials.owner);
    expect(body.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    expect(
      (await ask(query, { representations }, credentials.operator)).body.errors,
    ).toBeUndefined();
  });

  it("is never given to one caller out of the answer to another", async () => {
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Order { id number } }
    }`;
    const representations = [{ __typename: "Order", id: places.orderId }];
    const seen: boolean[] = [];
    for (const viewer of ["owner", "nobody", "owner", "stranger", "operator", "nobody"] as const) {
      for (let time = 0; time < 4; time += 1) {
        const { body } = await ask(query, { representations }, credentials[viewer]);
        seen.push(body.data?._entities[0] !== null);
      }
    }
    const four = (value: boolean) => [value, value, value, value];
    expect(seen).toEqual([true, false, true, false, true, false].flatMap(four));
  });
});

describe("the door for routers", () => {
  const branch = () => ({ representations: [{ __typename: "Branch", id: places.branchId }] });

  it("opens neither entities nor the schema without the router's key", async () => {
    for (const viewer of ["nobody", "owner"] as const) {
      const entities = await ask(ENTITIES, branch(), credentials[viewer], {});
      expect(entities.body.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
      const hidden = [SDL, "query { ...S } fragment S on Query { s: _service { sdl } }"];
      for (const query of [...hidden, "{ __schema { queryType { name } } }"]) {
        const { status, body } = await ask(query, {}, credentials[viewer], {});
        expect([status, body.data]).toEqual([400, undefined]);
      }
    }
  });

  it("refuses a key that is none, whatever is asked, and tells nothing more", async () => {
    const { status, body } = await ask("{ __typename }", {}, credentials.admin, {
      "x-router-key": `${ROUTER_KEY.slice(0, -1)}x`,
    });
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
  });

  it("gives a router no right of its own", async () => {
    const { body } = await ask("{ apiKeys { id } }", {});
    expect(body.errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  });

  it("tells operators the schema as introspection does", async () => {
    const { status, text } = await ask(SDL, {}, credentials.operator, {});
    expect([status, text.includes("@key")]).toEqual([200, true]);
  });

  it("tells a router what fields took, and nobody else", async () => {
    const traced = { "apollo-federation-include-trace": "ftv1" };
    const asRouter = await ask("{ __typename }", {}, undefined, {
      ...{ ...traced, "x-router-key": ROUTER_KEY },
    });
    expect(asRouter.body.extensions?.ftv1).toEqual(expect.any(String));
    const { body } = await ask("{ __typename }", {}, credentials.admin, traced);
    expect(body.extensions).toBeUndefined();
  });

  it("takes a thousand representations and no more", async () => {
    const [named] = branch().representations;
    const times = (count: number) => ({ representations: Array<unknown>(count).fill(named) });
    const { body } = await ask(ENTITIES, times(1_000));
    expect(body.data?._entities).toHaveLength(1_000);
    const refused = await ask(ENTITIES, times(1_001));
    expect(refused.body.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
  });

  it("counts what each of them reads", async () => {
    const wide = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Order { timeline(first: 100) { nodes { id } } } } }`;
    const representations = Array<unknown>(1_000).fill({ __typename: "Order", id: NOWHERE });
    const { status, body } = await ask(wide, { representations });
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, "TOO_COMPLEX"]);
    const guests = Array<unknown>(100).fill({ __typename: "Customer", phone: OWNER });
    const points = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Customer { loyalty(branchId: "${places.branchId}") { asOf } } } }`;
    const asked = await ask(points, { representations: guests }, credentials.operator);
    expect(asked.body.errors?.[0]?.extensions.code).toBe("TOO_COMPLEX");
  });

  it.each([
    ["a type that is no entity", { __typename: "ApiKey", id: NOWHERE }],
    ["a type that there is not", { __typename: "__proto__", id: NOWHERE }],
    ["no type", { id: NOWHERE }],
    ["no object", "Order"],
  ])("refuses %s", async (_what, named) => {
    const { body } = await ask(ENTITIES, { representations: [named] });
    expect(body.errors?.[0]?.extensions.code).toMatch(/^BAD_(USER_INPUT|REQUEST)$/);
  });
});

describe("without FEDERATION", () => {
  it("there is no such door", async () => {
    const plain = await WholeGateway.start();
    try {
      const { codes } = await plain.ask(SDL);
      expect(codes).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
    } finally {
      await plain.stop();
    }
  });
});

describe("the schema that routers are told", () => {
  it("is the whole one, with what stands beside its types", async () => {
    const { body } = await ask(SDL, {});
    const { sdl } = (body.data as unknown as { _service: { sdl: string } })._service;
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
