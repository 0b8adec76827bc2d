import { PosRejected, RefusalKind } from "../../src/errors";
import { aNewOrder } from "../support/a-new-order";
import { OrderFixture } from "../support/order-fixture";
import { repairOnce } from "../support/repair-once";

const FINAL = new PosRejected("The till said no", {
  posCode: "InvalidPhone",
  kind: RefusalKind.FINAL,
});
const RETRY = new PosRejected("The till is off", {
  posCode: "TerminalGroupDisabled",
  kind: RefusalKind.RETRY,
});
const PATIENT = { injection: { retryDelaysSeconds: [15, 15, 15], acceptTimeoutSeconds: 60 } };
const QUARTER = 15 * 60;

describe("alongside a busy queue, the search for lost work", () => {
  let fixture: OrderFixture;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
  });

  afterAll(() => fixture.stop());

  it("finds nothing missing, however often it runs, and duplicates nothing", async () => {
    const branchId = await fixture.branch(PATIENT);
    const scripts = ["pending", "lost", RETRY, FINAL] as const;
    fixture.pos.nextSubmissions.push(...scripts, ...scripts, ...scripts);
    const ids: string[] = [];
    for (let count = 0; count < 20; count += 1)
      ids.push((await fixture.useCases.createOrder.execute(aNewOrder(branchId))).order.id);
    let busy = true;
    const found: Record<string, number>[] = [];
    const looking = (async () => {
      while (busy) found.push(await repairOnce(fixture));
    })();
    await fixture.pass(120);
    busy = false;
    await looking;
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter((each) => Object.keys(each).length > 0)).toEqual([]);
    const outcomes = await Promise.all(ids.map((id) => fixture.outcomes(id)));
    expect(outcomes.flat()).not.toContain("ABANDONED_BY_CRASH");
    expect(new Set(fixture.pos.submitted.map(({ posOrderId }) => posOrderId)).size).toBe(20);
  });

  it("adds a job in place of one that is no longer retried", async () => {
    const id = await fixture.taken();
    await fixture.db.query("update jobs set dead = true where key = $1", [`send:${id}`]);
    expect(await repairOnce(fixture)).toEqual({ "send-order": 1 });
    await fixture.db.query("delete from jobs where dead");
    await fixture.pass();
    expect(await fixture.order(id)).toMatchObject({ injectionState: "IN_POS" });
  });

  it("leaves to the next round what somebody is just changing", async () => {
    await fixture.pass(QUARTER);
    const id = await fixture.taken();
    await fixture.loseJobs();
    await fixture.db.transaction(async (tx) => {
      await tx.query("select 1 from orders where id = $1 for update", [id]);
      expect(await repairOnce(fixture)).toEqual({});
    });
    expect(await repairOnce(fixture)).toEqual({ "send-order": 1 });
  });
});
