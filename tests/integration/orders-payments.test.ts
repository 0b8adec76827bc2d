import { randomUUID } from "node:crypto";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { type Viewer } from "../../src/domain/access/viewer";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { type TakenOrder } from "../../src/services/checkout/create-order";
import { aNewOrder } from "../support/a-new-order";
import { ADMIN, operatorOf } from "../support/branch-gateway";
import { faultsOf } from "../support/catalogue-fixture";
import { OrderFixture } from "../support/order-fixture";

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
const USED = { code: "CONFLICT", field: ["input", "payment", "externalPaymentId"] };

describe("a payment", () => {
  let fixture: OrderFixture;
  let branchId: string;
  let key: Viewer;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    fixture.pos.loyalty.has(PHONE, 50_000);
    fixture.pos.knownDiscounts = [{ posId: DISCOUNT, name: "Универсальная", kind: "FlexibleSum" }];
  });
  beforeEach(async () => {
    branchId = await fixture.branch(SETTINGS);
    key = operatorOf(branchId);
  });
  afterAll(() => fixture.stop());

  function paidBy(externalPaymentId: string | null, overrides: Partial<NewOrder> = {}): NewOrder {
    const payment = {
      method: PaymentMethod.ONLINE,
      paidOnline: true,
      externalPaymentId,
      changeFrom: null,
    };
    return aNewOrder(branchId, { payment, ...overrides });
  }

  function take(
    input: NewOrder,
    gateway = fixture.useCases,
    viewer: Viewer = key,
  ): Promise<TakenOrder> {
    return gateway.createOrder.execute(input, [], viewer);
  }

  async function rowCounts(): Promise<Record<string, number>> {
    const counts = TABLES.map(async (table) => {
      const [row] = await fixture.db.query<{ count: number }[]>(
        `select count(*)::int as count from ${table}`,
      );
      return [table, row!.count] as const;
    });
    return Object.fromEntries(await Promise.all(counts));
  }

  /** "taken" or the codes of a refusal, each with how often it came. */
  async function outcomes(calls: readonly Promise<TakenOrder>[]): Promise<Record<string, number>> {
    const words = calls.map((call) =>
      call.then(
        () => "taken",
        (error: Error & { faults?: { code: string }[] }) =>
          error.faults?.map(({ code }) => code).join() ?? error.message,
      ),
    );
    const told = await Promise.all(words);
    return Object.fromEntries(
      [...new Set(told)].map((word) => [word, told.filter((each) => each === word).length]),
    );
  }

  it("pays one order, whoever asks and under whatever key, and nothing has changed for the second", async () => {
    await take(paidBy("4711"));
    const before = await rowCounts();
    for (const viewer of [key, ADMIN]) {
      expect(await faultsOf(take(paidBy("4711"), fixture.useCases, viewer))).toEqual([USED]);
    }
    expect(await rowCounts()).toEqual(before);
  });

  it("is told as used in both languages", async () => {
    await take(paidBy("4711"));
    await expect(take(paidBy("4711"))).rejects.toMatchObject({
      faults: [
        {
          message: {
            ru: "Этим платежом уже оплачен другой заказ филиала",
            en: "Another order of the branch was paid by this payment",
          },
        },
      ],
    });
  });

  it("gives the first order again to who repeats it, and refuses other input of its key as ever", async () => {
    const input = paidBy("4711");
    const first = await take(input);
    expect(await take(input)).toMatchObject({ replayed: true, order: { id: first.order.id } });
    expect(await faultsOf(take({ ...input, comment: "позвонить" }))).toEqual([
      { code: "IDEMPOTENCY_KEY_REUSED", field: ["input", "idempotencyKey"] },
    ]);
  });

  it("is free again when the order was not taken for want of points", async () => {
    fixture.pos.loyalty.has(PHONE, 50);
    await take(aNewOrder(branchId));
    expect(await outcomes([take(paidBy("4711", { bonusToSpend: 100 }))])).toEqual({
      LOYALTY_INSUFFICIENT: 1,
    });
    fixture.pos.loyalty.has(PHONE, 50_000);
    expect(await outcomes([take(paidBy("4711"))])).toEqual({ taken: 1 });
  });

  it("of the same id at another branch is another payment", async () => {
    await take(paidBy("4711"));
    branchId = await fixture.branch(SETTINGS);
    key = operatorOf(branchId);
    expect(await outcomes([take(paidBy("4711"))])).toEqual({ taken: 1 });
  });

  it("stays used when its order is cancelled", async () => {
    const { order } = await take(paidBy("4711"));
    await fixture.useCases.cancelOrder.execute(ADMIN, {
      id: order.id,
      reason: "Передумал",
      idempotencyKey: null,
    });
    expect((await fixture.order(order.id)).status).toBe("CANCELLED");
    expect(await faultsOf(take(paidBy("4711")))).toEqual([USED]);
  });

  it("without an id pays any number of orders, as nobody can tell them apart", async () => {
    expect(await outcomes([take(paidBy(null)), take(paidBy(null))])).toEqual({ taken: 2 });
  });
});
