import { randomUUID } from "node:crypto";

import { eventually } from "../support/eventually";
import { aDelivery, type Json, organization, SandboxSession } from "../support/sandbox-session";

describe("the sandbox's till", () => {
  let session: SandboxSession;
  beforeEach(async () => {
    session = await SandboxSession.open();
  });
  afterEach(() => session.close());
  const force = (id: string, status: string) =>
    session.post(`/_sandbox/orders/${id}/status`, { status });
  const order = async (id: string): Promise<Json> => (await session.orderInfo(id))!.order;
  async function aTakenOrder(overrides: Json = {}): Promise<string> {
    return (await session.createAndWait(aDelivery(overrides))).id;
  }

  describe("reading what it has", () => {
    const byId = (body: Json) =>
      session.post("/api/1/deliveries/by_id", { organizationId: organization.id, ...body });
    const byDate = (deliveryDateFrom: string, deliveryDateTo: string, rest: Json = {}) =>
      session.post("/api/1/deliveries/by_delivery_date_and_status", {
        organizationIds: [organization.id],
        deliveryDateFrom,
        deliveryDateTo,
        ...rest,
      });
    const byRevision = (startRevision: number, rest: Json = {}) =>
      session.post("/api/1/deliveries/by_revision", {
        startRevision,
        organizationIds: [organization.id],
        ...rest,
      });
    const found = (body: Json): Json[] =>
      (body.ordersByOrganizations as Json[])[0]!.orders as Json[];

    it("finds by order id or by POS id, never by both, and leaves out unknown ids", async () => {
      const id = await aTakenOrder();
      const { posId } = (await session.orderInfo(id))!;
      expect((await byId({ orderIds: [randomUUID(), id] })).body.orders).toHaveLength(1);
      expect((await byId({ posOrderIds: [posId] })).body.orders).toHaveLength(1);
      expect((await byId({ posOrderIds: [posId], orderIds: [id] })).status).toBe(400);
      expect((await byId({})).status).toBe(400);
      expect(
        (await byId({ orderIds: Array.from({ length: 201 }, () => randomUUID()) })).status,
      ).toBe(400);
      expect((await byId({ orderIds: [id], sourceKeys: ["another"] })).body.orders).toHaveLength(0);
    });

    it("returns the external data that is asked for", async () => {
      const id = await aTakenOrder({ externalData: [{ key: "rr", value: "1", isPublic: false }] });
      expect((await order(id)).externalData).toBeNull();
      const { body } = await byId({ orderIds: [id], returnExternalDataKeys: ["rr"] });
      expect(body.orders).toMatchObject([{ order: { externalData: [{ key: "rr", value: "1" }] } }]);
    });

    it("feeds changes after a revision, and refuses one older than three hours", async () => {
      const id = await aTakenOrder();
      const { revision } = session.sandbox.orders()[0]!;
      expect(found((await byRevision(revision)).body)).toHaveLength(0);
      await force(id, "CookingStarted");
      const { body } = await byRevision(revision);
      expect(found(body)).toMatchObject([{ id }]);
      expect(found((await byRevision(body.maxRevision as number)).body)).toHaveLength(0);
      expect((await byRevision(1)).status).toBe(400);
    });

    it("finds by day and status, over one day at most", async () => {
      const id = await aTakenOrder();
      const day = ((await order(id)).completeBefore as string).slice(0, 10);
      const [from, to] = [`${day} 00:00:00.000`, `${day} 23:59:59.999`];
      expect(found((await byDate(from, to)).body)).toMatchObject([{ id }]);
      expect(found((await byDate(from, to, { statuses: ["Closed"] })).body)).toHaveLength(0);
      expect((await byDate(from, "2099-01-01 00:00:00.000")).status).toBe(422);
    });

    it("knows the command of a creation but not made-up ones, and forgets old ones", async () => {
      await session.fault({ kind: "stay-in-progress", ms: 1_000 });
      const { body } = await session.create(aDelivery());
      const status = (correlationId: string) =>
        session.post("/api/1/commands/status", { organizationId: organization.id, correlationId });
      const correlationId = body.correlationId as string;
      expect((await status(correlationId)).body).toEqual({ state: "InProgress" });
      await eventually(async () => (await status(correlationId)).body.state === "Success");
      const unknown = await status(randomUUID());
      expect(unknown).toMatchObject({ status: 400, body: { error: "PASSED_COMMAND_NOT_FOUND" } });
      await session.switch({ commandLifetimeSeconds: 0 });
      expect((await status(correlationId)).status).toBe(410);
    });
  });
});
