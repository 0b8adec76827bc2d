import { randomUUID } from "node:crypto";

import { ENOUGH_ORDERS, NO_RECORD } from "../../src/domain/hours/promised-interval";
import { Observation } from "../../src/domain/orders/order-event";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { type Order } from "../../src/entities/orders/order";
import { aNewOrder } from "../support/a-new-order";
import { aStatusUpdate } from "../support/a-pos-order-update";
import { OrderFixture } from "../support/order-fixture";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const { READY, DELIVERED, CLOSED } = OrderStatus;
const { DELIVERY, PICKUP } = Fulfilment;

describe("the waiting time that guests are promised", () => {
  let fixture: OrderFixture;
  let organizationId: string;
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });
  afterAll(() => fixture.stop());

  beforeEach(async () => {
    fixture.clock.turnTo(new Date(`${fixture.clock.dayIn(1)}T06:00:00Z`));
    organizationId = randomUUID();
    branchId = await fixture.branch(
      { guestOrders: { mostOpenPerPhone: 0 }, hours: { usualMinutes: 40 } },
      organizationId,
    );
  });

  const after = ({ createdAt }: Order, minutes: number) =>
    new Date(createdAt.getTime() + minutes * MINUTE_MS);
  const record = (fulfilment: typeof DELIVERY | typeof PICKUP = DELIVERY) =>
    fixture.useCases.measuredPromises.of(branchId, fulfilment);

  /** Orders are sent, and then nothing happens for this long. */
  async function passed(hours: number): Promise<void> {
    await fixture.pass();
    fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + hours * HOUR_MS));
  }

  async function taken(overrides: Parameters<typeof aNewOrder>[1] = {}): Promise<Order> {
    const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId, overrides));
    return order;
  }

  /** The till reports everything hours later, with the minutes after which each step occurred. */
  async function came(order: Order, ...way: readonly [OrderStatus, number][]): Promise<void> {
    const steps = way.map(([status, minutes]) => {
      return { status, rawStatus: status, at: after(order, minutes) };
    });
    const last = steps.at(-1)?.status ?? READY;
    const update = aStatusUpdate(organizationId, order.posOrderId, 9_000, last, { steps });
    const polled = { observedBy: Observation.POLL, confirmed: true };
    await fixture.useCases.recordPosUpdate.execute(update, polled);
  }

  it("is an interval around the usual time, stored with the order", async () => {
    const order = await taken();
    expect([order.promisedFrom, order.promisedTo]).toEqual([after(order, 30), after(order, 50)]);
    const later = await taken({ wantedAt: after(order, 180) });
    expect([later.promisedFrom, later.promisedTo]).toEqual([null, null]);
  });

  it("is compared with the time at which, according to the POS, guests received their orders", async () => {
    const orders = [await taken(), await taken(), await taken(), await taken(), await taken()];
    const [kept, early, late, later, atNight] = orders as [Order, Order, Order, Order, Order];
    await passed(6);
    await came(kept, [READY, 20], [DELIVERED, 50]);
    await came(early, [DELIVERED, 29]);
    await came(late, [READY, 40], [DELIVERED, 60], [CLOSED, 70]);
    await came(later, [CLOSED, 90]);
    await came(atNight, [CLOSED, 300]);
    expect(await record()).toMatchObject({ orders: 4, kept: 1, early: 1, late: 2 });
    expect((await record()).minutesLate).toBeCloseTo(25);
  });

  it("is compared with the time at which an order could be collected, separately from deliveries", async () => {
    const order = await taken({ fulfilment: PICKUP, address: null });
    await passed(6);
    await came(order, [READY, 35], [CLOSED, 200]);
    expect(await record(PICKUP)).toMatchObject({ orders: 1, kept: 1, minutesLate: null });
    expect(await record(DELIVERY)).toEqual(NO_RECORD);
  });

  it("adapts within the hour to how the latest orders went", async () => {
    const orders: Order[] = [];
    while (orders.length < ENOUGH_ORDERS) orders.push(await taken());
    await passed(5);
    for (const [index, order] of orders.entries()) await came(order, [DELIVERED, 41 + index]);
    const next = await taken();
    expect([next.promisedFrom, next.promisedTo]).toEqual([after(next, 40), after(next, 60)]);
    await came(next, [DELIVERED, 0]);
    expect((await record()).orders).toBe(ENOUGH_ORDERS);
    await passed(1);
    expect(await record()).toMatchObject({ orders: ENOUGH_ORDERS + 1, kept: 10, early: 1 });
  });

  it("ignores anything older than a fortnight", async () => {
    const order = await taken();
    await passed(6);
    await came(order, [DELIVERED, 40]);
    await passed(15 * 24);
    expect(await record()).toEqual(NO_RECORD);
  });
});
