import { eventually } from "../support/eventually";
import {
  aDelivery,
  type Json,
  organization,
  plainProduct,
  SandboxSession,
} from "../support/sandbox-session";
import { WebHookReceiver } from "../support/web-hook-receiver";

describe("the sandbox's web hooks", () => {
  let session: SandboxSession;
  let receiver: WebHookReceiver;
  beforeEach(async () => {
    [session, receiver] = await Promise.all([SandboxSession.open(), WebHookReceiver.listen()]);
  });
  afterEach(() => Promise.all([session.close(), receiver.close()]));

  const register = (rest: Json = {}) =>
    session.post("/api/1/webhooks/update_settings", {
      organizationId: organization.id,
      webHooksUri: receiver.url,
      authToken: "hook-secret",
      ...rest,
    });
  const settings = async () =>
    (await session.post("/api/1/webhooks/settings", { organizationId: organization.id })).body;
  const force = (id: string, status: string) =>
    session.post(`/_sandbox/orders/${id}/status`, { status });
  const received = (count: number) =>
    eventually(() => (receiver.events.length >= count ? receiver.events : undefined));
  const statuses = () => receiver.events.map((event) => event.eventInfo.order?.status as string);
  async function aTakenOrder(): Promise<string> {
    return (await session.createAndWait(aDelivery())).id;
  }

  it("keep one registration per key and organization", async () => {
    expect((await settings()).webHooksUri).toBeNull();
    await register({ webHooksUri: "http://127.0.0.1:9/other" });
    await register();
    expect(await settings()).toMatchObject({
      apiLoginName: "Demo",
      webHooksUri: receiver.url,
      authToken: "hook-secret",
    });
  });

  it("report the creation and every status, with the whole order", async () => {
    await register();
    const id = await aTakenOrder();
    await received(1);
    await force(id, "CookingStarted");
    const [created, cooking] = await received(2);
    expect(created).toMatchObject({
      eventType: "DeliveryOrderUpdate",
      organizationId: organization.id,
    });
    expect(created!.eventInfo).toMatchObject({
      id,
      creationStatus: "Success",
      order: { status: "WaitCooking" },
    });
    expect(cooking!.eventInfo.order).toMatchObject({
      status: "CookingStarted",
      items: [{ status: "CookingStarted" }],
    });
    expect(receiver.calls[0]!.authorization).toBe("hook-secret");
  });

  it("report a refused order", async () => {
    await register();
    await session.createAndWait(aDelivery({ phone: "1" }));
    const [event] = await received(1);
    expect(event).toMatchObject({
      eventType: "DeliveryOrderError",
      eventInfo: { errorInfo: { code: "InvalidPhone" } },
    });
  });

  it("report that a stop list has changed, without products", async () => {
    await register({ webHooksFilter: { stopListUpdateFilter: { updates: true } } });
    const items = [{ article: plainProduct.article, balance: 0 }];
    await session.send("PUT", "/_sandbox/stop-list", { items });
    const [event] = await received(1);
    expect(event!.eventType).toBe("StopListUpdate");
    expect(Object.keys(event!.eventInfo as Json)).toEqual(["terminalGroupsStopListsUpdates"]);
  });

  it("send only what the filter lets through", async () => {
    await register({
      webHooksFilter: { deliveryOrderFilter: { orderStatuses: ["OnWay"], errors: false } },
    });
    await session.createAndWait(aDelivery({ phone: "1" }));
    const id = await aTakenOrder();
    await force(id, "OnWay");
    await received(1);
    expect(statuses()).toEqual(["OnWay"]);
  });

  it("can put Bearer before the token", async () => {
    await session.switch({ bearerWebHooks: true });
    await register();
    await aTakenOrder();
    await received(1);
    expect(receiver.calls[0]!.authorization).toBe("Bearer hook-secret");
  });

  it("are retried when the answer is not 200, and given up after three tries", async () => {
    receiver.answers = [500, 500, 500];
    await register();
    await aTakenOrder();
    await eventually(() => (receiver.calls.length === 3 ? true : undefined));
    await session.fault({ kind: "webhook-loss" });
    await aTakenOrder();
    await aTakenOrder();
    await eventually(() => (receiver.calls.length === 4 ? true : undefined));
  });

  it("do not hold up the till when nobody is listening", async () => {
    await register({ webHooksUri: "http://127.0.0.1:9/nobody" });
    const id = await aTakenOrder();
    await force(id, "Closed");
    expect((await session.orderInfo(id))!.order.status).toBe("Closed");
  });

  it("are lost, repeated or reordered when a fault says so", async () => {
    await register();
    const id = await aTakenOrder();
    await received(1);
    await session.fault({ kind: "webhook-loss" });
    await force(id, "CookingStarted");
    await session.fault({ kind: "webhook-duplicate" });
    await force(id, "CookingCompleted");
    await received(3);
    await session.fault({ kind: "webhook-reorder" });
    await force(id, "Waiting");
    await force(id, "OnWay");
    await received(5);
    expect(statuses()).toEqual([
      "WaitCooking",
      "CookingCompleted",
      "CookingCompleted",
      "OnWay",
      "Waiting",
    ]);
  });
});
