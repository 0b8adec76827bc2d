import { randomUUID } from "node:crypto";

import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { InjectionState } from "../../src/domain/orders/injection-state";
import { Observation } from "../../src/domain/orders/order-event";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { Order } from "../../src/entities/orders/order";
import { PosRejected, RefusalKind } from "../../src/errors";
import { aNewOrder } from "../support/a-new-order";
import { aStatusUpdate } from "../support/a-pos-order-update";
import { OrderFixture } from "../support/order-fixture";

const REFUSAL = new PosRejected("The till said no", {
  posCode: "InvalidPhone",
  kind: RefusalKind.FINAL,
});
const OLGA = { kind: "key", keyId: "o", label: "Olga", scope: Scope.OPERATOR } as const;
const EVERYWHERE: Viewer = { ...OLGA, branchIds: null };

describe("The orders of a period", () => {
  let fixture: OrderFixture;
  let branchId: string;
  let cancelled: string;
  let day: string;
  let nextDay: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    branchId = await fixture.branch({ injection: { retryDelaysSeconds: [] } });
    // 23:30 in Moscow, and an hour later, which is already the next day there.
    [day, nextDay] = [fixture.clock.dayIn(1), fixture.clock.dayIn(2)];
    fixture.clock.turnTo(new Date(`${day}T20:30:00Z`));
    await taken();
    fixture.pos.nextSubmissions.push(REFUSAL);
    await taken();
    fixture.clock.turnTo(new Date(`${day}T21:30:00Z`));
    cancelled = await taken();
    const over = { status: OrderStatus.CANCELLED };
    await fixture.db.manager.update(Order, { id: cancelled }, over);
  });

  afterAll(() => fixture.stop());

  async function taken(): Promise<string> {
    const customer = { name: '=1+1;"x"', phone: "+79990000009", joinsLoyalty: false };
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId, { customer }));
    await fixture.pass(2);
    return order.id;
  }

  const figures = (
    from: string,
    to: string,
    viewer = EVERYWHERE,
    branchIds: string[] | null = null,
  ) => fixture.useCases.findOrderFigures.execute(viewer, { from, to, branchIds });

  it("are counted by the day and hour of their branch's clock", async () => {
    const found = await figures(day, nextDay);
    expect(found.map(({ day, hour, orders }) => [day, hour, orders])).toEqual([
      [null, null, 3],
      [day, null, 2],
      [nextDay, null, 1],
      [null, 0, 1],
      [null, 23, 2],
    ]);
    const [, first] = found;
    const { total } = await fixture.order(cancelled);
    expect(first).toMatchObject({
      delivery: 2,
      cancelled: 0,
      inTill: 1,
      handedOver: 1,
      refused: 1,
    });
    expect(first?.secondsToTill).toBe(0);
    expect(first?.sales).toEqual([{ currency: "RUB", kopecks: 2 * total }]);
    expect(found[2]?.sales).toEqual([]);
    expect((await figures(nextDay, nextDay))[0]?.orders).toBe(1);
  });

  it("of other branches are not shown to a branch's key", async () => {
    const elsewhere: Viewer = { ...OLGA, branchIds: [randomUUID()] };
    expect((await figures(day, nextDay, elsewhere))[0]?.orders ?? 0).toBe(0);
    expect((await figures(day, nextDay, EVERYWHERE, [randomUUID()]))[0]?.orders).toBe(0);
  });

  const sheet = (withGuests: boolean, limit = 100, viewer = EVERYWHERE) =>
    fixture.useCases.exportOrders.execute(viewer, {
      filter: { branchIds: [branchId] },
      limit,
      after: null,
      withGuests,
      locale: "ru" as const,
    });

  it("are written for a spreadsheet, page by page, and the branch's history says who exported them", async () => {
    const { csv, orders, last } = await sheet(false, 2);
    const [head, line, ...rest] = csv.split("\r\n");
    expect([orders, rest.length]).toEqual([2, 2]);
    expect(head).toMatch(/^Номер;Принят;Филиал;/);
    expect(line).toMatch(/отменён.*;RUB;наличными$/);
    expect(csv).not.toContain("+7999");
    expect(last?.injectionState).toBe(InjectionState.FALLBACK_SENT);
    const changes = await fixture.db.query<unknown[]>(
      "select actor, field, after from settings_changes where field = 'ordersExport'",
    );
    expect(changes).toEqual([{ actor: "Olga", field: "ordersExport", after: "2" }]);
  });

  it("contain no cell that a spreadsheet would evaluate, and guests only if requested", async () => {
    const { csv, last } = await sheet(true);
    expect(last).toBeNull();
    expect(csv).toContain(`;"'=1+1;""x""";'+79990000009;`);
    expect((await sheet(true, 100, { ...OLGA, branchIds: [randomUUID()] })).orders).toBe(0);
  });
});

describe("What a period says about the kitchen and about money to be refunded", () => {
  let fixture: OrderFixture;
  const organizationId = randomUUID();
  let branchId: string;
  let day: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    branchId = await fixture.branch({}, organizationId);
    day = fixture.clock.dayIn(1);
    fixture.clock.turnTo(new Date(`${day}T09:00:00Z`));
  });

  afterAll(() => fixture.stop());

  async function inTill(changes: Partial<Order> = {}): Promise<Order> {
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId));
    await fixture.pass();
    if (Object.keys(changes).length > 0)
      await fixture.db.manager.update(Order, { id: order.id }, changes);
    return order;
  }

  /** @param ready and `received` in seconds after the till has the order */
  async function served({ id, posOrderId }: Order, ready: number, received: number): Promise<void> {
    const events = await fixture.history.after(id, 0, 1000);
    const arrival = events.find(
      ({ detail }) => "state" in detail && detail.state === InjectionState.IN_POS,
    );
    const after = (seconds: number) => new Date(arrival!.at.getTime() + seconds * 1000);
    const { READY, DELIVERED } = OrderStatus;
    const steps = [
      { status: READY, rawStatus: READY, at: after(ready) },
      { status: DELIVERED, rawStatus: DELIVERED, at: after(received) },
    ];
    const update = aStatusUpdate(organizationId, posOrderId, 9_000, DELIVERED, { steps });
    await fixture.pass(received + 1);
    const polled = { observedBy: Observation.POLL, confirmed: true };
    await fixture.useCases.recordPosUpdate.execute(update, polled);
  }

  it("is how long dishes took, without orders for later, and what cancelled orders had cost", async () => {
    const [quick, slow, later, paid] = [
      await inTill(),
      await inTill(),
      await inTill({ wantedAt: new Date(`${day}T18:00:00Z`) }),
      await inTill({ paidOnline: true, externalPaymentId: "p-1" }),
    ];
    await inTill({ status: OrderStatus.CANCELLED });
    await served(quick, 600, 1200);
    await served(slow, 1800, 2400);
    await served(later, 20_000, 21_000);
    await fixture.db.manager.update(Order, { id: paid.id }, { status: OrderStatus.CANCELLED });
    const asked = { from: day, to: day, branchIds: [branchId] };
    const [all] = await fixture.useCases.findOrderFigures.execute(EVERYWHERE, asked);
    expect(all).toMatchObject({ orders: 5, cancelled: 2, cancelledPaid: 1 });
    expect(all?.cancelledPayments).toEqual([{ currency: "RUB", kopecks: paid.total }]);
    expect(all).toMatchObject({
      secondsToReady: 1200,
      secondsToReady95: 1740,
      secondsToGuest: 1800,
    });
  });
});
