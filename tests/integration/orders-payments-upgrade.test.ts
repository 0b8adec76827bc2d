import { type DataSource } from "typeorm";

import { PaymentMethod } from "../../src/domain/ticket/payment-method";
import { aNewOrder } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { errorsOf } from "../support/catalogue-fixture";
import { OrderFixture } from "../support/order-fixture";

const MIGRATION = "OneOrderPerPayment1764000000124";

describe("a database in which several orders share a payment", () => {
  let fixture: OrderFixture;
  let branchId: string;
  let otherBranchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    [branchId, otherBranchId] = [await fixture.branch(), await fixture.branch()];
  });

  afterAll(() => fixture.stop());

  function take(branch: string, externalPaymentId: string | null) {
    const payment = {
      method: PaymentMethod.ONLINE,
      paidOnline: false,
      externalPaymentId,
      changeFrom: null,
    };
    return fixture.useCases.createOrder.execute(aNewOrder(branch, { payment }), [], ADMIN);
  }

  /** As the previous version left it. */
  async function repeatPayment(
    orderId: string,
    paymentId: string,
    createdAt: string,
  ): Promise<void> {
    const change = "update orders set external_payment_id = $2, created_at = $3 where id = $1";
    await fixture.db.query(change, [orderId, paymentId, createdAt]);
  }

  function rows(): Promise<{ id: string; payment: string | null; repeats: boolean }[]> {
    return fixture.db.query(
      "select id, external_payment_id as payment, repeats_payment as repeats from orders order by created_at, id",
    );
  }

  it("keeps all payments when upgraded: the first order of each holds it, and no other can take it", async () => {
    const ids = [];
    for (const branch of [branchId, branchId, branchId, branchId, otherBranchId, branchId])
      ids.push((await take(branch, null)).order.id);
    const [second, first, twinA, twinB, elsewhere, unpaid] = ids as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    await undoUntil(fixture.db, MIGRATION);
    await repeatPayment(first, "4711", "2026-01-01T10:00:00Z");
    await repeatPayment(second, "4711", "2026-01-01T11:00:00Z");
    await repeatPayment(elsewhere, "4711", "2026-01-01T12:00:00Z");
    await repeatPayment(twinA, "4712", "2026-01-02T10:00:00Z");
    await repeatPayment(twinB, "4712", "2026-01-02T10:00:00Z");

    await fixture.db.runMigrations({ transaction: "each" });

    const [holder, repeater] = [twinA, twinB].sort();
    expect(await rows()).toEqual([
      { id: first, payment: "4711", repeats: false },
      { id: second, payment: "4711", repeats: true },
      { id: elsewhere, payment: "4711", repeats: false },
      { id: holder, payment: "4712", repeats: false },
      { id: repeater, payment: "4712", repeats: true },
      { id: unpaid, payment: null, repeats: false },
    ]);
    expect(await errorsOf(take(branchId, "4711"))).toMatchObject([{ code: "CONFLICT" }]);
    expect((await take(branchId, "4713")).replayed).toBe(false);
  });
});

async function undoUntil(db: DataSource, name: string): Promise<void> {
  const known = async () =>
    (await db.query<unknown[]>("select 1 from migrations where name = $1", [name])).length > 0;
  while (await known()) await db.undoLastMigration({ transaction: "each" });
}
