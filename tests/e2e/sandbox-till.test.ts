import { randomUUID } from "node:crypto";

import { eventually } from "../support/eventually";
import { aDelivery, type Json, organization, SandboxSession } from "../support/sandbox-session";

const FAST = 2000;

describe("the sandbox's till", () => {
  let session: SandboxSession;
  beforeEach(async () => {
    session = await SandboxSession.open();
  });
  afterEach(() => session.close());

  const pace = (body: Json) => session.send("PUT", "/_sandbox/till", body);
  const force = (id: string, status: string) =>
    session.post(`/_sandbox/orders/${id}/status`, { status });
  const order = async (id: string): Promise<Json> => (await session.orderInfo(id))!.order;
  async function aTakenOrder(overrides: Json = {}): Promise<string> {
    return (await session.createAndWait(aDelivery(overrides))).id;
  }
  const inStatus = (id: string, status: string) =>
    eventually(async () => {
      const found = await order(id);
      return found.status === status ? found : undefined;
    });
  async function command(operation: string, orderId: string, rest: Json = {}): Promise<Json> {
    const target = { organizationId: organization.id, orderId };
    const { body } = await session.post(`/api/1/deliveries/${operation}`, { ...target, ...rest });
    return eventually(async () => {
      const status = await session.post("/api/1/commands/status", {
        organizationId: organization.id,
        correlationId: body.correlationId as string,
      });
      return status.body.state === "InProgress" ? undefined : status.body;
    });
  }

  it("cooks, dispatches and closes an order, recording all its times", async () => {
    const id = await aTakenOrder();
    await pace({ speed: FAST });
    const closed = await inStatus(id, "Closed");
    const times = [
      "whenConfirmed",
      "whenPrinted",
      "whenCookingCompleted",
      "whenPacked",
      "whenSended",
      "whenDelivered",
    ];
    for (const field of [...times, "whenClosed"])
      expect(closed[field]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/);
    expect(closed.courierInfo).toMatchObject({ courier: { name: expect.any(String) as string } });
    expect((closed.items as Json[])[0]!.status).toBe("Served");
  });

  it("does not send a courier for a pickup", async () => {
    const id = await aTakenOrder({ orderServiceType: "DeliveryByClient", deliveryPoint: null });
    await pace({ speed: FAST });
    const closed = await inStatus(id, "Closed");
    expect(closed).toMatchObject({ whenSended: null, courierInfo: null });
  });

  it("stops while it is paused", async () => {
    await pace({ speed: FAST, paused: true });
    const id = await aTakenOrder();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect((await order(id)).status).toBe("WaitCooking");
    await pace({ paused: false });
    await inStatus(id, "Closed");
  });

  it("can be set to any status by hand, even an earlier one", async () => {
    const id = await aTakenOrder();
    await force(id, "OnWay");
    expect((await order(id)).whenSended).not.toBeNull();
    await force(id, "CookingStarted");
    expect(await order(id)).toMatchObject({
      status: "CookingStarted",
      whenSended: null,
      courierInfo: null,
    });
  });

  it("increases timestamp and revision with every change", async () => {
    const id = await aTakenOrder();
    const before = session.sandbox.orders()[0]!;
    await force(id, "CookingStarted");
    const after = session.sandbox.orders()[0]!;
    expect(after.timestamp).toBeGreaterThan(before.timestamp);
    expect(after.revision).toBeGreaterThan(before.revision);
  });

  it("moves an order to a new id", async () => {
    const id = await aTakenOrder();
    const { body } = await session.post(`/_sandbox/orders/${id}/move`, {});
    expect(await order(id)).toMatchObject({
      status: "Cancelled",
      movedToDeliveryId: body.id as string,
    });
    expect(body).toMatchObject({ movedFromDeliveryId: id, status: "WaitCooking" });
  });

  it("moves an order between Waiting, OnWay and Delivered when the API asks for it", async () => {
    const id = await aTakenOrder();
    expect(
      await command("update_order_delivery_status", id, { deliveryStatus: "OnWay" }),
    ).toMatchObject({
      state: "Error",
    });
    await force(id, "Waiting");
    expect(
      await command("update_order_delivery_status", id, { deliveryStatus: "OnWay" }),
    ).toMatchObject({
      state: "Success",
    });
    expect((await order(id)).status).toBe("OnWay");
    const target = { organizationId: organization.id, orderId: id, deliveryStatus: "Closed" };
    expect(
      (await session.post("/api/1/deliveries/update_order_delivery_status", target)).status,
    ).toBe(400);
  });

  it("cancels with a cause", async () => {
    const id = await aTakenOrder();
    expect(await command("cancel", id, { cancelComment: "передумал" })).toMatchObject({
      state: "Success",
    });
    expect((await order(id)).cancelInfo).toMatchObject({
      comment: "передумал",
      cause: { name: expect.any(String) as string },
    });
  });

  it("confirms an order that is waiting for confirmation", async () => {
    await session.switch({ confirmationRequired: true });
    const id = await aTakenOrder();
    expect((await order(id)).status).toBe("Unconfirmed");
    await command("confirm", id);
    expect((await order(id)).status).toBe("WaitCooking");
  });

  it("closes a delivery that is on its way, but not one in the kitchen", async () => {
    const id = await aTakenOrder();
    expect(await command("close", id)).toMatchObject({ state: "Error" });
    await force(id, "OnWay");
    expect(await command("close", id)).toMatchObject({ state: "Success" });
    expect((await order(id)).status).toBe("Closed");
  });

  it("refuses commands for unknown orders", async () => {
    const target = { organizationId: organization.id, orderId: randomUUID() };
    expect((await session.post("/api/1/deliveries/cancel", target)).status).toBe(400);
  });
});
