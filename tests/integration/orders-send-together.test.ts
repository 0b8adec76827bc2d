import { BranchSettings } from "../../src/entities/branches/branch-settings";
import { InjectionAttempt } from "../../src/entities/orders/injection-attempt";
import { OrderFixture } from "../support/order-fixture";

describe("orders that are sent simultaneously", () => {
  let fixture: OrderFixture;

  beforeEach(async () => {
    fixture = await OrderFixture.start();
  });

  afterEach(() => fixture.stop());

  function send(ids: readonly string[]): Promise<PromiseSettledResult<unknown>[]> {
    return Promise.allSettled(
      ids.map((orderId) => fixture.useCases.sendOrder.execute({ orderId })),
    );
  }

  async function taken(count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let each = 0; each < count; each += 1) ids.push(await fixture.taken());
    return ids;
  }

  it("begin in shared transactions, and are each in the POS once", async () => {
    const ids = await taken(12);
    await send(ids);
    expect(fixture.pos.submitted.map(({ number }) => number).sort()).toEqual(
      (await Promise.all(ids.map((id) => fixture.order(id)))).map(({ number }) => number).sort(),
    );
    for (const id of ids) expect(await fixture.states(id)).toEqual(["QUEUED", "SENDING", "IN_POS"]);
    const [shared] = await fixture.db.query<{ transactions: number }[]>(
      `select count(distinct xid)::int as transactions from order_events where detail ->> 'state' = 'SENDING'`,
    );
    expect(shared?.transactions).toBeLessThan(12);
  });

  it("share the end of an attempt that the POS has not decided on yet", async () => {
    const ids = await taken(6);
    fixture.pos.nextSubmissions.push(...ids.map(() => "pending" as const));
    await send(ids);
    for (const id of ids)
      expect(await fixture.states(id)).toEqual(["QUEUED", "SENDING", "AWAITING_POS"]);
    const looks = "select count(*)::int as count from jobs where key like 'confirm:%'";
    expect(await fixture.db.query(looks)).toEqual([{ count: 6 }]);
  });

  it("do not wait for one that somebody else is working on", async () => {
    const [first, busy, last] = (await taken(3)) as [string, string, string];
    const other = fixture.db.createQueryRunner();
    await other.startTransaction();
    await other.query("select id from orders where id = $1 for no key update", [busy]);
    const waiting = send([first, busy]);
    await send([last]);
    expect(await fixture.states(last)).toContain("IN_POS");
    expect(await fixture.states(busy)).toEqual(["QUEUED"]);
    await other.commitTransaction();
    await other.release();
    await waiting;
    expect(await fixture.states(busy)).toContain("IN_POS");
    expect(fixture.pos.submitted).toHaveLength(3);
  });

  it("do not fail because of one that cannot begin", async () => {
    const [first, broken, last] = (await taken(3)) as [string, string, string];
    const { branchId } = await fixture.order(broken);
    await fixture.db.manager.delete(BranchSettings, { branchId });
    const results = await send([first, broken, last]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(await fixture.db.manager.countBy(InjectionAttempt, { orderId: broken })).toBe(0);
    expect(await fixture.states(last)).toContain("IN_POS");
  });
});
