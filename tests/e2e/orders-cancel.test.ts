import { eventually } from "../support/eventually";
import { RunningGateway } from "../support/running-gateway";
import { type SandboxControl } from "../support/sandbox-control";
import { ADMIN_KEY } from "../support/settings";
import { type PlacedOrder, type Storefront } from "../support/storefront";

const CANCEL = `mutation ($id: ID!) {
  cancelOrder(id: $id, reason: "Гость передумал") { order { status } userErrors { code } }
}`;

const LOOK = `query ($id: ID!) {
  order(id: $id) { status cancellable cancellation { outcome reason error { upstreamCode message fix } } }
}`;

interface Looked {
  readonly status: string;
  readonly cancellable: boolean;
  readonly cancellation: {
    readonly outcome: string;
    readonly reason: string;
    readonly error: object | null;
  } | null;
}

interface Cancelled {
  readonly cancelOrder: {
    readonly order: { status: string } | null;
    readonly userErrors: readonly { code: string }[];
  };
}

describe("cancelling an order", () => {
  let gateway: RunningGateway;
  let sandbox: SandboxControl;
  let storefront: Storefront;

  beforeAll(async () => {
    gateway = await RunningGateway.start();
    sandbox = gateway.sandbox;
    storefront = await gateway.storefront();
  });

  afterAll(() => gateway.stop());

  afterEach(() => sandbox.clearFaults());

  const cancel = async ({ id }: PlacedOrder) =>
    (await gateway.client.ask<Cancelled>(CANCEL, { id }, ADMIN_KEY)).cancelOrder;
  const look = async ({ id }: PlacedOrder) =>
    (await gateway.client.ask<{ order: Looked }>(LOOK, { id }, ADMIN_KEY)).order;
  const ended = (order: PlacedOrder) =>
    eventually(async () => {
      const looked = await look(order);
      return looked.cancellation?.outcome === "PENDING" ? undefined : looked;
    });
  const until = ({ trackingToken }: PlacedOrder, wanted: string) =>
    storefront.follow(trackingToken, ({ to, state }) => (to ?? state) === wanted);

  it("that waits in the kitchen's queue cancels it in the till, with the reason", async () => {
    await sandbox.setTill({ paused: true });
    const order = await storefront.order();
    await until(order, "IN_POS");
    expect(await look(order)).toMatchObject({ cancellable: true, cancellation: null });
    expect(await cancel(order)).toMatchObject({ userErrors: [] });
    await until(order, "CANCELLED");
    expect(await ended(order)).toMatchObject({
      status: "CANCELLED",
      cancellable: false,
      cancellation: { outcome: "DONE", reason: "Гость передумал", error: null },
    });
    expect(await sandbox.inTill(order.number)).toMatchObject([{ status: "Cancelled" }]);
  });

  it("that is being cooked is refused immediately, as a typed error, and the staff are asked to cancel it by hand", async () => {
    const order = await storefront.order();
    await until(order, "IN_POS");
    const [inTill] = await sandbox.inTill(order.number);
    await sandbox.send("POST", `orders/${inTill!.id}/status`, { status: "CookingStarted" });
    await until(order, "COOKING");
    expect(await cancel(order)).toMatchObject({ userErrors: [] });
    const { cancellation, status } = await ended(order);
    expect(status).toBe("COOKING");
    expect(cancellation).toMatchObject({
      outcome: "REFUSED",
      error: { upstreamCode: "CANCEL_NEEDS_WRITE_OFF" },
    });
    const isTold = ({ text }: { text: string }) =>
      text.includes(`Заказ № ${order.number} отменён, но на кассе`);
    for (const caught of [sandbox.mail, sandbox.telegram]) {
      await eventually(async () => (await caught()).some(isTold) || undefined);
    }
  });

  it("that has not been sent yet ends it here, and the till never sees it", async () => {
    await sandbox.plan({ times: 0, fault: { kind: "rate-limit", retryAfterSeconds: 5 } });
    const order = await storefront.order();
    await eventually(async () => {
      const { order: cancelled } = await cancel(order);
      return cancelled?.status === "CANCELLED" || undefined;
    });
    await sandbox.clearFaults();
    expect(await look(order)).toMatchObject({
      status: "CANCELLED",
      cancellation: { outcome: "DONE" },
    });
    expect(await sandbox.inTill(order.number)).toEqual([]);
    expect(await cancel(order)).toMatchObject({ userErrors: [{ code: "CONFLICT" }] });
  });
});
