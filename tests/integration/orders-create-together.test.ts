import { lockOrderKey } from "../../src/services/checkout/insert-orders";
import { aNewOrder } from "../support/a-new-order";
import { OrderFixture } from "../support/order-fixture";

const REFUSE_ONE = `
  create function refuse_one() returns trigger language plpgsql as
    $$ begin if new.comment = 'broken' then raise 'This one cannot be written'; end if; return new; end $$;
  create trigger refuse_one before insert on orders for each row execute function refuse_one()`;

describe("orders that are taken simultaneously", () => {
  let fixture: OrderFixture;
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    branchId = await fixture.branch();
    await fixture.db.query(REFUSE_ONE);
  });

  afterAll(() => fixture.stop());

  function take(comments: readonly string[]) {
    const inputs = comments.map((comment) => aNewOrder(branchId, { comment }));
    return Promise.allSettled(inputs.map((input) => fixture.useCases.createOrder.execute(input)));
  }

  function rowsOf(comment: string) {
    return fixture.db.query<{ id: string; transaction: string }[]>(
      "select id, xmin::text as transaction from orders where comment = $1",
      [comment],
    );
  }

  it("share transactions, and each has everything that belongs to it", async () => {
    const comments = Array.from({ length: 12 }, () => "shared");
    const results = await take(comments);
    expect(results.map(({ status }) => status)).toEqual(comments.map(() => "fulfilled"));
    const rows = await rowsOf("shared");
    expect(rows).toHaveLength(12);
    expect(new Set(rows.map(({ transaction }) => transaction)).size).toBeLessThan(12);
    await fixture.pass();
    for (const { id } of rows)
      expect(await fixture.states(id)).toEqual(["QUEUED", "SENDING", "IN_POS"]);
  });

  it("do not fail because of one that cannot be written", async () => {
    const results = await take(["before", "broken", "after", "after that"]);
    expect(results.map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
    ]);
    expect(await rowsOf("broken")).toEqual([]);
    expect(await rowsOf("after that")).toHaveLength(1);
  });

  it("do not wait for one with a key for which somebody else is writing an order", async () => {
    const busy = aNewOrder(branchId, { comment: "busy" });
    const other = fixture.db.createQueryRunner();
    await other.startTransaction();
    await lockOrderKey(other.manager, busy, 0);
    const waiting = fixture.useCases.createOrder.execute(busy);
    const results = await take(["beside", "beside", "beside"]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
    expect(await rowsOf("busy")).toEqual([]);
    await other.rollbackTransaction();
    await other.release();
    expect((await waiting).replayed).toBe(false);
    expect(await rowsOf("busy")).toHaveLength(1);
  });

  it("do not wait for one whose branch is locked by somebody else", async () => {
    const locked = await fixture.branch();
    const other = fixture.db.createQueryRunner();
    await other.startTransaction();
    await other.query("select from branches where id = $1 for update", [locked]);
    const waiting = Array.from({ length: 12 }, () =>
      fixture.useCases.createOrder.execute(aNewOrder(locked, { comment: "locked out" })),
    );
    const results = await take(["at another branch", "at another branch", "at another branch"]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled"]);
    expect(await rowsOf("locked out")).toEqual([]);
    await other.rollbackTransaction();
    await other.release();
    await Promise.all(waiting);
    expect(await rowsOf("locked out")).toHaveLength(12);
  });

  it("become one order for equal calls, and are refused for other input with its key, within one transaction", async () => {
    const input = aNewOrder(branchId, { comment: "once" });
    const inputs = [
      input,
      input,
      { ...input, comment: "another" },
      aNewOrder(branchId, { comment: "a stranger" }),
    ];
    const results = await Promise.allSettled(
      inputs.map((each) => fixture.useCases.createOrder.execute(each)),
    );
    expect(results.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
    expect(await rowsOf("once")).toHaveLength(1);
    expect(await rowsOf("another")).toEqual([]);
  });
});
