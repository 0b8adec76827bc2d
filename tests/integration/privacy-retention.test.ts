import { EraseOldOrders } from "../../src/services/privacy/erase-old-orders";
import { aNewOrder } from "../support/a-new-order";
import { MARKED_ORDER, MARKS } from "../support/guest-marks";
import { holdRow } from "../support/hold-row";
import { OrderFixture } from "../support/order-fixture";
import { searchDatabase } from "../support/search-database";

const DAY_MS = 24 * 3_600_000;

let fixture: OrderFixture;
let branchId: string;

beforeAll(async () => {
  fixture = await OrderFixture.start();
  branchId = await fixture.branch();
});

afterAll(() => fixture.stop());

afterEach(() => fixture.db.query("delete from orders"));

function retention(orderRetentionDays: number): Promise<void> {
  const { db, feed, clock } = fixture;
  return new EraseOldOrders({ db, feed, orderRetentionDays }).execute(clock.now());
}

async function anOrderOf(daysAgo: number, status = "CLOSED"): Promise<string> {
  const { order } = await fixture.useCases.createOrder.execute(aNewOrder(branchId, MARKED_ORDER));
  await fixture.pass();
  const createdAt = new Date(fixture.clock.now().getTime() - daysAgo * DAY_MS);
  await fixture.db.query("update orders set created_at = $2, status = $3 where id = $1", [
    order.id,
    createdAt,
    status,
  ]);
  return order.id;
}

async function erased(): Promise<string[]> {
  const rows = await fixture.db.query<{ id: string }[]>(
    "select id from orders where erased_at is not null order by id",
  );
  return rows.map(({ id }) => id);
}

describe("The retention of orders", () => {
  it("erases the guest from older orders, and from no others", async () => {
    const old = await anOrderOf(31);
    const young = await anOrderOf(29);
    await retention(30);
    expect(await erased()).toEqual([old]);
    expect(await fixture.order(young)).toMatchObject({ customerName: "Аделаида Приватная" });
    await fixture.db.query("delete from orders where id = $1", [young]);
    expect(await searchDatabase(fixture.db, MARKS)).toEqual([]);
  });

  it("keeps guests indefinitely when it is 0", async () => {
    await anOrderOf(3_000);
    await retention(0);
    expect(await erased()).toEqual([]);
  });

  it("leaves guests alone who are still waiting, and comes back for them", async () => {
    const open = await anOrderOf(5, "COOKING");
    await retention(1);
    expect(await erased()).toEqual([]);
    await fixture.db.query("update orders set status = 'CLOSED' where id = $1", [open]);
    await retention(1);
    expect(await erased()).toEqual([open]);
  });

  it("counts an order for a later day from that day", async () => {
    const id = await anOrderOf(40);
    const wantedAt = new Date(fixture.clock.now().getTime() - 10 * DAY_MS);
    await fixture.db.query("update orders set wanted_at = $2 where id = $1", [id, wantedAt]);
    await retention(30);
    expect(await erased()).toEqual([]);
  });

  it("works in batches until nothing is left", async () => {
    const id = await anOrderOf(100);
    await fixture.db.query(
      `insert into orders select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(),
         'number', 'n' || n, 'idempotency_key', 'k' || n))).* from orders o, generate_series(1, 450) n where o.id = $1`,
      [id],
    );
    await retention(30);
    expect(await erased()).toHaveLength(451);
  });

  it("skips an order that is locked by somebody else", async () => {
    const [locked, free] = [await anOrderOf(60), await anOrderOf(60)];
    const hold = await holdRow(fixture.database.url, "orders", locked);
    await retention(30);
    expect(await erased()).toEqual([free]);
    await hold.letGo();
    await retention(30);
    expect(await erased()).toHaveLength(2);
  });
});
