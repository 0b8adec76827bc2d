import { randomUUID } from "node:crypto";

import { type Viewer } from "../../src/domain/access/viewer";
import { Observation } from "../../src/domain/orders/order-event";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { BonusReservation } from "../../src/entities/loyalty/bonus-reservation";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { aNewOrder, aWantedLine } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { OrderFixture } from "../support/order-fixture";

const PHONE = "+79990000009";
const GUEST: Viewer = { kind: "customer", phone: PHONE, expiresAt: null };
const BONUS = randomUUID();
const DISCOUNT = randomUUID();
const SETTINGS = {
  bonusPaymentTypeId: BONUS,
  bonusWriteOffLimitPercent: 50,
  universalDiscountId: DISCOUNT,
};

describe("reserved points", () => {
  let fixture: OrderFixture;
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });
  beforeEach(async () => {
    branchId = await fixture.branch({ ...SETTINGS, injection: { retryDelaysSeconds: [] } });
    await fixture.db.query("delete from bonus_reservations");
    fixture.pos.loyalty.has(PHONE, 50_000);
    fixture.pos.failure = undefined;
    // What the previous test left unsent.
    await fixture.pass();
    fixture.pos.knownDiscounts = [
      { posId: DISCOUNT, name: "Универсальная", kind: "FlexibleSum", takesSum: true },
    ];
  });
  afterAll(() => fixture.stop());

  const threeSoups = { lines: [aWantedLine({ quantity: 3000 })] };
  const take = (overrides: Partial<NewOrder>, viewer: Viewer = GUEST, gateway = fixture.useCases) =>
    gateway.createOrder.execute(aNewOrder(branchId, { ...threeSoups, ...overrides }), [], viewer);
  const reservation = (orderId: string) =>
    fixture.db.manager.findOneByOrFail(BonusReservation, { orderId });

  it("are released when the order is cancelled, whether before it reaches the POS or there", async () => {
    const unsent = (await take({ bonusToSpend: 20_000 })).order;
    await fixture.useCases.cancelOrder.execute(ADMIN, {
      id: unsent.id,
      reason: "Передумал",
      idempotencyKey: null,
    });
    expect(await reservation(unsent.id)).toMatchObject({
      state: "RELEASED",
      reason: "CANCELLED_BEFORE_SEND",
    });
    const sent = (await take({ bonusToSpend: 30_000 })).order;
    await fixture.pass();
    const update = fixture.pos.decide(sent.posOrderId, {
      status: OrderStatus.CANCELLED,
      rawStatus: "Cancelled",
    });
    await fixture.useCases.recordPosUpdate.execute(update, {
      observedBy: Observation.POLL,
      confirmed: true,
    });
    expect(await reservation(sent.id)).toMatchObject({ state: "RELEASED", reason: "CANCELLED" });
  });

  it("are settled once the guest has the order, and repeated news changes nothing", async () => {
    const { order } = await take({ bonusToSpend: 50_000 });
    await fixture.pass();
    expect((await reservation(order.id)).state).toBe("HELD");
    const update = fixture.pos.decide(order.posOrderId, {
      status: OrderStatus.DELIVERED,
      rawStatus: "Delivered",
    });
    const record = () =>
      fixture.useCases.recordPosUpdate.execute(update, {
        observedBy: Observation.POLL,
        confirmed: true,
      });
    await record();
    const settled = await reservation(order.id);
    expect(settled).toMatchObject({ state: "SETTLED", reason: "DELIVERED" });
    await record();
    expect(await reservation(order.id)).toEqual(settled);
  });

  it("are eventually settled for an order that nobody ever closed, but for no younger one", async () => {
    const old = (await take({ bonusToSpend: 20_000 })).order;
    fixture.clock.turnTo(new Date(fixture.clock.now().getTime() + 31 * 86_400_000));
    const young = (await take({ bonusToSpend: 10_000 })).order;
    await fixture.useCases.purgeExpired.execute();
    expect(await reservation(old.id)).toMatchObject({ state: "SETTLED", reason: "FORGOTTEN" });
    expect(await reservation(young.id)).toMatchObject({ state: "HELD" });
  });
});
