import { randomUUID } from "node:crypto";

import { type Viewer } from "../../src/domain/access/viewer";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { type TakenOrder } from "../../src/services/checkout/create-order";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { aNewOrder } from "./a-new-order";
import { operatorOf } from "./branch-gateway";
import { OrderFixture } from "./order-fixture";

const PHONE = "+79990000009";
const TABLES = ["orders", "order_events", "bonus_reservations", "promo_uses", "jobs"];
const DISCOUNT = randomUUID();
const SETTINGS = {
  paymentTypes: [
    { method: PaymentMethod.ONLINE, posPaymentTypeId: randomUUID(), processedExternally: true },
  ],
  bonusPaymentTypeId: randomUUID(),
  bonusWriteOffLimitPercent: 50,
  universalDiscountId: DISCOUNT,
};

/** A branch that takes payments on the site, whose guest has points. */
export class PaymentFixture {
  branchId = "";
  /** The key that pays, unless a test says otherwise. */
  key!: Viewer;

  private constructor(readonly orders: OrderFixture) {}

  static async start(): Promise<PaymentFixture> {
    const orders = await OrderFixture.start();
    orders.pos.knownDiscounts = [
      { posId: DISCOUNT, name: "Универсальная", kind: "FlexibleSum", takesSum: true },
    ];
    const fixture = new PaymentFixture(orders);
    fixture.points(50_000);
    return fixture;
  }

  stop(): Promise<void> {
    return this.orders.stop();
  }

  /** @param kopecks how many the guest has */
  points(kopecks: number): void {
    this.orders.pos.loyalty.has(PHONE, kopecks);
  }

  async openBranch(): Promise<void> {
    this.branchId = await this.orders.branch(SETTINGS);
    this.key = operatorOf(this.branchId);
  }

  paidBy(externalPaymentId: string | null, overrides: Partial<NewOrder> = {}): NewOrder {
    const payment = {
      method: PaymentMethod.ONLINE,
      paidOnline: true,
      externalPaymentId,
      changeFrom: null,
    };
    return aNewOrder(this.branchId, { payment, ...overrides });
  }

  take(
    input: NewOrder,
    gateway = this.orders.useCases,
    viewer: Viewer = this.key,
  ): Promise<TakenOrder> {
    return gateway.createOrder.execute(input, [], viewer);
  }

  async rowCounts(): Promise<Record<string, number>> {
    const counts = TABLES.map(async (table) => {
      const [row] = await this.orders.db.query<{ count: number }[]>(
        `select count(*)::int as count from ${table}`,
      );
      return [table, row!.count] as const;
    });
    return Object.fromEntries(await Promise.all(counts));
  }

  /** "taken" or the codes of a refusal, each with its number of occurrences. */
  async outcomes(calls: readonly Promise<TakenOrder>[]): Promise<Record<string, number>> {
    const words = calls.map((call) =>
      call.then(
        () => "taken",
        (error: Error & { userErrors?: { code: string }[] }) =>
          error.userErrors?.map(({ code }) => code).join() ?? error.message,
      ),
    );
    const told = await Promise.all(words);
    return Object.fromEntries(
      [...new Set(told)].map((word) => [word, told.filter((each) => each === word).length]),
    );
  }
}
