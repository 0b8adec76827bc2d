import { randomUUID } from "node:crypto";

import { lockPayment } from "../../src/services/checkout/insert-orders";
import { aNewOrder } from "../support/a-new-order";
import { aPromotion } from "../support/a-promotion";
import { PaymentFixture } from "../support/payment-fixture";
import { storePromotion } from "../support/stored-promotion";

describe("a payment that many orders want simultaneously", () => {
  let payments: PaymentFixture;

  beforeAll(async () => {
    payments = await PaymentFixture.start();
  });
  beforeEach(() => payments.openBranch());
  afterAll(() => payments.stop());

  it("pays for one of twenty simultaneous orders", async () => {
    const calls = Array.from({ length: 20 }, () => payments.take(payments.paidBy("4711")));
    expect(await payments.outcomes(calls)).toEqual({ taken: 1, CONFLICT: 19 });
  });

  it("pays for one of thirty simultaneous orders at three gateways on one database", async () => {
    const gateways = [
      payments.orders.useCases,
      await payments.orders.anotherGateway(),
      await payments.orders.anotherGateway(),
    ];
    const calls = Array.from({ length: 30 }, (_, index) =>
      payments.take(payments.paidBy("4711"), gateways[index % 3]),
    );
    expect(await payments.outcomes(calls)).toEqual({ taken: 1, CONFLICT: 29 });
  });

  it("pays for one order among equal and different calls with one key", async () => {
    const input = payments.paidBy("4711");
    const calls = [input, input, { ...input, comment: "позвонить" }, payments.paidBy("4711")].map(
      (each) => payments.take(each),
    );
    // Whichever call comes first, the other one is refused.
    expect([
      { taken: 2, IDEMPOTENCY_KEY_REUSED: 1, CONFLICT: 1 },
      { taken: 1, CONFLICT: 3 },
    ]).toContainEqual(await payments.outcomes(calls));
  });

  it("that is used makes none of the orders fail that arrive together with the one that names it", async () => {
    await payments.take(payments.paidBy("4711"));
    const inputs = [
      payments.paidBy("1"),
      payments.paidBy("4711"),
      payments.paidBy(null),
      aNewOrder(payments.branchId),
      payments.paidBy("2"),
      payments.paidBy(null),
    ];
    expect(await payments.outcomes(inputs.map((input) => payments.take(input)))).toEqual({
      taken: 5,
      CONFLICT: 1,
    });
  });

  it("that somebody else is writing holds up none of the orders that arrive together with its own", async () => {
    const other = payments.orders.db.createQueryRunner();
    await other.startTransaction();
    await lockPayment(other.manager, payments.branchId, "4711");
    const waiting = payments.take(payments.paidBy("4711"));
    expect(
      await payments.outcomes([
        payments.take(payments.paidBy("1")),
        payments.take(aNewOrder(payments.branchId)),
        payments.take(payments.paidBy("2")),
      ]),
    ).toEqual({ taken: 3 });
    const ofPayment = () => payments.orders.db.query("select 1 from orders where external_payment_id = '4711' and branch_id = $1", [payments.branchId]); // prettier-ignore
    expect(await ofPayment()).toEqual([]);
    await other.rollbackTransaction();
    await other.release();
    expect((await waiting).replayed).toBe(false);
    expect(await ofPayment()).toHaveLength(1);
  });

  it("that is used reserves no points and uses no promo code, however many want both simultaneously", async () => {
    const code = `T-${randomUUID().slice(0, 8).toUpperCase()}`;
    await storePromotion(
      payments.orders.db,
      aPromotion(payments.branchId, { usageLimit: 1 }),
      code,
    );
    const gateways = [payments.orders.useCases, await payments.orders.anotherGateway()];
    await payments.take(payments.paidBy("4711"));
    const before = await payments.rowCounts();
    const wanted = { bonusToSpend: 100, promoCodes: [code] };
    const calls = Array.from({ length: 6 }, (_, index) =>
      payments.take(payments.paidBy("4711", wanted), gateways[index % 2]),
    );
    expect(await payments.outcomes(calls)).toEqual({ CONFLICT: 6 });
    expect(await payments.rowCounts()).toEqual(before);
    expect((await payments.take(payments.paidBy("4712", wanted))).order).toMatchObject({
      bonusSpent: 100,
      discount: 3_900,
    });
  });

  it("pays for one of several simultaneous orders that also spend points, at two gateways", async () => {
    const gateways = [payments.orders.useCases, await payments.orders.anotherGateway()];
    await payments.take(aNewOrder(payments.branchId));
    const calls = Array.from({ length: 8 }, (_, index) =>
      payments.take(payments.paidBy("4711", { bonusToSpend: 100 }), gateways[index % 2]),
    );
    expect(await payments.outcomes([...calls, payments.take(payments.paidBy("4712"))])).toEqual({
      taken: 2,
      CONFLICT: 7,
    });
  });
});
