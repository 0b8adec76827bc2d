import { posHoldIdFor } from "../../src/domain/ids";
import { Observation } from "../../src/domain/orders/order-event";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { BranchSettings } from "../../src/entities/branches/branch-settings";
import { PosRejected, PosUnavailable, RefusalKind } from "../../src/errors";
import { ADMIN } from "../support/branch-gateway";
import { HoldFixture, TEN_MINUTES } from "../support/hold-fixture";
import { type OrderFixture } from "../support/order-fixture";
import { repairOnce } from "../support/repair-once";

const REFUSED = new PosRejected("Wrong phone", {
  posCode: "InvalidPhone",
  kind: RefusalKind.FINAL,
});
const DOWN = new PosUnavailable("socket hang up");
const MINUTE = 60;

describe("points that the POS holds as well", () => {
  let hold: HoldFixture;
  let orders: OrderFixture;

  beforeAll(async () => {
    hold = await HoldFixture.start();
    orders = hold.orders;
  });
  beforeEach(() => hold.open());
  afterAll(() => orders.stop());

  const notes = async (orderId: string) => {
    const events = await orders.history.after(orderId, 0, 1000);
    return events.filter(({ summary }) => /could not be held/.test(summary.en));
  };

  it("are held under the order's own id before it is sent", async () => {
    const submitting = jest.spyOn(orders.pos, "submitOrder");
    const { id } = await hold.take();
    expect(hold.loyalty.holdCalls).toEqual([]);
    const sentWhenHeld: number[] = [];
    const holding = orders.pos.holdPoints;
    orders.pos.holdPoints = (...asked) => {
      sentWhenHeld.push(submitting.mock.calls.length);
      return holding(...asked);
    };
    await orders.pass();
    orders.pos.holdPoints = holding;
    expect(sentWhenHeld).toEqual([0]);
    const { customerId, walletId } = await hold.statement();
    expect([...hold.loyalty.held.values()]).toEqual([
      { holdId: posHoldIdFor(id), customerId, walletId, sum: 20_000 },
    ]);
    expect((await orders.order(id)).injectionState).toBe("IN_POS");
    submitting.mockRestore();
  });

  it("are left to the till if the branch has not asked for holds, or the order spends none", async () => {
    await hold.take({ bonusToSpend: null });
    await hold.open({ holdBonuses: false });
    const { id } = await hold.take();
    await orders.pass();
    expect(hold.loyalty.holdCalls).toEqual([]);
    expect(await hold.reservation(id)).toMatchObject({ posCustomerId: null, balanceBefore: null });
    await hold.told(await orders.order(id), OrderStatus.CANCELLED);
    expect(hold.loyalty.cancelCalls).toEqual([]);
  });

  it.each([
    [
      "refuses",
      new PosRejected("Not enough money", { posCode: "UNKNOWN", kind: RefusalKind.FINAL }),
    ],
    ["does not answer", DOWN],
  ])(
    "do not hold up an order when the POS %s, and the order's history says so",
    async (_name, failure) => {
      hold.loyalty.nextHoldFailures.push(failure);
      const { id } = await hold.take();
      await orders.pass();
      expect((await orders.order(id)).injectionState).toBe("IN_POS");
      expect(await notes(id)).toHaveLength(1);
      expect(await hold.reservation(id)).toMatchObject({ state: "HELD", shownAt: null });
    },
  );

  it("are held again under the same id when the order is sent again", async () => {
    await orders.db.manager.update(
      BranchSettings,
      { branchId: hold.branchId },
      { retryDelaysSeconds: [5, 5] },
    );
    orders.pos.nextSubmissions.push(DOWN);
    orders.pos.nextLooks.push("absent", "absent");
    const { id } = await hold.take();
    await orders.pass(MINUTE);
    expect((await orders.order(id)).injectionState).toBe("IN_POS");
    expect(hold.loyalty.holdCalls.length).toBeGreaterThan(1);
    expect(new Set(hold.loyalty.holdCalls)).toEqual(new Set([posHoldIdFor(id)]));
    expect(hold.loyalty.held.size).toBe(1);
  });

  it.each([
    ["people get the order", {}],
    ["nobody can be told", { fallback: [] }],
  ])("are released once when %s", async (_name, changes) => {
    await hold.open(changes);
    orders.pos.nextSubmissions.push(REFUSED);
    const { id, posOrderId } = await hold.take();
    await orders.pass(TEN_MINUTES);
    expect(hold.loyalty.cancelCalls).toEqual([posHoldIdFor(id)]);
    expect(hold.loyalty.held.size).toBe(0);
    await orders.foundInTill(posOrderId, hold.branchId);
    await orders.pass(TEN_MINUTES);
    expect(hold.loyalty.cancelCalls).toHaveLength(1);
  });

  it("are released once when the order is cancelled in the POS", async () => {
    const order = await hold.take();
    await orders.pass();
    await hold.told(order, OrderStatus.CANCELLED);
    await hold.told(order, OrderStatus.CANCELLED);
    expect(hold.loyalty.cancelCalls).toEqual([posHoldIdFor(order.id)]);
  });

  it("stay with the till once it has taken them", async () => {
    const order = await hold.take();
    await orders.pass();
    await hold.told(order, OrderStatus.DELIVERED);
    await orders.pass(TEN_MINUTES);
    expect(await hold.reservation(order.id)).toMatchObject({ state: "SETTLED" });
    expect(hold.loyalty.cancelCalls).toEqual([]);
  });

  it("are released although the POS is down for a while, and its key refused", async () => {
    const order = await hold.take();
    await orders.pass();
    const refused = new PosRejected("Licence", { posCode: "UNKNOWN", kind: RefusalKind.OPERATOR });
    hold.loyalty.nextCancelFailures.push(DOWN, refused, DOWN, DOWN);
    await hold.told(order, OrderStatus.CANCELLED);
    await orders.pass(TEN_MINUTES);
    expect(hold.loyalty.cancelCalls).toHaveLength(5);
    expect(hold.loyalty.held.size).toBe(0);
  });

  it("are released although every job was lost, and then no more", async () => {
    const order = await hold.take();
    await orders.pass();
    const update = orders.pos.decide(order.posOrderId, {
      status: OrderStatus.CANCELLED,
      rawStatus: "Cancelled",
    });
    await orders.useCases.recordPosUpdate.execute(update, {
      observedBy: Observation.POLL,
      confirmed: true,
    });
    await orders.loseJobs();
    expect(await repairOnce(orders)).toEqual({ "cancel-hold": 1 });
    await orders.pass();
    expect(hold.loyalty.cancelCalls).toEqual([posHoldIdFor(order.id)]);
    expect(await repairOnce(orders)).toEqual({});
  });

  it("are looked for once more if nothing was held, because the call that holds them may have been late", async () => {
    hold.loyalty.nextHoldFailures.push(DOWN);
    orders.pos.nextSubmissions.push(REFUSED);
    const { id } = await hold.take();
    await orders.pass();
    expect(hold.loyalty.cancelCalls).toEqual([posHoldIdFor(id)]);
    const { customerId, walletId } = await hold.statement();
    hold.loyalty.hold({
      holdId: posHoldIdFor(id),
      customerId: customerId!,
      walletId: walletId!,
      sum: 20_000,
    });
    await orders.pass(TEN_MINUTES);
    expect(hold.loyalty.cancelCalls).toHaveLength(2);
    expect(hold.loyalty.held.size).toBe(0);
  });

  it("are not held again for an order that was handed over and is then sent again by an operator", async () => {
    orders.pos.nextSubmissions.push(REFUSED);
    const { id } = await hold.take();
    await orders.pass(TEN_MINUTES);
    await orders.useCases.retryOrder.execute(ADMIN, { id, force: true, idempotencyKey: null });
    await orders.pass();
    expect((await orders.order(id)).injectionState).toBe("IN_POS");
    expect(hold.loyalty.holdCalls).toHaveLength(1);
  });
});
