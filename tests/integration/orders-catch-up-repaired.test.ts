import { randomUUID } from "node:crypto";

import { OrderStatus } from "../../src/domain/orders/order-status";
import { PosUnavailable } from "../../src/errors";
import { aNewOrder } from "../support/a-new-order";
import { type HeldRow, holdRow } from "../support/hold-row";
import { OrderFixture } from "../support/order-fixture";
import { repairOnce } from "../support/repair-once";

const { COOKING, READY } = OrderStatus;

describe("an order that was locked when its news came, after every job is gone", () => {
  let fixture: OrderFixture;
  let branchId: string;
  let order: { id: string; posOrderId: string };
  let held: HeldRow;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
    branchId = await fixture.branch({}, randomUUID());
    ({ order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId)));
    await fixture.pass();
    await poll();
    await newsWhileLocked(COOKING);
    await fixture.loseJobs();
  });

  afterEach(async () => {
    await held.letGo();
    await fixture.stop();
  });

  const poll = () => fixture.useCases.pollOrders.execute({ branchIds: [branchId] });
  const status = async () => (await fixture.order(order.id)).status;
  const left = () => fixture.db.query("select order_id from order_catch_ups");

  async function newsWhileLocked(news: OrderStatus): Promise<void> {
    held = await holdRow(fixture.database.url, "orders", order.id);
    fixture.pos.decide(order.posOrderId, { status: news, rawStatus: news });
    await poll();
  }

  it("is caught up with once the search for lost work finds it", async () => {
    await held.letGo();
    expect(await repairOnce(fixture)).toEqual({ "catch-up-order": 1 });
    expect(await repairOnce(fixture)).toEqual({});
    await fixture.pass(1);
    expect(await status()).toBe(COOKING);
    expect(await left()).toEqual([]);
    expect(await repairOnce(fixture)).toEqual({});
  });

  it("is searched for while somebody still has it locked, as often as it takes", async () => {
    expect(await repairOnce(fixture)).toEqual({ "catch-up-order": 1 });
    await fixture.pass(1);
    expect(await left()).toHaveLength(1);
    await fixture.loseJobs();
    expect(await repairOnce(fixture)).toEqual({ "catch-up-order": 1 });
    await held.letGo();
    await fixture.pass(1);
    expect([await status(), await left()]).toEqual([COOKING, []]);
  });

  it("is still to be caught up with if the POS did not answer", async () => {
    await held.letGo();
    expect(await repairOnce(fixture)).toEqual({ "catch-up-order": 1 });
    fixture.pos.nextLooks.push(new PosUnavailable("Nobody answers"));
    await fixture.pass(1);
    await fixture.loseJobs();
    expect(await repairOnce(fixture)).toEqual({ "catch-up-order": 1 });
    await fixture.pass(1);
    expect([await status(), await left()]).toEqual([COOKING, []]);
  });

  it("keeps what arrives while it is being caught up with", async () => {
    await held.letGo();
    const find = fixture.pos.findOrders.bind(fixture.pos);
    fixture.pos.findOrders = async (...asked) => {
      fixture.pos.findOrders = find;
      const found = await find(...asked);
      await newsWhileLocked(READY);
      await held.letGo();
      return found;
    };
    await fixture.useCases.catchUpOrder.execute({ orderId: order.id, tries: 0 });
    expect([await status(), await left()]).toEqual([COOKING, [{ order_id: order.id }]]);
    await fixture.loseJobs();
    expect(await repairOnce(fixture)).toEqual({ "catch-up-order": 1 });
    await fixture.pass(1);
    expect([await status(), await left()]).toEqual([READY, []]);
  });

  it("leaves nothing to catch up with once it has been deleted", async () => {
    await held.letGo();
    await fixture.db.query("update order_catch_ups set order_id = $1", [randomUUID()]);
    expect(await repairOnce(fixture)).toEqual({ "catch-up-order": 1 });
    await fixture.pass(1);
    expect(await left()).toEqual([]);
  });
});
