import { randomUUID } from "node:crypto";

import { posHoldIdFor } from "../../src/domain/ids";
import { Observation } from "../../src/domain/order-event";
import { OrderStatus } from "../../src/domain/order-status";
import { type Viewer } from "../../src/domain/viewer";
import { BonusReservation } from "../../src/entities/bonus-reservation";
import { BranchSettings } from "../../src/entities/branch-settings";
import { type Order } from "../../src/entities/order";
import { PosRejected, PosUnavailable, RefusalKind } from "../../src/errors";
import { type NewOrder } from "../../src/services/orders/accept/new-order";
import { aNewOrder, aWantedLine } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { OrderFixture } from "../support/order-fixture";

const PHONE = "+79990000009";
const GUEST: Viewer = { kind: "customer", phone: PHONE, expiresAt: null };
const SETTINGS = {
  ...{ bonusPaymentTypeId: randomUUID(), bonusWriteOffLimitPercent: 50, holdBonuses: true },
  injection: { retryDelaysSeconds: [] },
};
const REFUSED = new PosRejected("Wrong phone", { posCode: "InvalidPhone", kind: RefusalKind.FINAL });
const DOWN = new PosUnavailable("socket hang up");
const MINUTE = 60;

describe("points that the POS holds, too", () => {
  let fixture: OrderFixture;
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });
  beforeEach(async () => {
    branchId = await fixture.branch(SETTINGS);
    await fixture.db.query("delete from bonus_reservations");
    // What the test before left to be done.
    await fixture.pass(10 * MINUTE);
    const { loyalty } = fixture.pos;
    loyalty.held.clear();
    loyalty.holdCalls.length = loyalty.cancelCalls.length = 0;
    loyalty.showsHeld = true;
    loyalty.has(PHONE, 50_000);
  });
  afterAll(() => fixture.stop());

  const take = async (overrides: Partial<NewOrder> = {}): Promise<Order> => {
    const lines = [aWantedLine({ quantity: 3000 })];
    const input = aNewOrder(branchId, { lines, bonusToSpend: 20_000, ...overrides });
    return (await fixture.useCases.createOrder.execute(input, [], GUEST)).order;
  };
  const reservation = (orderId: string) => fixture.db.manager.findOneByOrFail(BonusReservation, { orderId });
  const statement = () => fixture.useCases.readLoyalty.execute(branchId, PHONE);
  const told = async ({ posOrderId }: Order, status: OrderStatus) => {
    const update = fixture.pos.decide(posOrderId, { status, rawStatus: status });
    await fixture.useCases.recordPosUpdate.execute(update, { observedBy: Observation.POLL, confirmed: true });
    await fixture.pass();
  };
  const notes = async (orderId: string) => {
    const events = await fixture.history.after(orderId, 0, 1000);
    return events.filter(({ summary }) => /could not be held/.test(summary.en));
  };

  it("are held under the order's own id, before it is sent", async () => {
    const submitting = jest.spyOn(fixture.pos, "submitOrder");
    const { id } = await take();
    expect(fixture.pos.loyalty.holdCalls).toEqual([]);
    const sentWhenHeld: number[] = [];
    const holding = fixture.pos.holdPoints;
    fixture.pos.holdPoints = (...asked) => {
      sentWhenHeld.push(submitting.mock.calls.length);
      return holding(...asked);
    };
    await fixture.pass();
    fixture.pos.holdPoints = holding;
    expect(sentWhenHeld).toEqual([0]);
    const { customerId, walletId } = await statement();
    expect([...fixture.pos.loyalty.held.values()]).toEqual([
      { holdId: posHoldIdFor(id), customerId, walletId, sum: 20_000 },
    ]);
    expect((await fixture.order(id)).injectionState).toBe("IN_POS");
    submitting.mockRestore();
  });

  it("are left to the till where the branch has not asked for it, or the order spends none", async () => {
    await take({ bonusToSpend: null });
    branchId = await fixture.branch({ ...SETTINGS, holdBonuses: false });
    const { id } = await take();
    await fixture.pass();
    expect(fixture.pos.loyalty.holdCalls).toEqual([]);
    expect(await reservation(id)).toMatchObject({ posCustomerId: null, balanceBefore: null });
    await told(await fixture.order(id), OrderStatus.CANCELLED);
    expect(fixture.pos.loyalty.cancelCalls).toEqual([]);
  });

  it.each([
    ["refuses", new PosRejected("Not enough money", { posCode: "UNKNOWN", kind: RefusalKind.FINAL })],
    ["does not answer", DOWN],
  ])("hold up no order when the POS %s; whoever looks at the order reads of it", async (_name, failure) => {
    fixture.pos.loyalty.nextHoldFailures.push(failure);
    const { id } = await take();
    await fixture.pass();
    expect((await fixture.order(id)).injectionState).toBe("IN_POS");
    expect(await notes(id)).toHaveLength(1);
    expect(await reservation(id)).toMatchObject({ state: "HELD", shownAt: null });
  });

  it("are held again under the same id when the order is sent again", async () => {
    await fixture.db.manager.update(BranchSettings, { branchId }, { retryDelaysSeconds: [5, 5] });
    fixture.pos.nextSubmissions.push(DOWN);
    fixture.pos.nextLooks.push("absent", "absent");
    const { id } = await take();
    await fixture.pass(MINUTE);
    expect((await fixture.order(id)).injectionState).toBe("IN_POS");
    expect(fixture.pos.loyalty.holdCalls.length).toBeGreaterThan(1);
    expect(new Set(fixture.pos.loyalty.holdCalls)).toEqual(new Set([posHoldIdFor(id)]));
    expect(fixture.pos.loyalty.held.size).toBe(1);
  });

  it.each([
    ["people get the order", {}],
    ["nobody can be told", { fallback: [] }],
  ])("are given back once when %s", async (_name, changes) => {
    branchId = await fixture.branch({ ...SETTINGS, ...changes });
    fixture.pos.nextSubmissions.push(REFUSED);
    const { id, posOrderId } = await take();
    await fixture.pass(10 * MINUTE);
    expect(fixture.pos.loyalty.cancelCalls).toEqual([posHoldIdFor(id)]);
    expect(fixture.pos.loyalty.held.size).toBe(0);
    await fixture.foundInTill(posOrderId, branchId);
    await fixture.pass(10 * MINUTE);
    expect(fixture.pos.loyalty.cancelCalls).toHaveLength(1);
  });

  it("are given back once when the order is cancelled in the till", async () => {
    const order = await take();
    await fixture.pass();
    await told(order, OrderStatus.CANCELLED);
    await told(order, OrderStatus.CANCELLED);
    expect(fixture.pos.loyalty.cancelCalls).toEqual([posHoldIdFor(order.id)]);
  });

  it("stay the till's when it has taken them", async () => {
    const order = await take();
    await fixture.pass();
    await told(order, OrderStatus.DELIVERED);
    await fixture.pass(10 * MINUTE);
    expect(await reservation(order.id)).toMatchObject({ state: "SETTLED" });
    expect(fixture.pos.loyalty.cancelCalls).toEqual([]);
  });

  it("are given back although the POS is down for a while, and its key refused", async () => {
    const order = await take();
    await fixture.pass();
    const refused = new PosRejected("Licence", { posCode: "UNKNOWN", kind: RefusalKind.OPERATOR });
    fixture.pos.loyalty.nextCancelFailures.push(DOWN, refused, DOWN, DOWN);
    await told(order, OrderStatus.CANCELLED);
    await fixture.pass(10 * MINUTE);
    expect(fixture.pos.loyalty.cancelCalls).toHaveLength(5);
    expect(fixture.pos.loyalty.held.size).toBe(0);
  });

  it("are looked for once more where nothing was held: the call that holds them may have been late", async () => {
    fixture.pos.loyalty.nextHoldFailures.push(DOWN);
    fixture.pos.nextSubmissions.push(REFUSED);
    const { id } = await take();
    await fixture.pass();
    expect(fixture.pos.loyalty.cancelCalls).toEqual([posHoldIdFor(id)]);
    const { customerId, walletId } = await statement();
    fixture.pos.loyalty.hold({ holdId: posHoldIdFor(id), customerId: customerId!, walletId: walletId!, sum: 20_000 });
    await fixture.pass(10 * MINUTE);
    expect(fixture.pos.loyalty.cancelCalls).toHaveLength(2);
    expect(fixture.pos.loyalty.held.size).toBe(0);
  });

  it("are not held again for an order that people have had, and an operator sends once more", async () => {
    fixture.pos.nextSubmissions.push(REFUSED);
    const { id } = await take();
    await fixture.pass(10 * MINUTE);
    await fixture.useCases.retryOrder.execute(ADMIN, { id, force: true, idempotencyKey: null });
    await fixture.pass();
    expect((await fixture.order(id)).injectionState).toBe("IN_POS");
    expect(fixture.pos.loyalty.holdCalls).toHaveLength(1);
  });

  it.each([
    ["without what is held", true],
    ["with what is held", false],
  ])("count once where the POS tells balances %s", async (_name, showsHeld) => {
    fixture.pos.loyalty.showsHeld = showsHeld;
    const available = async () => statement().then(({ balance, held }) => balance - held);
    const order = await take({ bonusToSpend: 20_000 });
    expect(await available()).toBe(30_000);
    await fixture.pass();
    await fixture.pass(1);
    expect(await available()).toBe(30_000);
    await take({ bonusToSpend: 30_000 });
    await expect(take({ bonusToSpend: 100 })).rejects.toMatchObject({ faults: [{ code: "LOYALTY_INSUFFICIENT" }] });
    await fixture.pass();
    await fixture.pass(1);
    expect(await available()).toBe(0);
    await told(order, OrderStatus.CANCELLED);
    await fixture.pass(1);
    expect(await available()).toBe(20_000);
  });

  it("count as promised while a balance that was read may not show that they are held", async () => {
    const reading = fixture.pos.loyaltyAccount;
    const { id } = await take({ bonusToSpend: 50_000 });
    fixture.pos.loyaltyAccount = async (...asked) => {
      const account = await reading(...asked);
      fixture.pos.loyaltyAccount = reading;
      // The points are held between our reading of the balance and our promise.
      await fixture.pass(1);
      return account;
    };
    await expect(take({ bonusToSpend: 100 })).rejects.toMatchObject({ faults: [{ code: "LOYALTY_INSUFFICIENT" }] });
    expect((await reservation(id)).shownAt).not.toBeNull();
  });
});
