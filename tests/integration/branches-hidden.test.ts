import { randomUUID } from "node:crypto";

import { type Viewer } from "../../src/domain/access/viewer";
import { type Branch } from "../../src/entities/branches/branch";
import { gatewaySubgraph } from "../../src/federation/gateway-subgraph";
import { ADMIN, CountedGateway } from "../support/counted-gateway";
import { eventually } from "../support/eventually";

const GUEST: Viewer = { kind: "anonymous" };
const CUSTOMER: Viewer = { kind: "customer", phone: "+79990000001", expiresAt: null };

const SHOWN = `query ($branchId: ID!, $node: ID!, $product: ID!) {
  branches(first: 100) { nodes { id } }
  branch(id: $branchId) { id }
  menu(branchId: $branchId) { branch { id } }
  node(id: $node) { id }
  nodes(ids: [$branchId, $product]) { id }
  deliveryOptions(input: { branchIds: [$branchId], address: {} }) { options { branch { id } } }
  _entities(representations: [
    { __typename: "Branch", id: $branchId }, { __typename: "Product", id: $product }
  ]) { __typename }
}`;
const REFUSED = [
  "products(branchId: $branchId) { nodes { id } }",
  "sections(branchId: $branchId) { nodes { id } }",
  'timeSlots(branchId: $branchId, day: "2026-12-31") { startsAt }',
];
const ORDER = `mutation ($input: CreateOrderInput!) {
  createOrder(input: $input) { order { id branch { name sections { nodes { id } } } } userErrors { code field } }
}`;
const QUOTE =
  "mutation ($input: QuoteInput!) { quoteOrder(input: $input) { userErrors { code field } } }";
const CHALLENGE = `mutation ($branchId: ID!) {
  createOrderChallenge(branchId: $branchId) { challenge { bits } userErrors { code } }
}`;
const NOT_FOUND = { code: "NOT_FOUND", field: ["input", "branchId"] };

describe("A hidden branch", () => {
  let gateway: CountedGateway;
  let variables: { branchId: string; node: string; product: string };

  beforeAll(async () => {
    gateway = await CountedGateway.start((schema, app) =>
      gatewaySubgraph(schema, app.entityTypes, true),
    );
    const { branchId } = gateway;
    const { products } = await gateway.ask<{ products: { nodes: { id: string }[] } }>(
      ADMIN,
      "query ($branchId: ID!) { products(branchId: $branchId, first: 1) { nodes { id } } }",
      { branchId },
    );
    variables = { branchId, node: branchId, product: products.nodes[0]!.id };
  });
  afterAll(() => gateway.stop());
  beforeEach(() => publish(true));

  async function publish(published: boolean): Promise<void> {
    const { branchId, app } = gateway;
    const { version } = (await app.findBranch.execute(ADMIN, branchId)) as Branch;
    await app.saveBranchSettings.execute(ADMIN, branchId, version, { published });
    await eventually(
      async () => (await app.shownMenus.get(branchId))?.isShownTo(GUEST) === published,
    );
  }

  function inputFor(overrides: object = {}) {
    return {
      branchId: gateway.branchId,
      fulfilment: "PICKUP",
      lines: [{ article: "00102", quantity: 1 }],
      ...overrides,
    };
  }
  const orderFor = (idempotencyKey: string) =>
    inputFor({
      idempotencyKey,
      customer: { name: "Гость", phone: "+79990000001" },
      payment: { method: "CASH" },
    });
  const order = async (viewer: Viewer, key: string = randomUUID()) =>
    (await gateway.ask<OrderAnswer>(viewer, ORDER, { input: orderFor(key) })).createOrder;

  it.each([
    ["a guest", GUEST],
    ["a guest who is signed in", CUSTOMER],
  ])("does not exist for %s, wherever they look for it", async (_, viewer) => {
    const { branchId, product } = variables;
    const one = { id: branchId };
    expect(await gateway.ask(viewer, SHOWN, variables)).toEqual({
      branches: { nodes: [one] },
      branch: one,
      menu: { branch: one },
      node: one,
      nodes: [one, { id: product }],
      deliveryOptions: { options: [{ branch: one }] },
      _entities: [{ __typename: "Branch" }, { __typename: "Product" }],
    });
    await publish(false);
    expect(await gateway.ask(viewer, SHOWN, variables)).toEqual({
      branches: { nodes: [] },
      branch: null,
      menu: null,
      node: null,
      nodes: [null, null],
      deliveryOptions: { options: [] },
      _entities: [null, null],
    });
    for (const field of REFUSED)
      await expect(
        gateway.ask(viewer, `query ($branchId: ID!) { ${field} }`, { branchId }),
      ).rejects.toThrow("There is no such branch");
  });

  it("exists for anyone who holds a key to it, orders included", async () => {
    await publish(false);
    const { branch, menu } = await gateway.ask<Record<string, object>>(ADMIN, SHOWN, variables);
    expect([branch, menu]).toEqual([
      { id: gateway.branchId },
      { branch: { id: gateway.branchId } },
    ]);
    expect(await order(ADMIN)).toMatchObject({ order: {}, userErrors: [] });
  });

  it("accepts no order, quote or challenge from a guest", async () => {
    await publish(false);
    expect(await order(GUEST)).toEqual({ order: null, userErrors: [NOT_FOUND] });
    const input = inputFor();
    expect(await gateway.ask(GUEST, QUOTE, { input })).toEqual({
      quoteOrder: { userErrors: [NOT_FOUND] },
    });
    const { branchId } = gateway;
    expect(await gateway.ask(GUEST, CHALLENGE, { branchId })).toMatchObject({
      createOrderChallenge: { challenge: null, userErrors: [{ code: "NOT_FOUND" }] },
    });
  });

  it("leaves an order it has already accepted to its guest, without a menu", async () => {
    const key = randomUUID();
    const taken = await order(GUEST, key);
    expect(taken.userErrors).toEqual([]);
    await publish(false);
    expect(await order(GUEST, key)).toEqual({
      order: { id: taken.order!.id, branch: { ...taken.order!.branch, sections: { nodes: [] } } },
      userErrors: [],
    });
  });

  it("ends guests' subscriptions to its menu, and refuses new ones", async () => {
    const { app, branchId } = gateway;
    const [guest, staff] = [GUEST, ADMIN].map((viewer) =>
      app.followAvailability.of(viewer, branchId),
    );
    const next = (await guest!).next();
    await publish(false);
    expect(await next).toEqual({ done: true, value: undefined });
    await expect(app.followAvailability.of(GUEST, branchId)).rejects.toThrow();
    await (await staff!).return();
  });

  it("has no answer that guests share", async () => {
    const { app, branchId } = gateway;
    expect(app.shownMenus.revisionOf(branchId)).toMatch(branchId);
    await publish(false);
    expect(app.shownMenus.revisionOf(branchId)).toBeUndefined();
  });
});

interface OrderAnswer {
  readonly createOrder: {
    readonly order: { readonly id: string; readonly branch: object } | null;
    readonly userErrors: readonly object[];
  };
}
