import { randomUUID } from "node:crypto";

import { type Viewer } from "../../src/domain/access/viewer";
import { Observation } from "../../src/domain/orders/order-event";
import { type OrderStatus } from "../../src/domain/orders/order-status";
import { BonusReservation } from "../../src/entities/loyalty/bonus-reservation";
import { type Order } from "../../src/entities/orders/order";
import { type BranchSettingsChange } from "../../src/services/branches/settings/branch-settings-change";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { type LoyaltyStatement } from "../../src/services/loyalty/read-loyalty";
import { aNewOrder, aWantedLine } from "./a-new-order";
import { type FakeLoyalty } from "./fake-loyalty";
import { OrderFixture } from "./order-fixture";

export const PHONE = "+79990000009";
export const TEN_MINUTES = 600;
const GUEST: Viewer = { kind: "customer", phone: PHONE, expiresAt: null };
const SETTINGS = {
  bonusPaymentTypeId: randomUUID(),
  bonusWriteOffLimitPercent: 50,
  holdBonuses: true,
  injection: { retryDelaysSeconds: [] },
};

/** A branch whose POS also holds points, and a guest with 500 of them. */
export class HoldFixture {
  branchId = "";

  private constructor(readonly orders: OrderFixture) {}

  static async start(): Promise<HoldFixture> {
    return new HoldFixture(await OrderFixture.start());
  }

  get loyalty(): FakeLoyalty {
    return this.orders.pos.loyalty;
  }

  /** Opens a new branch where nothing is under way, reserved or held. */
  async open(changes: BranchSettingsChange = {}): Promise<void> {
    const { orders, loyalty } = this;
    this.branchId = await orders.branch({ ...SETTINGS, ...changes });
    await orders.db.query("delete from bonus_reservations");
    await orders.pass(TEN_MINUTES);
    loyalty.held.clear();
    loyalty.holdCalls.length = loyalty.cancelCalls.length = 0;
    loyalty.showsHeld = true;
    loyalty.has(PHONE, 50_000);
  }

  /** Orders three soups, with 200 paid in points. */
  async take(overrides: Partial<NewOrder> = {}): Promise<Order> {
    const lines = [aWantedLine({ quantity: 3000 })];
    const input = aNewOrder(this.branchId, { lines, bonusToSpend: 20_000, ...overrides });
    return (await this.orders.useCases.createOrder.execute(input, [], GUEST)).order;
  }

  reservation(orderId: string): Promise<BonusReservation> {
    return this.orders.db.manager.findOneByOrFail(BonusReservation, { orderId });
  }

  statement(): Promise<LoyaltyStatement> {
    return this.orders.useCases.readLoyalty.execute(this.branchId, PHONE);
  }

  /** The till reports a status of an order it has. */
  async told({ posOrderId }: Order, status: OrderStatus): Promise<void> {
    const update = this.orders.pos.decide(posOrderId, { status, rawStatus: status });
    await this.orders.useCases.recordPosUpdate.execute(update, {
      observedBy: Observation.POLL,
      confirmed: true,
    });
    await this.orders.pass();
  }
}
