import { RefusalKind } from "../../src/domain/errors/refusal-kind";
import { decideFailure } from "../../src/domain/orders/decide-failure";
import { posFailureOf } from "../../src/domain/pos/pos-failure-of";
import { BranchSettings } from "../../src/entities/branches/branch-settings";
import { NO_ORDER_METER } from "../../src/ports/order-meter";
import { Transactions } from "../../src/postgres/transaction";
import { OrderSessions } from "../../src/services/orders/session/order-session";
import { OrderFixture } from "../support/order-fixture";

const KIND = RefusalKind.FINAL;
const REFUSED = {
  fault: posFailureOf("INVENTED", "The till refuses it for good", KIND),
  kind: KIND,
  pauseMs: 0,
};

describe("a session of orders", () => {
  let fixture: OrderFixture;
  let sessions: OrderSessions;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    const { db, jobs, feed } = fixture;
    sessions = new OrderSessions({
      transactions: new Transactions(db, jobs, feed),
      meter: NO_ORDER_METER,
    });
  });

  afterAll(() => fixture.stop());

  async function taken(count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let each = 0; each < count; each += 1) ids.push(await fixture.taken());
    return ids;
  }

  /** Refuses all of them for good. Returns how many statements that takes. */
  function refuse(ids: readonly string[]): Promise<number> {
    return sessions.change(ids, "wait", async (session) => {
      const settings = await session.tx.find(BranchSettings);
      const asked = jest.spyOn(session.tx.queryRunner!, "query");
      for (const order of session.orders) {
        const its = settings.find(({ branchId }) => branchId === order.branchId)!;
        const context = {
          now: fixture.clock.now(),
          source: "GATEWAY",
          attempt: 1,
          provenFailed: false,
        } as const;
        session.apply(order, decideFailure(order, its, REFUSED, context));
      }
      await session.flush();
      return asked.mock.calls.length;
    });
  }

  it("hands over many orders with as many statements as one", async () => {
    const [one, many] = [await taken(1), await taken(10)];
    const statements = await refuse(one);
    expect(statements).toBeGreaterThan(1);
    expect(await refuse(many)).toBe(statements);
    const [told] = await fixture.db.query<{ messages: number; jobs: number }[]>(
      `select (select count(*)::int from fallback_deliveries where order_id = any ($1)) as messages,
         (select count(*)::int from jobs where task = 'tell-people') as jobs`,
      [many],
    );
    expect(told).toEqual({ messages: 20, jobs: 22 });
  });

  it("writes successive decisions in their order, without gaps", async () => {
    const [id] = (await taken(1)) as [string];
    const before = (await fixture.order(id)).version;
    await refuse([id]);
    await fixture.pass();
    const events = await fixture.history.after(id, 0, 100);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    expect((await fixture.order(id)).version).toBe(events.length);
    expect(events.length).toBeGreaterThan(before);
  });

  it("writes no decisions if the use case fails afterwards", async () => {
    const [id] = (await taken(1)) as [string];
    const before = await fixture.order(id);
    const failing = sessions.change([id], "wait", (session) => {
      for (const order of session.orders) session.apply(order, NOTHING_BUT_FAILURES);
      return Promise.reject(new Error("It fails"));
    });
    await expect(failing).rejects.toThrow("It fails");
    expect(await fixture.order(id)).toEqual(before);
  });
});

const NOTHING_BUT_FAILURES = { columns: { failures: 7 }, step: null, history: [], effects: [] };
