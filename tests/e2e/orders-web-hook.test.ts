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

describe("the web hook", () => {
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

  async function seen(order: PlacedOrder): Promise<string[]> {
    const { nodes } = (await timeline(order)).trackedOrder.timeline;
    return nodes.flatMap(({ to, lateBySeconds }) =>
      to ? [lateBySeconds ? `${to} late` : to] : [],
    );
  }

  it("records an event once that comes many times, alone or in a list", async () => {
    const { order, event } = await inTill();
    const before = await seen(order);
    const told = event("CookingStarted", 10);
    const answers = await Promise.all(
      [[told], told, [told, told]].map((body) => post(body, token)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    // Each is a job, and jobs keep no order.
    await eventually(async () => (await timeline(order)).trackedOrder.status === "COOKING");
    await post([event("OnWay", 20), told], token);
    await eventually(async () => (await timeline(order)).trackedOrder.status === "ON_THE_WAY");
    expect(await seen(order)).toEqual([...before, "COOKING", "ON_THE_WAY"]);
  });

  it("marks news that comes too late, and changes nothing for it", async () => {
    const { order, event } = await inTill();
    await post([event("OnWay", 20)], token);
    await eventually(async () => (await timeline(order)).trackedOrder.status === "ON_THE_WAY");
    await post([event("CookingStarted", 10)], token);
    await eventually(async () => (await seen(order)).includes("COOKING late"));
    expect((await timeline(order)).trackedOrder.status).toBe("ON_THE_WAY");
  });

  it("is taken and passed over when it speaks of something else", async () => {
    for (const body of [
      [],
      {},
      [{ eventType: "StopListUpdate" }],
      [null, 1, "text"],
      { eventInfo: { id: "nobody's" } },
    ]) {
      expect((await post(body, token)).status).toBe(200);
    }
  });

  it("may speak of many orders, organizations and other things at once; each is judged by itself", async () => {
    const [one, two] = [await inTill(), await inTill()];
    const foreign = "3f6f3a4e-7c11-4a58-9d0a-6c0e8f3f1b52";
    const told = two.event("OnWay", 10) as { eventInfo: object };
    const body = [
      { eventType: "StopListUpdate", organizationId: organization.id, eventInfo: {} },
      { ...told, eventType: "TableOrderUpdate" },
      {
        ...told,
        organizationId: foreign,
        eventInfo: { ...told.eventInfo, organizationId: foreign },
      },
      one.event("Delivered", 20),
    ];
    expect((await post(body, token)).status).toBe(200);
    await eventually(async () => (await timeline(one.order)).trackedOrder.status === "DELIVERED");
    expect((await timeline(two.order)).trackedOrder.status).toBe("ACCEPTED");
  });

  it("may hold what no database keeps: the rest of it is recorded, and what comes after it", async () => {
    const [one, two] = [await inTill(), await inTill()];
    const odd = one.event("OnWay", 10) as { eventInfo: { order: object } };
    const order = {
      ...odd.eventInfo.order,
      courierInfo: { courier: { name: "Ann\u0000\ud83d", phone: "\u0000" } },
      cookingFinishTime: "0001-01-01 00:00:00.000",
      whenSended: "+275760-09-13 00:00:00.000",
    };
    const body = [
      { ...odd, eventInfo: { ...odd.eventInfo, order } },
      { ...odd, eventInfo: { ...odd.eventInfo, id: "\u0000" } },
      { ...odd, eventInfo: { ...odd.eventInfo, timestamp: 1e300 } },
      two.event("Delivered", 20),
    ];
    expect((await post(body, token)).status).toBe(200);
    await eventually(async () => (await timeline(two.order)).trackedOrder.status === "DELIVERED");
    expect((await timeline(one.order)).trackedOrder.status).toBe("ON_THE_WAY");
  });

  it.each([
    ["cut off", () => "[{", 400],
    ["a text", () => '"text"', 400],
    ["empty", () => "", 400],
    ["larger than 8 MB", () => JSON.stringify(["x".repeat(8 * 2 ** 20)]), 413],
    ["large, as of many orders", () => JSON.stringify(["x".repeat(2 ** 20)]), 200],
  ])("whose body is %s is answered as it deserves", async (_, body, status) => {
    const response = await fetch(`${gateway.gateway.url}/webhooks/iiko/${organization.id}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: token },
      body: body(),
    });
    expect(response.status).toBe(status);
  });
});
