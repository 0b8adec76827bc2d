import { eventually } from "../support/eventually";
import { RunningGateway } from "../support/running-gateway";
import { type SandboxControl } from "../support/sandbox-control";
import { ADMIN_KEY } from "../support/settings";
import { type PlacedOrder, type Storefront, type TrackedEvent } from "../support/storefront";

const STEPS = [
  "NEW",
  "ACCEPTED",
  "COOKING",
  "READY",
  "WAITING_FOR_COURIER",
  "ON_THE_WAY",
  "DELIVERED",
];
const ORDER = `query ($token: String!) { trackedOrder(token: $token) {
  status promisedAt courier { name updatedAt }
  timeline(first: 100) { nodes { at ... on OrderStatusEvent { to observedBy lateBySeconds } } }
} }`;
const BRANCH = `subscription ($branchId: ID!, $after: EventCursor) {
  branchOrderEvents(branchId: $branchId, after: $after) { id cursor ... on OrderStatusEvent { to } }
}`;
const HEALTH = "query ($id: ID!) { branch(id: $id) { health { lastWebhookAt lastPollAt } } }";

interface Tracked {
  readonly status: string;
  readonly promisedAt: string | null;
  readonly courier: { readonly name: string; readonly updatedAt: string | null } | null;
  readonly timeline: {
    readonly nodes: readonly { at: string; to?: string; observedBy?: string }[];
  };
}

describe.each([
  { way: "polls alone", poll: "1", lossy: true, heard: ["lastPollAt"] },
  { way: "web hooks alone", poll: "0", lossy: false, heard: ["lastWebhookAt"] },
])("an order that is reported by $way", ({ poll, lossy, heard }) => {
  let gateway: RunningGateway;
  let sandbox: SandboxControl;
  let storefront: Storefront;

  beforeAll(async () => {
    gateway = await RunningGateway.start({ ORDER_POLL_SECONDS: poll });
    sandbox = gateway.sandbox;
    storefront = await gateway.storefront();
    if (lossy) await sandbox.plan({ fault: { kind: "webhook-loss" }, times: 0 });
  });

  afterAll(() => gateway.stop());

  async function tracked({ trackingToken }: PlacedOrder): Promise<Tracked> {
    return (await gateway.client.ask<{ trackedOrder: Tracked }>(ORDER, { token: trackingToken }))
      .trackedOrder;
  }

  it("shows its guest every step once, in order, with the kitchen's times", async () => {
    const order = await storefront.order();
    const seen = await storefront.follow(
      order.trackingToken,
      ({ to }: TrackedEvent) => to === "DELIVERED",
    );
    expect(seen.flatMap(({ to }) => to ?? [])).toEqual(STEPS);
    const { timeline, promisedAt, courier } = await tracked(order);
    const times = timeline.nodes
      .filter(({ to }) => STEPS.slice(1).includes(to ?? ""))
      .map(({ at }) => Date.parse(at));
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(promisedAt).not.toBeNull();
    expect(courier).toEqual({ name: "Курьер Демо", updatedAt: expect.any(String) as string });
    const { branch } = await gateway.client.ask<{
      branch: { health: Record<string, string | null> };
    }>(HEALTH, { id: storefront.branchId }, ADMIN_KEY);
    expect(Object.keys(branch.health).filter((name) => branch.health[name] !== null)).toEqual(
      heard,
    );
  });

  it("is cancelled, or is followed to another restaurant instead of being cancelled", async () => {
    await sandbox.setTill({ paused: true });
    const [cancelled, moved] = [await storefront.order(), await storefront.order()];
    const [first, second] = await Promise.all(
      [cancelled, moved].map(({ number }) =>
        eventually(async () => (await sandbox.inTill(number))[0]),
      ),
    );
    await sandbox.send("POST", `orders/${first!.id}/status`, { status: "Cancelled" });
    const elsewhere = await sandbox.send<{ id: string }>("POST", `orders/${second!.id}/move`, {});
    await sandbox.send("POST", `orders/${elsewhere.id}/status`, { status: "CookingStarted" });
    await eventually(async () => (await tracked(cancelled)).status === "CANCELLED");
    await eventually(async () => (await tracked(moved)).status === "COOKING");
    const { nodes } = (await tracked(moved)).timeline;
    expect(nodes.flatMap(({ to }) => to ?? [])).not.toContain("CANCELLED");
    await sandbox.setTill({ paused: false });
  });

  it("appears in what its branch's operators see, from any cursor on", async () => {
    const all = await branchEvents(undefined, 10);
    const rest = await branchEvents(all[3]!.cursor, 6);
    expect(rest.map(({ id }) => id)).toEqual(all.slice(4).map(({ id }) => id));
  });

  async function branchEvents(
    after: string | undefined,
    count: number,
  ): Promise<{ id: string; cursor: string }[]> {
    const start = after ?? Buffer.from("0.0.0").toString("base64url");
    const events: { id: string; cursor: string }[] = [];
    const variables = { branchId: storefront.branchId, after: start };
    for await (const { data } of gateway.client.subscribe<{
      branchOrderEvents: { id: string; cursor: string };
    }>(BRANCH, variables, ADMIN_KEY)) {
      events.push(data.branchOrderEvents);
      if (events.length === count) break;
    }
    return events;
  }
});
