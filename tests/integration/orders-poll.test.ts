import { randomUUID } from "node:crypto";

import { OrderStatus } from "../../src/domain/orders/order-status";
import { OrganizationContact } from "../../src/entities/branches/organization-contact";
import { OrderPoll } from "../../src/entities/orders/order-poll";
import { PosUnavailable } from "../../src/errors";
import { aNewOrder } from "../support/a-new-order";
import { aPosOrderUpdate } from "../support/a-pos-order-update";
import { OrderFixture } from "../support/order-fixture";

const { COOKING, READY, CANCELLED, CLOSED } = OrderStatus;

describe("polling a POS for its orders", () => {
  let fixture: OrderFixture;
  let organizationId: ReturnType<typeof randomUUID>;
  let branchId: string;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
    organizationId = randomUUID();
    branchId = await fixture.branch({}, organizationId);
  });

  afterEach(() => fixture.stop());

  async function inPos(): Promise<{ id: string; posOrderId: string }> {
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId));
    await fixture.pass();
    return order;
  }

  function till(posOrderId: string, status: OrderStatus): void {
    fixture.pos.decide(posOrderId, { status, rawStatus: status });
  }

  async function place(): Promise<string | undefined> {
    const [poll] = await fixture.db.manager.find(OrderPoll);
    return poll?.place;
  }

  it("notices every status change without any web hook, every 20 s", async () => {
    const { id, posOrderId } = await inPos();
    await fixture.periodicJobs.planFirst("plan-polls");
    await fixture.pass(21);
    till(posOrderId, COOKING);
    await fixture.pass(21);
    till(posOrderId, READY);
    await fixture.pass(21);
    expect(await fixture.statuses(id)).toEqual(["NEW", "COOKING", "READY"]);
    const [event] = (await fixture.history.after(id, 0, 100)).slice(-1);
    expect(event?.detail).toMatchObject({ observedBy: "POLL" });
    expect(await fixture.db.manager.find(OrganizationContact)).toMatchObject([
      { organizationId, webhookAt: null },
    ]);
  });

  it("is one call for all organizations of a key", async () => {
    for (let count = 1; count <= 3; count += 1) await fixture.branch();
    await inPos();
    await fixture.periodicJobs.planFirst("plan-polls");
    await fixture.pass(100);
    expect([fixture.pos.seeds, fixture.pos.polls]).toEqual([1, 4]);
  });

  it("is rare while no order is under way", async () => {
    const { posOrderId } = await inPos();
    till(posOrderId, CLOSED);
    await fixture.periodicJobs.planFirst("plan-polls");
    await fixture.pass(21);
    const before = fixture.pos.polls;
    await fixture.pass(280);
    expect(fixture.pos.polls).toBe(before);
    await fixture.pass(30);
    expect(fixture.pos.polls).toBe(before + 1);
  });

  it("waits once per key, however many processes plan it", async () => {
    await Promise.all([1, 2, 3].map(() => fixture.periodicJobs.planFirst("plan-polls")));
    await Promise.all([1, 2, 3].map(() => fixture.useCases.planPolls.execute()));
    const tasks = await fixture.db.query<{ task: string }[]>("select task from jobs order by 1");
    expect(tasks.map(({ task }) => task)).toEqual(["plan-polls", "poll-orders"]);
  });

  it("continues where it was after a failure", async () => {
    const { id, posOrderId } = await inPos();
    await fixture.useCases.pollOrders.execute({ branchIds: [branchId] });
    const before = await place();
    till(posOrderId, COOKING);
    fixture.pos.failure = new PosUnavailable("Nobody answers");
    await fixture.useCases.pollOrders.execute({ branchIds: [branchId] });
    expect(await place()).toBe(before);
    fixture.pos.failure = undefined;
    await fixture.useCases.pollOrders.execute({ branchIds: [branchId] });
    expect(await fixture.order(id)).toMatchObject({ status: COOKING });
  });

  it("starts over after too long a gap, and looks up by id what it does not find by date", async () => {
    const first = await inPos();
    const second = await inPos();
    await fixture.useCases.pollOrders.execute({ branchIds: [branchId] });
    till(first.posOrderId, READY);
    till(second.posOrderId, COOKING);
    fixture.pos.oldestPlace = 100;
    fixture.pos.notDue.add(second.posOrderId);
    await fixture.useCases.pollOrders.execute({ branchIds: [branchId] });
    expect(await fixture.order(first.id)).toMatchObject({ status: READY });
    expect(await fixture.order(second.id)).toMatchObject({ status: COOKING });
    expect(fixture.pos.seeds).toBe(2);
  });

  it("starts over when the key gets another organization", async () => {
    await fixture.useCases.pollOrders.execute({ branchIds: [branchId] });
    const other = await fixture.branch();
    await fixture.useCases.pollOrders.execute({ branchIds: [branchId, other] });
    await fixture.useCases.pollOrders.execute({ branchIds: [other, branchId] });
    expect([fixture.pos.seeds, fixture.pos.polls]).toEqual([2, 1]);
  });

  it("confirms what it finds: a cancelled order that goes on is restored", async () => {
    const { id, posOrderId } = await inPos();
    till(posOrderId, CANCELLED);
    await fixture.useCases.pollOrders.execute({ branchIds: [branchId] });
    till(posOrderId, COOKING);
    await fixture.useCases.pollOrders.execute({ branchIds: [branchId] });
    expect(await fixture.statuses(id)).toEqual(["NEW", "CANCELLED", "COOKING"]);
  });

  it("leaves the orders of other channels alone", async () => {
    await fixture.useCases.pollOrders.execute({ branchIds: [branchId] });
    fixture.pos.changes.push(
      aPosOrderUpdate({ organizationId, status: COOKING, rawStatus: "CookingStarted" }),
    );
    await fixture.useCases.pollOrders.execute({ branchIds: [branchId] });
    expect(await place()).toBe("1");
  });
});

describe("purging", () => {
  let fixture: OrderFixture;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });

  afterAll(() => fixture.stop());

  it("deletes the events of old orders and dead jobs, and nothing younger", async () => {
    const old = await fixture.taken();
    await fixture.db.query("update jobs set dead = true, created_at = $1", [fixture.clock.now()]);
    fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + 31 * 86_400_000));
    const young = await fixture.taken();
    const { version } = await fixture.order(old);
    await fixture.useCases.purgeExpired.execute();
    await fixture.useCases.purgeExpired.execute();
    expect(await fixture.history.after(old, 0, 10)).toEqual([]);
    expect(await fixture.history.after(young, 0, 10)).toHaveLength(2);
    expect((await fixture.order(old)).version).toBe(version);
    const tasks = await fixture.db.query<{ task: string }[]>("select task from jobs order by 1");
    expect(tasks.map(({ task }) => task)).toEqual(["send-order"]);
  });
});
