import { readFileSync } from "node:fs";
import { join } from "node:path";

import { buildSchema } from "graphql";
import { getMetadataStorage } from "type-graphql";

import { findUnguarded } from "../../src/security/auth-checker";
import { demoOrderInput, placeOrder } from "../support/demo-order";
import { eventually } from "../support/eventually";
import { nestedTable } from "../support/scope-nested-table";
import { absentPlaces, NOWHERE, preparePlaces } from "../support/scope-places";
import { OWNER_PHONE as OWNER } from "../support/scope-rows";
import { scopeTable, type ViewerName, VIEWERS } from "../support/scope-table";
import { WebSocketClient } from "../support/websocket-client";
import { type GatewayAnswer, WholeGateway } from "../support/whole-gateway";

/** Only these may be queried without signing in. */
const PUBLIC_FIELDS =
  `availabilityChanged branch branches createOrder createOrderChallenge deliveryOptions menu
  node nodes openStateChanged products quoteOrder sections streets timeSlots trackOrder trackedOrder`.split(
    /\s+/,
  );

let gateway: WholeGateway;
let places: Awaited<ReturnType<typeof preparePlaces>>;
let credentials: Record<ViewerName, string | undefined>;
let otherBranchId: string;

beforeAll(async () => {
  gateway = await WholeGateway.start({ publicMutationBurst: 0 });
  places = await preparePlaces(gateway);
  const { data } = await gateway.ask<{ createBranch: { branch: { id: string } } }>(
    'mutation { createBranch(input: { name: "Elsewhere", timeZone: "Europe/Moscow" }) { branch { id } } }',
    {},
    gateway.adminKey,
  );
  otherBranchId = data.createBranch.branch.id;
  credentials = {
    nobody: undefined,
    owner: await gateway.customerToken(OWNER),
    stranger: await gateway.customerToken("+79005550104"),
    elsewhere: await createKey([otherBranchId]),
    operator: await createKey(null),
    admin: gateway.adminKey,
  };
});

afterAll(() => gateway.stop());

describe("every root field", () => {
  const rows = scopeTable.flatMap((row) =>
    VIEWERS.map((viewer, index) => ({ ...row, viewer, outcome: row.outcomes[index] ?? "" })),
  );

  it.each(rows)(
    "$field answers $viewer with $outcome",
    async ({ field, document, viewer, outcome }) => {
      expect(await outcomeOf(field, document(places), credentials[viewer], outcome)).toBe(outcome);
    },
  );

  it("of the schema is in the table", () => {
    const schema = buildSchema(readFileSync(join(__dirname, "../../schema.graphql"), "utf8"));
    const types = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const all = types.flatMap((type) =>
      Object.keys(type?.getFields() ?? {}).map((name) => `${type?.name}.${name}`),
    );
    expect(scopeTable.map(({ field }) => field).sort()).toEqual(all.sort());
  });

  it("requires a role unless it is public", () => {
    const { queries, mutations, subscriptions } = getMetadataStorage();
    const open = [...queries, ...mutations, ...subscriptions].filter(
      ({ roles }) => roles === undefined,
    );
    expect(open.map(({ schemaName }) => schemaName).sort()).toEqual(PUBLIC_FIELDS);
  });

  it("keeps the guards of its fields: none is silently skipped", () => {
    expect(findUnguarded()).toEqual([]);
  });
});

describe("a key that is limited to another branch", () => {
  const byId = scopeTable.filter(
    ({ field, outcomes }) => /null|NOT_FOUND/.test(outcomes[3]) && !/^Sub/.test(field),
  );

  it.each(byId)(
    "gets the same answer from $field as for something that does not exist",
    async ({ document }) => {
      const [hidden, absent] = await Promise.all([
        gateway.ask(document(places), {}, credentials.elsewhere),
        gateway.ask(document(absentPlaces()), {}, credentials.elsewhere),
      ]);
      expect(withoutRequestId(hidden)).toEqual(withoutRequestId(absent));
    },
  );

  it("sees only its own branch, and no organization of others", async () => {
    const { data } = await gateway.ask(
      "{ branches { nodes { id } } organizations { id } }",
      {},
      credentials.elsewhere,
    );
    expect(data).toEqual({ branches: { nodes: [{ id: otherBranchId }] }, organizations: [] });
  });

  it("gets no order by repeating someone else's createOrder", async () => {
    const input = await demoOrderInput(gateway, places.branchId);
    await placeOrder(gateway, input);
    const { data } = await placeOrder(gateway, input, credentials.elsewhere);
    expect(data.createOrder).toMatchObject({
      order: null,
      trackingToken: null,
      userErrors: [{ code: "NOT_FOUND" }],
    });
  });
});

