import { randomUUID } from "node:crypto";

import { OrderStatus } from "../../src/domain/orders/order-status";
import { aNewOrder } from "../support/a-new-order";
import { aPosOrderUpdate } from "../support/a-pos-order-update";
import { StatementLog } from "../support/catalogue-fixture";
import { OrderFixture } from "../support/order-fixture";

const { COOKING, READY } = OrderStatus;

describe("polls alongside web hooks", () => {
  let fixture: OrderFixture;
  const statements: string[] = [];

  beforeEach(async () => {
    fixture = await OrderFixture.start();
    Object.assign(fixture.db, { logger: new StatementLog(statements) });
  });

  afterEach(() => fixture.stop());

  async function order(branchId: string) {
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId));
    await fixture.pass();
    return order;
  }

  function till(posOrderId: string, status: OrderStatus): void {
    fixture.pos.decide(posOrderId, { status, rawStatus: status });
  }

  /**
   * Web hooks about other orders arrive all the time. Returns how many polls there were meanwhile.
   */
  async function hearing(seconds: number, ...organizationIds: string[]): Promise<number> {
    const before = fixture.pos.polls;
    for (let passed = 0; passed < seconds; passed += 5) {
      for (const organizationId of organizationIds)
        await fixture.hears({ organizationId, body: [aPosOrderUpdate({ organizationId })] });
      await fixture.pass(5);
    }
    return fixture.pos.polls - before;
  }

  /** Longer than the time for which web hooks are mistrusted. */
  async function polledForLong(): Promise<void> {
    await fixture.periodicJobs.planFirst("plan-polls");
    await fixture.pass(660);
  }

  it("are rare while these arrive, and report within 20 s what happens once they are silent", async () => {
    const organizationId = randomUUID();
    const { id, posOrderId } = await order(await fixture.branch({}, organizationId));
    await polledForLong();
    expect(await hearing(180, organizationId)).toBe(3);
    till(posOrderId, COOKING);
    await fixture.pass(20);
    expect(await fixture.order(id)).toMatchObject({ status: COOKING });
  });

  it("run as usual if these are silent for one organization of the key", async () => {
    const [heard, silent] = [randomUUID(), randomUUID()];
    await order(await fixture.branch({}, heard));
    await order(await fixture.branch({}, silent));
    await polledForLong();
    expect(await hearing(60, heard)).toBe(3);
    expect(await hearing(180, heard, silent)).toBeLessThanOrEqual(4);
  });

  it("notice one that is lost among others within a minute, and run as usual from then on", async () => {
    const organizationId = randomUUID();
    const { id, posOrderId } = await order(await fixture.branch({}, organizationId));
    await polledForLong();
    await hearing(60, organizationId);
    till(posOrderId, READY);
    await hearing(60, organizationId);
    expect(await fixture.order(id)).toMatchObject({ status: READY });
    expect(await hearing(180, organizationId)).toBe(9);
  });

  it("run again after a pause when the POS has failed, and no earlier", async () => {
    await order(await fixture.branch());
    await fixture.periodicJobs.planFirst("plan-polls");
    await fixture.pass(30);
    const answer = fixture.pos.orderChanges.bind(fixture.pos);
    const asked: number[] = [];
    fixture.pos.orderChanges = (...call) => {
      asked.push(fixture.clock.now().getTime());
      return asked.length > 3 ? answer(...call) : Promise.reject(new Error("unheard of"));
    };
    await fixture.pass(85);
    expect(asked).toHaveLength(4);
    expect(asked.slice(1).map((at, place) => at - (asked[place] ?? NaN))).toEqual([
      20_000, 20_000, 20_000,
    ]);
    expect(fixture.unexpected).toHaveLength(3);
  });

  it("cost as many statements for twelve keys as for two, both with news of each and without", async () => {
    const orders: { posOrderId: string }[] = [];
    const keys = async (from: number, to: number) => {
      for (let key = from; key <= to; key += 1)
        orders.push(await order(await fixture.branch({ apiLogin: `key-${key}` })));
      await fixture.useCases.planPolls.execute();
      await fixture.pass(20);
    };
    const tick = async () => {
      await fixture.pass(20);
      statements.splice(0);
      await fixture.useCases.planPolls.execute();
      await fixture.pass();
      return statements.length;
    };
    await keys(1, 2);
    const two = [await tick()];
    for (const { posOrderId } of orders) till(posOrderId, COOKING);
    two.push(await tick());
    await keys(3, 12);
    const before = fixture.pos.polls;
    const twelve = [await tick()];
    for (const { posOrderId } of orders) till(posOrderId, READY);
    twelve.push(await tick());
    expect(fixture.pos.polls - before).toBe(24);
    expect(twelve).toEqual(two);
  });
});
