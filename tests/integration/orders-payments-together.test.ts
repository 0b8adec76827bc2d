import { randomUUID } from "node:crypto";
import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { type Viewer } from "../../src/domain/access/viewer";
import { lockPayment } from "../../src/services/checkout/insert-orders";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { type TakenOrder } from "../../src/services/checkout/create-order";
import { aNewOrder } from "../support/a-new-order";
import { aPromotion, storePromotion } from "../support/a-promotion";
import { operatorOf } from "../support/branch-gateway";
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

describe("a payment that many orders want at the same time", () => {
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

  it("pays one of twenty orders at once", async () => {
    const calls = Array.from({ length: 20 }, () => take(paidBy("4711")));
    expect(await outcomes(calls)).toEqual({ taken: 1, CONFLICT: 19 });
  });

  it("pays one of thirty orders at once at three gateways on one database", async () => {
    const gateways = [
      fixture.useCases,
      await fixture.anotherGateway(),
      await fixture.anotherGateway(),
    ];
    const calls = Array.from({ length: 30 }, (_, index) =>
      take(paidBy("4711"), gateways[index % 3]),
    );
    expect(await outcomes(calls)).toEqual({ taken: 1, CONFLICT: 29 });
  });

  it("pays one order of equal and of different calls of one key", async () => {
    const input = paidBy("4711");
    const calls = [input, input, { ...input, comment: "позвонить" }, paidBy("4711")].map((each) =>
      take(each),
    );
    // Whichever key comes first, the other one is refused.
    expect([
      { taken: 2, IDEMPOTENCY_KEY_REUSED: 1, CONFLICT: 1 },
      { taken: 1, CONFLICT: 3 },
    ]).toContainEqual(await outcomes(calls));
  });

  it("refuses none of the orders that come together with one whose payment is used", async () => {
    await take(paidBy("4711"));
    const inputs = [
      paidBy("1"),
      paidBy("4711"),
      paidBy(null),
      aNewOrder(branchId),
      paidBy("2"),
      paidBy(null),
    ];
    expect(await outcomes(inputs.map((input) => take(input)))).toEqual({ taken: 5, CONFLICT: 1 });
  });

  it("holds up none of the orders that come together with one whose payment somebody else is writing", async () => {
    const other = fixture.db.createQueryRunner();
    await other.startTransaction();
    await lockPayment(other.manager, branchId, "4711");
    const waiting = take(paidBy("4711"));
    expect(
      await outcomes([take(paidBy("1")), take(aNewOrder(branchId)), take(paidBy("2"))]),
    ).toEqual({ taken: 3 });
    const ofPayment = () => fixture.db.query("select 1 from orders where external_payment_id = '4711' and branch_id = $1", [branchId]); // prettier-ignore
    expect(await ofPayment()).toEqual([]);
    await other.rollbackTransaction();
    await other.release();
    expect((await waiting).replayed).toBe(false);
    expect(await ofPayment()).toHaveLength(1);
  });

  it("that is used reserves no points and uses no promo code, however many want both at once", async () => {
    const code = `T-${randomUUID().slice(0, 8).toUpperCase()}`;
    await storePromotion(fixture.db, aPromotion(branchId, { usageLimit: 1 }), code);
    const gateways = [fixture.useCases, await fixture.anotherGateway()];
    await take(paidBy("4711"));
    const before = await rowCounts();
    const wanted = { bonusToSpend: 100, promoCodes: [code] };
    const calls = Array.from({ length: 6 }, (_, index) =>
      take(paidBy("4711", wanted), gateways[index % 2]),
    );
    expect(await outcomes(calls)).toEqual({ CONFLICT: 6 });
    expect(await rowCounts()).toEqual(before);
    expect((await take(paidBy("4712", wanted))).order).toMatchObject({
      bonusSpent: 100,
      discount: 3_900,
    });
  });

  it("pays one of several orders at once that spend points, too, at two gateways", async () => {
    const gateways = [fixture.useCases, await fixture.anotherGateway()];
    await take(aNewOrder(branchId));
    const calls = Array.from({ length: 8 }, (_, index) =>
      take(paidBy("4711", { bonusToSpend: 100 }), gateways[index % 2]),
    );
    expect(await outcomes([...calls, take(paidBy("4712"))])).toEqual({ taken: 2, CONFLICT: 7 });
  });
});
