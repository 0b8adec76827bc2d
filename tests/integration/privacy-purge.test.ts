import { GatewayQueryRunner } from "../../src/postgres/gateway-query-runner";
import { type PurgeExpired } from "../../src/services/privacy/purge-expired";
import { OrderFixture } from "../support/order-fixture";

/** `ORDERS=200000` makes a million events. */
const ORDERS = Number(process.env["ORDERS"] ?? 4_000);
const EVENTS = 5;
const BATCH = 1_000;
/** The retention of the fixture is thirty days. */
const [OLD, YOUNG, FOR_LATER] = [60, 10, 61];

/** Copies one order this many times, placed this many days before `$3` and wanted then. */
const MANY = `
  insert into orders select made.* from orders o cross join generate_series(1, $1::int) i
  cross join lateral jsonb_populate_record(o, jsonb_build_object(
    'id', gen_random_uuid(), 'number', $2::text || '-' || i, 'idempotency_key', $2::text || '-' || i,
    'id_in_pos', gen_random_uuid(), 'pos_order_id', gen_random_uuid(), 'injection_state', 'IN_POS', 'status', 'CLOSED',
    'created_at', $3::timestamptz - $2::text::int * interval '1 day', 'wanted_at', $4::timestamptz
  )) made where o.number = $5`;

const THEIR_EVENTS = `
  insert into order_events (id, order_id, branch_id, sequence, at, source, summary, detail)
  select gen_random_uuid(), o.id, o.branch_id, n, o.created_at + n * interval '1 minute', 'SYSTEM', '{}', '{}'
  from orders o, generate_series(2, ${EVENTS + 1}) n where o.number like '%-%'`;

const FAILED_JOBS = `
  insert into jobs (task, lane, priority, payload, dead, created_at)
  select 'send-order', 'orders', 0, '{}', true, $1::timestamptz - days * interval '1 day'
  from unnest($2::int[]) days, generate_series(1, $3::int)`;

describe("The purge of data past its retention", () => {
  let fixture: OrderFixture;
  let number: string;
  let purge: PurgeExpired;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    ({ number } = await fixture.order(await fixture.taken()));
    purge = fixture.useCases.purgeExpired;
  });

  afterAll(() => fixture.stop());

  beforeEach(async () => {
    const now = fixture.clock.now();
    await fixture.db.query("delete from orders where number <> $1", [number]);
    await fixture.db.query("truncate jobs");
    await fixture.db.query(MANY, [ORDERS, OLD, now, null, number]);
    await fixture.db.query(MANY, [200, YOUNG, now, null, number]);
    await fixture.db.query(MANY, [200, FOR_LATER, now, now, number]);
    await fixture.db.query(THEIR_EVENTS);
    await fixture.db.query(FAILED_JOBS, [now, [OLD, YOUNG], 2_500]);
    await fixture.db.query("analyze");
  }, 600_000);

  /** Events that are left, by the number of days since their orders. */
  async function left(): Promise<Record<string, number>> {
    const rows = await fixture.db.query<{ days: string; events: number }[]>(
      `select split_part(number, '-', 1) as days, count(*)::int as events
       from order_events join orders on orders.id = order_id where number like '%-%' group by 1`,
    );
    return Object.fromEntries(rows.map(({ days, events }) => [days, events]));
  }

  /**
   * The statements that `work` sends to the database, each once with the values of its first
   * execution.
   */
  async function statementsOf(
    work: () => Promise<unknown>,
  ): Promise<{ times: Map<string, number>; values: Map<string, unknown[]> }> {
    const asked = jest.spyOn(GatewayQueryRunner.prototype, "query");
    await work();
    const changes = asked.mock.calls.filter(([sql]) =>
      /^\s*(delete|update|with)\b/.test(String(sql)),
    );
    asked.mockRestore();
    const times = new Map<string, number>();
    const values = new Map<string, unknown[]>();
    for (const [sql, given] of changes) {
      times.set(sql, (times.get(sql) ?? 0) + 1);
      if (!values.has(sql)) values.set(sql, given ?? []);
    }
    return { times, values };
  }

  it("deletes all of it in batches, and nothing else", async () => {
    const { times } = await statementsOf(() => purge.execute());
    const kept = 200 * EVENTS;
    expect(await left()).toEqual({ [YOUNG]: kept, [FOR_LATER]: kept });
    const jobs = await fixture.db.query<object[]>("select count(*)::int from jobs where dead");
    expect(jobs).toEqual([{ count: 2_500 }]);
    const batches = [...times].find(([sql]) => sql.includes("order_events"))?.[1];
    expect(batches).toBeGreaterThan((ORDERS * EVENTS) / BATCH);
    expect((await statementsOf(() => purge.execute())).times.size).toBe(times.size);
    expect(await left()).toEqual({ [YOUNG]: kept, [FOR_LATER]: kept });
  });

  it("continues where it was interrupted", async () => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the runner below
    const query = GatewayQueryRunner.prototype.query;
    let batches = 0;
    const broken = jest.spyOn(GatewayQueryRunner.prototype, "query").mockImplementation(function (
      this: GatewayQueryRunner,
      sql,
      ...rest
    ) {
      if (sql.includes("order_events") && (batches += 1) > 3)
        return Promise.reject(new Error("The process ends"));
      return query.call(this, sql, ...rest);
    });
    await expect(purge.execute()).rejects.toThrow("The process ends");
    broken.mockRestore();
    const whole = ORDERS * EVENTS;
    const afterwards = (await left())[OLD] ?? 0;
    expect(afterwards).toBeLessThan(whole);
    expect(afterwards).toBeGreaterThanOrEqual(whole - 3 * BATCH);
    await purge.execute();
    expect(await left()).not.toHaveProperty(String(OLD));
  });

  it("never scans a whole table", async () => {
    const { values } = await statementsOf(() => purge.execute());
    await fixture.db.query(MANY, [ORDERS, 59, fixture.clock.now(), null, number]);
    await fixture.db.query(THEIR_EVENTS.replace("'%-%'", "'59-%'"));
    await fixture.db.query("analyze");
    const plans = await fixture.db.transaction(async (tx) => {
      // Tables that are small here would be read sequentially; the question is whether there is
      // another way.
      await tx.query("set local enable_seqscan = off");
      const all: string[] = [];
      for (const [sql, given] of values) {
        const rows = await tx.query<Record<string, string>[]>(`explain ${sql}`, given);
        all.push(rows.map((row) => row["QUERY PLAN"]).join("\n"));
      }
      return all.join("\n");
    });
    for (const index of [
      "order_events_by_time",
      "quotes_expired",
      "spent_challenges_expiry",
      "waiting_webhooks_unreadable",
      "bonus_reservations_held",
      "jobs_dead_by_time",
    ])
      expect(plans).toContain(index);
    expect(plans).not.toMatch(
      /Seq Scan on (orders|order_events|quotes|spent_challenges|waiting_webhooks|bonus_reservations|jobs)\b/,
    );
  });
});
