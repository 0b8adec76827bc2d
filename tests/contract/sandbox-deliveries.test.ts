import { randomUUID } from "node:crypto";

import { demoRestaurant } from "../../sandbox/restaurant/demo-restaurant";
import { eventually } from "../support/eventually";
import { contractFor, webHookViolations } from "../support/iiko-contract";
import {
  aDelivery,
  aLine,
  type Json,
  organization,
  paymentType,
  productWith,
  SandboxSession,
} from "../support/sandbox-session";
import { WebHookReceiver } from "../support/web-hook-receiver";

const guest = demoRestaurant.guests[0]!;
const withOptions = productWith(({ modifierGroups }) => modifierGroups.some(({ min }) => min > 0));
const flexible = demoRestaurant.discounts.find(({ mode }) => mode === "FlexibleSum")!;

describe("the sandbox keeps iiko's contract", () => {
  let session: SandboxSession;
  beforeAll(async () => {
    session = await SandboxSession.open();
  });
  afterAll(() => session.close());

  const organizationId = organization.id;
  const rich = () =>
    aDelivery(
      {
        comment: "Без приборов",
        items: [aLine(withOptions, { positionId: randomUUID(), comment: "Погорячее" })],
        payments: [
          {
            paymentTypeKind: "External",
            paymentTypeId: paymentType("SITE"),
            sum: 10,
            isProcessedExternally: true,
          },
        ],
        discountsInfo: { discounts: [{ type: "RMS", discountTypeId: flexible.id, sum: 5 }] },
        loyaltyInfo: { coupon: "X", applicableManualConditions: [] },
        externalData: [{ key: "rr", value: "1", isPublic: false }],
        guests: { count: 2 },
      },
      { createOrderSettings: { transportToFrontTimeout: 30, checkStopList: true } },
    );

  /** Posts, and checks both directions against the contract. */
  async function checked(path: string, body: Json, status = 200): Promise<Json> {
    const contract = contractFor(path)!;
    const reply = await session.post(path, body);
    expect({ path, status: reply.status }).toEqual({ path, status });
    if (status === 200) expect(contract.request(body)).toEqual([]);
    expect(status === 200 ? contract.response(reply.body) : contract.error(reply.body)).toEqual([]);
    return reply.body;
  }

  async function taken(): Promise<string> {
    return (await session.createAndWait(rich())).id;
  }

  it("in logins", async () => {
    await checked("/api/1/access_token", { apiLogin: "demo-login" });
    await checked("/api/1/access_token", { apiLogin: "nope" }, 401);
  });

  it("in order creation: accepted, created, refused, repeated", async () => {
    const body = rich();
    await checked("/api/1/deliveries/create", body);
    await checked("/api/1/deliveries/create", body);
    await checked("/api/1/deliveries/create", {}, 400);
    const good = await taken();
    const bad = (await session.createAndWait(aDelivery({ phone: "+1" }))).id;
    const read = { organizationId, orderIds: [good, bad], returnExternalDataKeys: ["rr"] };
    expect((await checked("/api/1/deliveries/by_id", read)).orders).toHaveLength(2);
  });

  it.each(["CookingStarted", "OnWay", "Closed", "Cancelled"])(
    "in reads of an order that is %s",
    async (status) => {
      const id = await taken();
      await session.post(`/_sandbox/orders/${id}/status`, { status });
      await checked("/api/1/deliveries/by_id", { organizationId, orderIds: [id] });
      const { revision } = session.sandbox.orders().at(-1)!;
      await checked("/api/1/deliveries/by_revision", {
        startRevision: revision - 1,
        organizationIds: [organizationId],
      });
      await checked(
        "/api/1/deliveries/by_revision",
        { startRevision: 1, organizationIds: [organizationId] },
        400,
      );
    },
  );

  it("in reads by day", async () => {
    await taken();
    const window = {
      deliveryDateFrom: "2026-01-01 00:00:00.000",
      deliveryDateTo: "2026-01-01 12:00:00.000",
    };
    const path = "/api/1/deliveries/by_delivery_date_and_status";
    await checked(path, { organizationIds: [organizationId], ...window });
    await checked(
      path,
      { organizationIds: [organizationId], ...window, deliveryDateTo: "2026-02-01 00:00:00.000" },
      422,
    );
  });

  it("in commands", async () => {
    const id = await taken();
    await session.post(`/_sandbox/orders/${id}/status`, { status: "Waiting" });
    const target = { organizationId, orderId: id };
    const { correlationId } = await checked("/api/1/deliveries/update_order_delivery_status", {
      ...target,
      deliveryStatus: "OnWay",
    });
    await checked("/api/1/commands/status", {
      organizationId,
      correlationId: correlationId as string,
    });
    for (const operation of ["confirm", "close", "cancel"])
      await checked(`/api/1/deliveries/${operation}`, target);
    const late = await checked("/api/1/deliveries/close", target);
    await eventually(async () => {
      const status = { organizationId, correlationId: late.correlationId as string };
      return (await checked("/api/1/commands/status", status)).state === "Error" ? true : undefined;
    });
    await checked("/api/1/commands/status", { organizationId, correlationId: randomUUID() }, 400);
  });

  it("in loyalty", async () => {
    const path = "/api/1/loyalty/iiko";
    await checked(`${path}/customer/info`, { organizationId, type: "phone", phone: guest.phone });
    const { order } = aDelivery({ phone: guest.phone });
    await checked(`${path}/calculate`, { organizationId, order: order as Json });
    const hold = { customerId: guest.id, walletId: guest.wallets[0]!.id, sum: 1, organizationId };
    const { transactionId } = await checked(`${path}/customer/wallet/hold`, {
      ...hold,
      transactionId: randomUUID(),
    });
    await checked(`${path}/customer/wallet/cancel_hold`, {
      organizationId,
      transactionId: transactionId as string,
    });
  });

  it("in webhook settings and events", async () => {
    const receiver = await WebHookReceiver.listen();
    await checked("/api/1/webhooks/settings", { organizationId });
    const settings = { organizationId, webHooksUri: receiver.url, authToken: "t" };
    await checked("/api/1/webhooks/update_settings", settings);
    await checked("/api/1/webhooks/settings", { organizationId });
    await taken();
    await session.createAndWait(aDelivery({ phone: "+1" }));
    await session.send("PUT", "/_sandbox/stop-list", { items: [] });
    const events = await eventually(() =>
      receiver.events.length >= 3 ? receiver.events : undefined,
    );
    expect(webHookViolations(events)).toEqual([]);
    await session.post("/api/1/webhooks/update_settings", { organizationId, webHooksUri: "" });
    await receiver.close();
  });
});
