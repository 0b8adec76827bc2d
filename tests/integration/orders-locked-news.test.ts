import { randomUUID } from "node:crypto";

import { OrderStatus } from "../../src/domain/orders/order-status";
import { OrderPoll } from "../../src/entities/orders/order-poll";
import { PosUnavailable } from "../../src/errors";
import { type PosOrderUpdate } from "../../src/ports/pos/pos-orders";
import { type Webhook } from "../../src/services/orders/status/parse-webhooks";
import { ReceiveWebhook } from "../../src/services/orders/status/receive-webhook";
import { aNewOrder } from "../support/a-new-order";
import { aStatusUpdate } from "../support/a-pos-order-update";
import { eventually } from "../support/eventually";
import { type HeldRow, holdRow } from "../support/hold-row";
import { OrderFixture } from "../support/order-fixture";

const { ACCEPTED, COOKING, READY, CLOSED, CANCELLED } = OrderStatus;

describe("news of an order that somebody else has locked", () => {
  let fixture: OrderFixture;
  let receive: ReceiveWebhook;
  const organizationId = randomUUID();
  let branchId: string;
  let held: { id: string; posOrderId: string };
  let free: { id: string; posOrderId: string };
  const locks: HeldRow[] = [];

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    receive = new ReceiveWebhook(fixture.db, () => undefined);
    branchId = await fixture.branch({}, organizationId);
  });

  beforeEach(async () => {
    [held, free] = [await inPos(), await inPos()];
  });

  afterEach(letGo);

  afterAll(() => fixture.stop());

  async function inPos(): Promise<{ id: string; posOrderId: string }> {
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId));
    await fixture.pass();
    return order;
  }

  async function hold(table = "orders", id = held.id, column = "id"): Promise<void> {
    locks.push(await holdRow(fixture.database.url, table, id, column));
  }

  async function letGo(): Promise<void> {
    for (const lock of locks.splice(0)) await lock.letGo();
  }

  function news(posOrderId: string, timestamp: number, status: OrderStatus): PosOrderUpdate {
    return aStatusUpdate(organizationId, posOrderId, timestamp, status);
  }

  async function come(...updates: PosOrderUpdate[][]): Promise<void> {
    const webhooks: Webhook[] = updates.map((body) => ({ organizationId, body }));
    for (const webhook of webhooks) await receive.execute(webhook);
  }

  const record = (useCases = fixture.useCases) => useCases.processWebhookInbox.execute();

  async function waiting(): Promise<number> {
    const [row] = await fixture.db.query<[{ count: number }]>(
      "select count(*)::int from waiting_webhooks",
    );
    return row.count;
  }

  async function recordAll(): Promise<void> {
    await eventually(async () => (await record()) === false && (await waiting()) === 0);
  }

  it("waits, while the news of others does not", async () => {
    await hold();
    await come([news(held.posOrderId, 2_000, COOKING)], [news(free.posOrderId, 2_000, READY)]);
    expect(await record()).toBeGreaterThan(0);
    expect(await fixture.statuses(free.id)).toEqual(["NEW", READY]);
    expect(await waiting()).toBe(1);
    await letGo();
    await recordAll();
    expect(await fixture.statuses(held.id)).toEqual(["NEW", COOKING]);
  });

  it("holds up its own web hook only as far as it concerns that order", async () => {
    await hold();
    await come([news(held.posOrderId, 2_000, COOKING), news(free.posOrderId, 2_000, READY)]);
    await record();
    expect(await fixture.statuses(free.id)).toEqual(["NEW", READY]);
    await come([news(free.posOrderId, 2_001, CLOSED)]);
    await record();
    await letGo();
    await recordAll();
    expect(await fixture.statuses(free.id)).toEqual(["NEW", READY, CLOSED]);
    expect(await fixture.statuses(held.id)).toEqual(["NEW", COOKING]);
  });

  it("is processed in order of arrival, including what came after the lock was gone", async () => {
    await hold();
    await come([news(held.posOrderId, 2_000, ACCEPTED)]);
    await record();
    // Pauses grow: later updates would be faster if they did not stay behind.
    for (let round = 0; round < 6; round += 1)
      await eventually(async () => Number(await record()) >= 20 * 2 ** round);
    await letGo();
    await come([news(held.posOrderId, 2_001, COOKING)], [news(held.posOrderId, 2_002, READY)]);
    await record();
    await recordAll();
    expect(await fixture.statuses(held.id)).toEqual(["NEW", ACCEPTED, COOKING, READY]);
  });

  it("is not held back by a process that kept it once another one has recorded it", async () => {
    const other = await fixture.anotherGateway();
    await hold();
    await come([news(held.posOrderId, 2_000, COOKING)]);
    await record();
    await letGo();
    await record(other);
    expect(await fixture.statuses(held.id)).toEqual(["NEW", COOKING]);
    await come([news(held.posOrderId, 2_001, READY)]);
    await recordAll();
    expect(await fixture.statuses(held.id)).toEqual(["NEW", COOKING, READY]);
  });

  it("keeps its time of arrival", async () => {
    await hold();
    await come([news(held.posOrderId, 2_000, COOKING)]);
    const rows = () => fixture.db.query<object[]>("select * from waiting_webhooks");
    const before = await rows();
    await record();
    expect(await rows()).toEqual(before);
    await letGo();
    await recordAll();
  });

  it("is skipped in a poll, and reconciled later", async () => {
    await fixture.useCases.pollOrders.execute({ branchIds: [branchId] });
    await hold();
    fixture.pos.decide(held.posOrderId, { status: COOKING, rawStatus: COOKING });
    fixture.pos.decide(free.posOrderId, { status: READY, rawStatus: READY });
    const [before] = await fixture.db.manager.find(OrderPoll);
    await fixture.useCases.pollOrders.execute({ branchIds: [branchId] });
    expect(await fixture.statuses(free.id)).toEqual(["NEW", READY]);
    const [after] = await fixture.db.manager.find(OrderPoll);
    expect(after?.place).not.toBe(before?.place);
    await fixture.pass(10);
    expect(await fixture.statuses(held.id)).toEqual(["NEW"]);
    await letGo();
    await fixture.pass(10);
    expect(await fixture.statuses(held.id)).toEqual(["NEW", COOKING]);
    await expectNoJob();
  });

  it("is skipped when the order needs a probe, and probed later", async () => {
    fixture.pos.orders.set(held.posOrderId, news(held.posOrderId, 3_000, COOKING));
    await come([news(held.posOrderId, 2_000, CANCELLED), news(held.posOrderId, 2_001, COOKING)]);
    await record();
    await hold();
    await fixture.pass(3);
    expect(await fixture.order(held.id)).toMatchObject({ status: CANCELLED });
    await letGo();
    await fixture.pass(10);
    expect(await fixture.order(held.id)).toMatchObject({ status: COOKING });
    await expectNoJob();
  });

  it("is requested again when the POS fails meanwhile", async () => {
    await fixture.useCases.pollOrders.execute({ branchIds: [branchId] });
    await hold();
    fixture.pos.decide(held.posOrderId, { status: COOKING, rawStatus: COOKING });
    await fixture.useCases.pollOrders.execute({ branchIds: [branchId] });
    await letGo();
    fixture.pos.nextLooks.push(new PosUnavailable("Nobody answers"));
    await fixture.pass(1);
    expect(await fixture.statuses(held.id)).toEqual(["NEW"]);
    await fixture.pass(10);
    expect(await fixture.statuses(held.id)).toEqual(["NEW", COOKING]);
  });

  it("does not wait while the record of a restaurant's last contact is locked", async () => {
    await come([news(free.posOrderId, 2_000, ACCEPTED)]);
    await record();
    await hold("organization_contacts", organizationId, "organization_id_in_pos");
    await come([news(free.posOrderId, 2_001, READY)]);
    expect(await record(await fixture.anotherGateway())).toBe(false);
    expect(await fixture.statuses(free.id)).toEqual(["NEW", ACCEPTED, READY]);
  });

  it("about its stop list waits in the same way", async () => {
    await fixture.pass();
    await fixture.db.query("insert into stop_lists (branch_id, due_at) values ($1, 'infinity')", [
      branchId,
    ]);
    await hold("stop_lists", branchId, "branch_id");
    await receive.execute({ organizationId, body: { stopListOf: organizationId } });
    await come([news(free.posOrderId, 2_000, READY)]);
    await record();
    expect(await fixture.statuses(free.id)).toEqual(["NEW", READY]);
    expect(await waiting()).toBe(1);
    await letGo();
    await recordAll();
    const [list] = await fixture.db.query<{ soon: boolean }[]>(
      "select due_at < 'infinity' soon from stop_lists",
    );
    expect(list).toEqual({ soon: true });
  });

  async function expectNoJob(): Promise<void> {
    expect(await fixture.db.query("select 1 from jobs where task = 'catch-up-order'")).toEqual([]);
  }
});