describe("a customer", () => {
  it("gets the same answer for a stranger's order as for one that does not exist", async () => {
    const ask = (id: string) =>
      gateway.ask(`{ order(id: "${id}") { id } }`, {}, credentials.stranger);
    const [strangers, absent] = [await ask(places.orderId), await ask(NOWHERE)];
    expect(withoutRequestId(strangers)).toEqual(withoutRequestId(absent));
  });

  it("learns neither who acted nor the order's id in the POS", async () => {
    const document = `{ order(id: "${places.orderId}") { injection { posOrderId } timeline { nodes { actor } } } }`;
    const { data } = await gateway.ask<{
      order: { injection: { posOrderId: null }; timeline: { nodes: { actor: null }[] } };
    }>(document, {}, credentials.owner);
    expect(data.order.injection.posOrderId).toBeNull();
    expect(data.order.timeline.nodes.every(({ actor }) => actor === null)).toBe(true);
  });
});

describe("below an order that a token opens", () => {
  const rows = nestedTable.flatMap(({ path, outcomes }) =>
    VIEWERS.map((viewer, index) => ({ path, viewer, outcome: outcomes[index] ?? "" })),
  );

  it.each(rows)("$path answers $viewer with $outcome", async ({ path, viewer, outcome }) => {
    const document = `{ trackedOrder(token: "${places.token}") { ${path} } }`;
    expect(await outcomeOf("Query.trackedOrder", document, credentials[viewer], outcome)).toBe(
      outcome,
    );
  });

  it("every guarded field is tested", () => {
    const { fieldResolvers, objectTypes } = getMetadataStorage();
    const guarded = fieldResolvers.filter(({ roles }) => roles !== undefined);
    const onOrders = guarded.filter(({ getObjectType }) =>
      ["Branch", "Injection", "InjectionAttempt", "Order"].includes(
        objectTypes.find(({ target }) => target === getObjectType?.())?.name ?? "",
      ),
    );
    const asked = nestedTable.map(({ path }) => path).join(" ");
    expect(
      onOrders.map(({ schemaName }) => schemaName).filter((name) => !asked.includes(name ?? "")),
    ).toEqual([]);
  });
});

async function createKey(branchIds: string[] | null): Promise<string> {
  const input = { label: "scope", scope: "OPERATOR", branchIds };
  const { data } = await gateway.ask<{ createApiKey: { secret: string } }>(
    "mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }",
    { input },
    gateway.adminKey,
  );
  return data.createApiKey.secret;
}

type Credential = string | undefined;

async function outcomeOf(
  field: string,
  document: string,
  credential: Credential,
  expected: string,
): Promise<string> {
  const name = field.split(".")[1] ?? "";
  if (field.startsWith("Subscription")) return subscriptionOutcome(document, credential, expected);
  const { data, codes } = await gateway.ask<Record<
    string,
    { userErrors?: { code: string }[] } | null
  > | null>(document, {}, credential);
  if (codes[0] !== undefined) return codes[0];
  const value = data?.[name];
  return value?.userErrors?.[0]?.code ?? (value ? "ok" : "null");
}

async function subscriptionOutcome(
  document: string,
  credential: Credential,
  expected: string,
): Promise<string> {
  const parameters = credential === undefined ? {} : { authorization: `Bearer ${credential}` };
  const client = await WebSocketClient.connect(gateway.webSocketUrl, parameters);
  client.subscribe("1", document);
  const answered = () => client.received.find(({ id }) => id === "1");
  // A stream with rare events sends nothing to a client that it admits; a refusal is worth waiting
  // for.
  const patienceMs = expected === "ok" ? 1_000 : 20_000;
  const first = await eventually(answered, patienceMs).catch(() => ({ type: "next" }));
  await client.leave();
  return (
    /"code":"(\w+)"/.exec(JSON.stringify(first))?.[1] ?? (first.type === "next" ? "ok" : first.type)
  );
}

function withoutRequestId({ status, text }: GatewayAnswer): string {
  return `${status} ${text.replace(/"requestId":"[^"]+"/g, "")}`;
}
