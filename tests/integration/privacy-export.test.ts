import { Refused } from "../../src/errors";
import { aNewOrder } from "../support/a-new-order";
import { ADMIN } from "../support/branch-gateway";
import { MARKED_ORDER, MARKED_PHONE } from "../support/guest-marks";
import { OrderFixture } from "../support/order-fixture";

interface Exported {
  readonly phone: string;
  readonly rows: Record<string, object[]>;
  readonly orders: Record<string, Record<string, unknown>[]>[];
}

let fixture: OrderFixture;
let branchId: string;

beforeAll(async () => {
  fixture = await OrderFixture.start();
  branchId = await fixture.branch();
  for (let orders = 0; orders < 3; orders += 1) {
    await fixture.useCases.createOrder.execute(aNewOrder(branchId, MARKED_ORDER));
    await fixture.pass(1);
  }
  await fixture.useCases.createOrder.execute(aNewOrder(branchId));
});

afterAll(() => fixture.stop());

async function page(first: number, after: string | null = null) {
  const answer = await fixture.useCases.exportCustomer.execute(ADMIN, {
    phone: MARKED_PHONE,
    first,
    after,
  });
  return { ...answer, told: JSON.parse(answer.document) as Exported };
}

describe("A guest who asks what data is held", () => {
  it("gets every word they left, with the rows of each order, and nobody else's", async () => {
    const { told, orders, totalOrders, endCursor } = await page(50);
    expect({ orders, totalOrders, endCursor }).toEqual({
      orders: 3,
      totalOrders: 3,
      endCursor: null,
    });
    expect(told.phone).toBe(MARKED_PHONE);
    const [first] = told.orders;
    expect(first?.["orders"]).toMatchObject([
      { customer_name: "Аделаида Приватная", customer_phone: MARKED_PHONE },
    ]);
    expect(first?.["order_lines"]).toMatchObject([{ comment: "секрет строки" }]);
    expect(first?.["order_events"]?.length).toBeGreaterThan(2);
    expect(
      told.orders.flatMap((order) => order["orders"]).map((row) => row?.["customer_phone"]),
    ).toEqual(Array(3).fill(MARKED_PHONE));
  });

  it("gets pages that follow each other without a gap", async () => {
    const [first, second] = [await page(2), await page(2, (await page(2)).endCursor)];
    expect([first.orders, second.orders, second.endCursor]).toEqual([2, 1, null]);
    const ids = [...first.told.orders, ...second.told.orders].flatMap((order) =>
      order["orders"]?.map((row) => row["id"]),
    );
    expect(new Set(ids).size).toBe(3);
  });

  it("gets a shorter page when its orders are large", async () => {
    const [order] = await fixture.db.query<{ id: string }[]>(
      "select id from orders order by created_at limit 1",
    );
    const long = "х".repeat(1_100_000);
    await fixture.db.query("update orders set cancel_reason = $2 where id = $1", [order?.id, long]);
    expect(await page(50)).toMatchObject({ orders: 1, totalOrders: 3, endCursor: order?.id });
    await fixture.db.query("update orders set cancel_reason = null");
  });

  it("is recorded with the branch, with who asked, but without the phone", async () => {
    await page(50);
    const [last] = await fixture.db.query<object[]>(
      "select field, before, after from settings_changes where branch_id = $1 order by id desc limit 1",
      [branchId],
    );
    expect(last).toEqual({ field: "customerExport", before: null, after: "3" });
  });

  it.each([
    [["nobody", 10, null], "PHONE_INVALID"],
    [[MARKED_PHONE, 0, null], "INVALID"],
    [[MARKED_PHONE, 51, null], "INVALID"],
    [[MARKED_PHONE, 10, "elsewhere"], "INVALID"],
    [[MARKED_PHONE, 10, "00000000-0000-4000-8000-000000000000"], "INVALID"],
  ] as [[string, number, string | null], string][])(
    "is refused when asking with %j: %s",
    async ([phone, first, after], code) => {
      const error: unknown = await fixture.useCases.exportCustomer
        .execute(ADMIN, { phone, first, after })
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(Refused);
      expect((error as Refused<object>).userErrors).toMatchObject([{ code }]);
    },
  );
});
