import { randomUUID } from "node:crypto";

import { type Viewer } from "../../src/domain/access/viewer";
import { type BranchSettingsChange } from "../../src/services/branches/settings/branch-settings-change";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { type WantedOrder } from "../../src/services/checkout/wanted-order";
import { aMenuSnapshot, aProduct, aSize } from "./a-menu-snapshot";
import { aNewOrder, aWantedLine } from "./a-new-order";
import { GUEST } from "./branch-gateway";
import { errorsOf } from "./catalogue-fixture";
import { OrderFixture } from "./order-fixture";

export const PHONE = "+79990000009";
export const OWNER: Viewer = { kind: "customer", phone: PHONE, expiresAt: null };
export const QUARTER_MS = 15 * 60_000;
export const DISCOUNT = randomUUID();
const TWO_SOUPS = [aWantedLine({ quantity: 2000 })];
const SETTINGS = {
  bonusPaymentTypeId: randomUUID(),
  bonusWriteOffLimitPercent: 50,
  universalDiscountId: DISCOUNT,
};

/** A branch that sells soups at 390.00, whose guest has 500 points. */
export class QuoteFixture {
  branchId = "";

  private constructor(readonly orders: OrderFixture) {}

  static async start(): Promise<QuoteFixture> {
    return new QuoteFixture(await OrderFixture.start());
  }

  stop(): Promise<void> {
    return this.orders.stop();
  }

  /** Opens a new branch; the POS answers again, and no point has been spent. */
  async open(changes: BranchSettingsChange = {}): Promise<void> {
    const { pos, db } = this.orders;
    this.branchId = await this.orders.branch({ ...SETTINGS, ...changes });
    pos.failure = undefined;
    pos.loyalty.gives = { promotions: [], bonusLimits: new Map() };
    pos.loyalty.quoted.length = 0;
    pos.loyalty.has(PHONE, 50_000);
    pos.knownDiscounts = [
      { posId: DISCOUNT, name: "Универсальная", kind: "FlexibleSum", takesSum: true },
    ];
    await db.query("delete from bonus_reservations");
  }

  /** Quotes two soups without naming a guest. */
  quote(overrides: Partial<WantedOrder> = {}, viewer: Viewer = GUEST) {
    const { branchId } = this;
    const { fulfilment, onPriceMismatch } = aNewOrder(branchId);
    const nobody = { customer: null, address: null, wantedAt: null };
    const basket = {
      branchId,
      fulfilment,
      onPriceMismatch,
      lines: TWO_SOUPS,
      ...nobody,
      ...overrides,
    };
    return this.orders.useCases.quoteOrder.execute(basket, [], viewer);
  }

  /** Orders two soups for the guest. */
  take(overrides: Partial<NewOrder>, viewer: Viewer = GUEST) {
    const order = aNewOrder(this.branchId, { lines: TWO_SOUPS, ...overrides });
    return this.orders.useCases.createOrder.execute(order, [], viewer);
  }

  async refusal(overrides: Partial<NewOrder>, viewer?: Viewer): Promise<string[]> {
    return codesOf(await errorsOf(this.take(overrides, viewer)));
  }

  soupCosts(price: number, revision: number): void {
    const soup = aProduct({ article: "301", name: "Борщ", sizes: [aSize({ price })] });
    this.orders.sells({ ...aMenuSnapshot([soup], this.branchId), revision });
  }
}

export function codesOf(
  userErrors: readonly { code: string; field: readonly string[] | null }[],
): string[] {
  return userErrors.map(({ code, field }) => `${code} ${field?.join(".") ?? ""}`);
}
