import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { newId } from "../../src/domain/ids";
import { InjectionState } from "../../src/domain/orders/injection-state";
import { AttentionReason } from "../../src/domain/orders/order-attention";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { Order } from "../../src/entities/orders/order";
import { CommandKind, CommandOutcome, OrderCommand } from "../../src/entities/orders/order-command";
import { aNewOrder } from "../support/a-new-order";
import { OrderFixture } from "../support/order-fixture";

const ADMIN = { kind: "key", keyId: "a", label: "a", scope: Scope.ADMIN, branchIds: null } as const;
const MINUTE = 60_000;

/** For each reason, what makes an order need attention, minutes before now. */
const MADE: Record<AttentionReason, (at: (minutesAgo: number) => Date) => Partial<Order>> = {
  NOBODY_HAS_IT: (at) => ({
    injectionState: InjectionState.DEAD_LETTERED,
    handedOverAt: at(9),
  }),
  WITH_PEOPLE: (at) => ({ injectionState: InjectionState.FALLBACK_SENT, handedOverAt: at(8) }),
  OUTCOME_UNKNOWN: (at) => ({
    injectionState: InjectionState.OUTCOME_UNKNOWN,
    createdAt: at(30),
    nextAttemptAt: null,
  }),
  CANCEL_BY_HAND: () => ({ injectionState: InjectionState.IN_POS, status: OrderStatus.COOKING }),
  LATE_TO_TILL: (at) => ({ injectionState: InjectionState.RETRY_SCHEDULED, alertedAt: at(6) }),
  APPROVAL_WANTED: (at) => ({
    injectionState: InjectionState.IN_POS,
    status: OrderStatus.UNCONFIRMED,
    statusChangedAt: at(5),
  }),
  LATE: (at) => ({
    injectionState: InjectionState.IN_POS,
    status: OrderStatus.COOKING,
    promisedAt: at(10),
  }),
};

/** Orders that look similar but need no attention. */
const FINE: ((at: (minutesAgo: number) => Date) => Partial<Order>)[] = [
  (at) => ({ injectionState: InjectionState.ENTERED_BY_HAND, handedOverAt: at(9) }),
  (at) => ({ injectionState: InjectionState.OUTCOME_UNKNOWN, nextAttemptAt: at(-1) }),
  (at) => ({
    injectionState: InjectionState.IN_POS,
    status: OrderStatus.COOKING,
    promisedAt: at(4),
  }),
  (at) => ({
    injectionState: InjectionState.IN_POS,
    status: OrderStatus.COOKING,
    promisedAt: at(13 * 60),
  }),
  (at) => ({
    injectionState: InjectionState.IN_POS,
    status: OrderStatus.DELIVERED,
    promisedAt: at(10),
  }),
];

describe("Orders that need attention", () => {
  let fixture: OrderFixture;
  let branchId: string;
  let elsewhere: string;
  const ids = {} as Record<AttentionReason, string>;
  const at = (minutesAgo: number) => new Date(fixture.clock.now().getTime() - minutesAgo * MINUTE);

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    branchId = await fixture.branch();
    elsewhere = await fixture.branch();
    for (const [reason, make] of Object.entries(MADE)) {
      ids[reason as AttentionReason] = await taken(make(at));
    }
    for (const make of FINE) await taken(make(at));
    await fixture.db.manager.insert(OrderCommand, {
      id: newId(),
      orderId: ids.CANCEL_BY_HAND,
      kind: CommandKind.CANCEL,
      idempotencyKey: "k",
      requestedAt: at(7),
      finishedAt: at(6),
      outcome: CommandOutcome.REFUSED,
    });
  });

  afterAll(() => fixture.stop());

  async function taken(columns: Partial<Order>): Promise<string> {
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId));
    await fixture.db.manager.update(Order, { id: order.id }, columns);
    return order.id;
  }

  const found = async (filter: object, viewer: Viewer = ADMIN) =>
    (await fixture.useCases.findOrders.execute(viewer, filter, 100, null)).map(({ id }) => id);

  it("are found by one filter, whatever the reason", async () => {
    expect((await found({ needsPerson: true })).sort()).toEqual(Object.values(ids).sort());
    expect(await found({ needsPerson: false })).toHaveLength(FINE.length);
    expect(await found({ needsPerson: true, branchIds: [elsewhere] })).toEqual([]);
  });

  it.each(Object.keys(MADE) as AttentionReason[])("are found by the reason %s", async (reason) => {
    expect(await found({ attention: [reason] })).toEqual([ids[reason]]);
    const told = await fixture.useCases.findAttention.ofOrders([ids[reason]]);
    expect(told.get(ids[reason])?.reason).toBe(reason);
  });

  it("are counted by reason, with the one that has waited longest", async () => {
    const counts = await fixture.useCases.findAttention.counts(ADMIN, null);
    expect(counts.map(({ reason, count }) => [reason, count])).toEqual(
      Object.keys(MADE).map((reason) => [reason, 1]),
    );
    expect(counts[0]).toEqual({
      branchId,
      reason: "NOBODY_HAS_IT",
      count: 1,
      oldestSince: at(9),
      oldestOrderId: ids.NOBODY_HAS_IT,
    });
  });

  it("are counted once each, under the most serious reason", async () => {
    await fixture.db.manager.update(Order, { id: ids.CANCEL_BY_HAND }, { promisedAt: at(20) });
    const counts = await fixture.useCases.findAttention.counts(ADMIN, [branchId]);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(Object.keys(MADE).length);
    expect(await found({ attention: [AttentionReason.LATE] })).toHaveLength(2);
    await fixture.db.manager.update(Order, { id: ids.CANCEL_BY_HAND }, { promisedAt: null });
  });

  it("that the POS never closed need nobody after a week, but can still be found", async () => {
    const DAY = 24 * 60;
    const long = { createdAt: at(8 * DAY) };
    for (const id of [ids.CANCEL_BY_HAND, ids.APPROVAL_WANTED, ids.NOBODY_HAS_IT])
      await fixture.db.manager.update(Order, { id }, long);
    const { CANCEL_BY_HAND, APPROVAL_WANTED, NOBODY_HAS_IT } = AttentionReason;
    expect(await found({ attention: [CANCEL_BY_HAND, APPROVAL_WANTED] })).toEqual([]);
    expect(await found({ statuses: [OrderStatus.UNCONFIRMED] })).toEqual([ids.APPROVAL_WANTED]);
    expect(await found({ attention: [NOBODY_HAS_IT] })).toEqual([ids.NOBODY_HAS_IT]);
  });

  it("of other branches are not shown to a branch's key", async () => {
    const other: Viewer = { ...ADMIN, scope: Scope.OPERATOR, branchIds: [elsewhere] };
    expect(await found({ needsPerson: true }, other)).toEqual([]);
    expect(await fixture.useCases.findAttention.counts(other, null)).toEqual([]);
    expect(await fixture.useCases.findAttention.counts(other, [branchId])).toEqual([]);
  });
});
