import { aNewOrder } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { errorsOf } from "../support/catalogue-fixture";
import { PaymentFixture } from "../support/payment-fixture";

const USED = { code: "CONFLICT", field: ["input", "payment", "externalPaymentId"] };

describe("a payment", () => {
  let payments: PaymentFixture;

  beforeAll(async () => {
    payments = await PaymentFixture.start();
  });
  beforeEach(() => payments.openBranch());
  afterAll(() => payments.stop());

  it("pays for one order, whoever asks and under whatever key, and nothing changes for the second", async () => {
    await payments.take(payments.paidBy("4711"));
    const before = await payments.rowCounts();
    for (const viewer of [payments.key, ADMIN]) {
      expect(
        await errorsOf(payments.take(payments.paidBy("4711"), payments.orders.useCases, viewer)),
      ).toEqual([USED]);
    }
    expect(await payments.rowCounts()).toEqual(before);
  });

  it("is reported as used in both languages", async () => {
    await payments.take(payments.paidBy("4711"));
    await expect(payments.take(payments.paidBy("4711"))).rejects.toMatchObject({
      userErrors: [
        {
          message: {
            ru: "Этим платежом уже оплачен другой заказ филиала",
            en: "Another order of the branch was paid by this payment",
          },
        },
      ],
    });
  });

  it("returns the first order to anyone who repeats it, and refuses other input with its key as always", async () => {
    const input = payments.paidBy("4711");
    const first = await payments.take(input);
    expect(await payments.take(input)).toMatchObject({
      replayed: true,
      order: { id: first.order.id },
    });
    expect(await errorsOf(payments.take({ ...input, comment: "позвонить" }))).toEqual([
      { code: "IDEMPOTENCY_KEY_REUSED", field: ["input", "idempotencyKey"] },
    ]);
  });

  it("is released when the order was refused for lack of points", async () => {
    payments.points(50);
    await payments.take(aNewOrder(payments.branchId));
    expect(
      await payments.outcomes([payments.take(payments.paidBy("4711", { bonusToSpend: 100 }))]),
    ).toEqual({
      LOYALTY_INSUFFICIENT: 1,
    });
    payments.points(50_000);
    expect(await payments.outcomes([payments.take(payments.paidBy("4711"))])).toEqual({ taken: 1 });
  });

  it("with the same id at another branch is another payment", async () => {
    await payments.take(payments.paidBy("4711"));
    await payments.openBranch();
    expect(await payments.outcomes([payments.take(payments.paidBy("4711"))])).toEqual({ taken: 1 });
  });

  it("stays used when its order is cancelled", async () => {
    const { order } = await payments.take(payments.paidBy("4711"));
    await payments.orders.useCases.cancelOrder.execute(ADMIN, {
      id: order.id,
      reason: "Передумал",
      idempotencyKey: null,
    });
    expect((await payments.orders.order(order.id)).status).toBe("CANCELLED");
    expect(await errorsOf(payments.take(payments.paidBy("4711")))).toEqual([USED]);
  });

  it("without an id pays for any number of orders, as nobody can tell them apart", async () => {
    expect(
      await payments.outcomes([
        payments.take(payments.paidBy(null)),
        payments.take(payments.paidBy(null)),
      ]),
    ).toEqual({ taken: 2 });
  });
});
