import { randomUUID } from "node:crypto";

import { type Viewer } from "../../src/domain/access/viewer";
import { PosUnavailable } from "../../src/errors";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { aNewOrder } from "../support/a-new-order";
import { ADMIN, GUEST } from "../support/branch-gateway";
import { errorsOf } from "../support/catalogue-fixture";
import { OrderFixture } from "../support/order-fixture";

describe("a Result.Rest discount", () => {
  let fixture: OrderFixture;
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });
  beforeEach(async () => {
    branchId = await fixture.branch({ universalDiscountId: randomUUID() });
  });
  afterAll(() => fixture.stop());

  async function listed(kind: "FlexibleSum" | "Percent"): Promise<void> {
    const [row] = await fixture.db.query<{ id: string }[]>(
      "select universal_discount_id as id from branch_settings where branch_id = $1",
      [branchId],
    );
    const takesSum = kind === "FlexibleSum";
    fixture.pos.knownDiscounts = [{ posId: row!.id, name: "Скидка", kind, takesSum }];
  }

  const take = (discounts: NewOrder["discounts"], viewer: Viewer = ADMIN) =>
    fixture.useCases.createOrder.execute(
      aNewOrder(branchId, { discounts: discounts ?? [] }),
      [],
      viewer,
    );

  it("reaches the POS summed up with the others, capped at the subtotal", async () => {
    await listed("FlexibleSum");
    const discounts = [
      { name: "День рождения", amount: 30_000 },
      { name: "Самовывоз", amount: 20_000 },
    ];
    const { order } = await take(discounts);
    expect(order).toMatchObject({ subtotal: 39_000, discount: 39_000, total: 0 });
    expect(order.promotions.map(({ name, amount }) => [name, amount])).toEqual([
      ["День рождения", 30_000],
      ["Самовывоз", 9_000],
    ]);
    await fixture.pass();
    expect(fixture.pos.submitted.at(-1)).toMatchObject({
      discount: { sum: 39_000 },
      payments: [],
      total: 0,
    });
  });

  it("is refused before the order is accepted when the POS's discount cannot take an amount", async () => {
    await listed("Percent");
    expect(
      (await errorsOf(take([{ name: "Скидка", amount: 100 }]))).map(({ code }) => code),
    ).toEqual(["DISCOUNT_NOT_MAPPED"]);
  });

  it("does not wait for a POS that does not answer", async () => {
    fixture.pos.failure = new PosUnavailable("socket hang up");
    expect((await take([{ name: "Скидка", amount: 100 }])).order.discount).toBe(100);
    fixture.pos.failure = undefined;
  });

  it("can only be given by the branch's keys", async () => {
    const codes = (await errorsOf(take([{ name: "Скидка", amount: 100 }], GUEST))).map(
      ({ code }) => code,
    );
    expect(codes).toEqual(["FORBIDDEN"]);
  });
});
