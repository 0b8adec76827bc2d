import { createClient } from "../../packages/client/src/create-client";
import { type TrackedEvent } from "../../packages/client/src/operations";
import { eventually } from "../support/eventually";
import { customerToken, RunningGateway } from "../support/running-gateway";
import { SseClient } from "../support/sse-client";
import { type PlacedOrder, type Storefront } from "../support/storefront";
import { isSupergraphInstalled, Supergraph } from "../support/supergraph";

const ROUTER_KEY = "mK4vT9xQ2wZ7bN5cR8dF3gHj";
const GUEST = { name: "Тест", phone: "+79990000171" };
const BRANCHES = `{ branches { nodes { id name address openingHours { weekday } } } }`;
const REVIEW = `mutation ($id: ID!) { reviewOrder(orderId: $id, stars: 4) {
  stars order { number totals { total { amount } } review { stars } } } }`;
const TRACK = `subscription ($token: String!) { trackOrder(token: $token) {
  cursor previousCursor order { number review { stars } } } }`;

/** `npm ci --prefix examples/supergraph` installs what these tests need. */
const describeWithRouters = isSupergraphInstalled ? describe : describe.skip;

describeWithRouters.each(["apollo", "hive"] as const)("the graph behind %s", (router) => {
  let gateway: RunningGateway;
  let graph: Supergraph;
  let storefront: Storefront;
  let order: PlacedOrder;

  beforeAll(async () => {
    const settings = { FEDERATION: "true", ROUTER_KEY, TRUST_PROXY: "true" };
    gateway = await RunningGateway.start({ ...settings, SANDBOX_SPEED: "15" });
    storefront = await gateway.storefront();
    const gatewayUrl = `${gateway.gateway.url}/graphql`;
    graph = await Supergraph.start({ router, gatewayUrl, routerKey: ROUTER_KEY });
    order = await storefront.order({ customer: GUEST });
  });

  afterAll(async () => {
    await graph?.kill();
    await gateway?.stop();
  });

  async function ask(query: string, variables: object = {}, token?: string) {
    const response = await fetch(graph.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as { data: Record<string, unknown> };
  }

  it("answers a query from both services", async () => {
    const { data } = await ask(BRANCHES);
    expect(data).toMatchObject({
      branches: {
        nodes: expect.arrayContaining([
          expect.objectContaining({ id: storefront.branchId, address: "1 Lighthouse Street" }),
        ]) as unknown,
      },
    });
  });

  it("changes something in one service, and shows a guest the order from the other", async () => {
    const { data } = await ask(REVIEW, { id: order.id }, await customerToken(GUEST.phone));
    expect(data).toMatchObject({
      reviewOrder: { stars: 4, order: { number: order.number, review: { stars: 4 } } },
    });
  });

  it("shows the order to no one else", async () => {
    for (const token of [undefined, await customerToken("+79990000172")]) {
      const { data } = await ask(REVIEW, { id: order.id }, token);
      expect(data["reviewOrder"]).toMatchObject({ stars: 4, order: null });
    }
  });

  if (router !== "hive") return;

  it("reports an event of an order together with what the other service knows about it", async () => {
    const body = { query: TRACK, variables: { token: order.trackingToken } };
    const stream = await SseClient.open({ url: graph.url, body });
    const told = await eventually(() => stream.events[0]);
    expect(told.data).toMatchObject({
      data: { trackOrder: { order: { number: order.number, review: { stars: 4 } } } },
    });
    stream.response.destroy();
  });

  it("lets our client follow an order to its end", async () => {
    const { trackingToken } = await storefront.order();
    const client = createClient({ url: graph.url });
    const events: TrackedEvent[] = [];
    for await (const event of client.trackOrder(trackingToken)) events.push(event);
    expect(events.at(-1)).toMatchObject({ to: "CLOSED" });
    const cursors = events.map(({ cursor }) => cursor);
    expect(events.slice(1).map(({ previousCursor }) => previousCursor)).toEqual(
      cursors.slice(0, -1),
    );
  });
});
