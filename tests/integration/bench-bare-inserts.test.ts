import { type Pool } from "pg";

import { BareInserts } from "../../bench/orders/bare-inserts";
import { OrderFixture } from "../support/order-fixture";

const TABLES = ["orders", "order_lines", "pos_orders", "order_events", "jobs"];

describe("the inserts that a benchmark compares orders with", () => {
  let fixture: OrderFixture;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });

  afterAll(() => fixture.stop());

  const count = async (table: string) => {
    const [row] = await fixture.db.query<{ count: string }[]>(`select count(*) from ${table}`);
    return Number(row?.count);
  };

  it("write as many rows into every table as the order they imitate, any number of times", async () => {
    const pool = (fixture.db.driver as unknown as { master: Pool }).master;
    const bare = await BareInserts.like(pool, await fixture.taken());
    const ofOrder = await Promise.all(TABLES.map(count));
    await bare.insert();
    await bare.insert();
    expect(await Promise.all(TABLES.map(count))).toEqual(ofOrder.map((rows) => rows * 3));
  });
});
