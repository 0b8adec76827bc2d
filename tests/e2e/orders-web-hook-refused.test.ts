import { DEMO_KEY } from "../../sandbox/credentials";
import { eventually } from "../support/eventually";
import { RunningGateway } from "../support/running-gateway";
import { type SandboxControl } from "../support/sandbox-control";
import { type Json, organization } from "../support/sandbox-session";
import { type PlacedOrder, type Storefront } from "../support/storefront";

const TIMELINE = `query ($token: String!) {
  trackedOrder(token: $token) { status timeline(first: 100) { nodes { ... on OrderStatusEvent { to lateBySeconds } } } }
}`;

interface Timeline {
  readonly trackedOrder: {
    readonly status: string;
    readonly timeline: {
      readonly nodes: readonly { readonly to?: string; readonly lateBySeconds?: number | null }[];
    };
  };
}

describe("a web hook that nobody may send", () => {
  let gateway: RunningGateway;
  let sandbox: SandboxControl;
  let storefront: Storefront;
  let token: string;

  beforeAll(async () => {
    gateway = await RunningGateway.start();
    sandbox = gateway.sandbox;
    storefront = await gateway.storefront();
    // The kitchen stands still: whatever happens to an order, a test has told it.
    await sandbox.setTill({ paused: true });
    const settings = await iiko("/api/1/webhooks/settings", { organizationId: organization.id });
    token = settings.authToken as string;
    expect(settings.webHooksUri).toBe(`${gateway.gateway.url}/webhooks/iiko/${organization.id}`);
  });

  afterAll(() => gateway.stop());

  async function iiko(path: string, body: object): Promise<Json> {
    const send = async (to: string, what: object, bearer = "") => {
      const headers = { "content-type": "application/json", authorization: `Bearer ${bearer}` };
      return (
        await fetch(sandbox.url + to, { method: "POST", headers, body: JSON.stringify(what) })
      ).json() as Promise<Json>;
    };
    const login = await send("/api/1/access_token", { apiLogin: DEMO_KEY });
    return send(path, body, login.token as string);
  }

  function post(
    body: unknown,
    authorization?: string,
    organizationId = organization.id,
  ): Promise<Response> {
    return fetch(`${gateway.gateway.url}/webhooks/iiko/${organizationId}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(authorization !== undefined && { authorization }),
      },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  }

  /** An order in the till, and what iiko would say when it gets another status. */
  async function inTill(): Promise<{
    order: PlacedOrder;
    event: (status: string, laterSeconds: number) => object;
  }> {
    const order = await storefront.order();
    const till = await eventually(async () => (await sandbox.inTill(order.number))[0]);
    await eventually(async () => (await timeline(order)).trackedOrder.status !== "NEW");
    const { orders } = await iiko("/api/1/deliveries/by_id", {
      organizationId: organization.id,
      orderIds: [till.id],
    });
    const [info] = orders as Json[];
    const event = (status: string, laterSeconds: number) => ({
      eventType: "DeliveryOrderUpdate",
      eventTime: "2026-03-01 12:00:00.000",
      organizationId: organization.id,
      correlationId: till.id,
      eventInfo: {
        ...info,
        timestamp: (info!.timestamp as number) + laterSeconds * 1000,
        // Nothing was noted of the steps before: they are known from web hooks alone.
        order: { ...(info!.order as object), cookingStartTime: null, status },
      },
    });
    return { order, event };
  }

  function timeline({ trackingToken }: PlacedOrder): Promise<Timeline> {
    return gateway.client.ask<Timeline>(TIMELINE, { token: trackingToken });
  }

  it.each([
    ["absent", () => undefined],
    ["empty", () => ""],
    ["wrong", () => `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`],
    ["too short", () => token.slice(0, 10)],
    ["too long", () => `${token}${token}`],
    ["in another scheme", () => `Basic ${token}`],
  ])("is refused when its token is %s", async (_, authorization) => {
    expect((await post([], authorization())).status).toBe(401);
  });

  it("is refused when its lists stand in each other without an end", async () => {
    const body = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    expect((await post(body, token)).status).toBe(400);
    expect((await post([JSON.parse("[".repeat(50) + "]".repeat(50))], token)).status).toBe(200);
  });

  it("is refused when its token belongs to another organization", async () => {
    expect((await post([], token, "3f6f3a4e-7c11-4a58-9d0a-6c0e8f3f1b52")).status).toBe(401);
  });

  it.each([
    ["raw", () => token],
    ["as Bearer", () => `Bearer ${token}`],
    ["as bearer", () => `bearer ${token}`],
  ])("is taken with its token %s", async (_, authorization) => {
    const { order, event } = await inTill();
    expect((await post([event("OnWay", 10)], authorization())).status).toBe(200);
    await eventually(async () => (await timeline(order)).trackedOrder.status === "ON_THE_WAY");
  });

  it("is not read when it comes from a stranger, however large or broken", async () => {
    const headers = { "content-type": "application/json", authorization: "x".repeat(4_000) };
    const answer = await fetch(`${gateway.gateway.url}/webhooks/iiko/${organization.id}`, {
      method: "POST",
      headers,
      body: "{broken".repeat(1_000),
    });
    expect(answer.status).toBe(401);
  });
});
