import { Client } from "pg";

import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { InjectionState } from "../../src/domain/orders/injection-state";
import { AttentionReason } from "../../src/domain/orders/order-attention";
import { OrderStatus } from "../../src/domain/orders/order-status";
import { Fulfilment } from "../../src/domain/ticket/order-ticket";
import { GatewayQueryRunner } from "../../src/postgres/gateway-query-runner";
import { FindAttention } from "../../src/services/orders/read/find-attention";
import { type OrderFilter } from "../../src/services/orders/read/order-filter";
import { OrderFixture } from "../support/order-fixture";

/** `ORDERS=200000` measures what the documentation says about a big installation. */
const ORDERS = Number(process.env["ORDERS"] ?? 20_000);
const OTHER = "3a9d3b52-6c0e-4a58-9d0a-3f6f3a4e7c11";
const GUEST: Viewer = { kind: "customer", phone: "+79990007919", expiresAt: null };
const ADMIN: Viewer = { kind: "key", keyId: "a", label: "a", scope: Scope.ADMIN, branchIds: null };

/**
 * Copies one order many times: over a year, with as many guests, and nearly all of them done with.
 */
const MANY = `
  insert into orders select made.* from orders o cross join generate_series($1::int, $2::int) i
  cross join lateral jsonb_populate_record(o, jsonb_build_object(
    'id', gen_random_uuid(), 'number', 'T' || i, 'idempotency_key', 'T' || i, 'id_in_pos', gen_random_uuid(),
    'customer_name', (array['Анна', 'Борис', 'Вера', 'Глеб', 'Дина', 'Егор'])[1 + i % 6] || ' ' || i,
    'customer_phone', '+7999' || lpad((i * 7919 % 10000000)::text, 7, '0'),
    'created_at', o.created_at - i * interval '155 seconds', 'injection_state', 'IN_POS',
    'status', case when i % 1000 = 0 then 'COOKING' else 'CLOSED' end,
    'wanted_at', o.created_at - i * interval '155 seconds' + interval '1 hour'
  )) made where o.number = $3`;
const AT_ONCE = 10_000;

describe("A search among many orders", () => {
  let fixture: OrderFixture;
  let number: string;
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    ({ number, branchId } = await fixture.order(await fixture.taken()));
    const client = new Client({ connectionString: fixture.database.url });
    await client.connect();
    for (let done = 0; done < ORDERS; done += AT_ONCE)
      await client.query(MANY, [done + 1, done + AT_ONCE, number]);
    await client.query("vacuum analyze orders");
    await client.end();
  }, 600_000);

  afterAll(() => fixture.stop());

  /** The plan of each statement that a filter causes. */
  async function plansOf(filter: OrderFilter, viewer: Viewer = ADMIN): Promise<string> {
    const asked = jest.spyOn(GatewayQueryRunner.prototype, "query");
    await fixture.useCases.findOrders.execute(viewer, filter, 21, null);
    const statements = asked.mock.calls.map(([sql, values]) => [sql, values] as const);
    asked.mockRestore();
    expect(statements).toHaveLength(1);
    const plans = await Promise.all(
      statements.map(([sql, values]) =>
        fixture.db.query<Record<string, string>[]>(`explain (analyze, buffers) ${sql}`, values),
      ),
    );
    return plans
      .flat()
      .map((row) => row["QUERY PLAN"])
      .join("\n");
  }

  it.each<[string, () => OrderFilter]>([
    ["a number", () => ({ number })],
    ["a whole phone", () => ({ phone: "8 999 000-00-09" })],
    ["the end of a phone", () => ({ phone: "7919" })],
    ["the beginning of a name", () => ({ name: "Анна 12" })],
    ["a number in the one field", () => ({ search: number })],
    ["the end of a phone in the one field", () => ({ search: "79-19" })],
    ["the beginning of a name in the one field", () => ({ search: "анна 12" })],
    ["nothing but the newest", () => ({})],
    ["who waits for a person", () => ({ needsPerson: true })],
    ["who waits for nobody", () => ({ needsPerson: false })],
    ["who is late", () => ({ attention: [AttentionReason.LATE] })],
    ["open orders", () => ({ statuses: [OrderStatus.UNCONFIRMED, OrderStatus.COOKING] })],
    ["a status that none has", () => ({ statuses: [OrderStatus.UNCONFIRMED] })],
    ["what people entered", () => ({ injectionStates: [InjectionState.ENTERED_BY_HAND] })],
    ["how it is given out", () => ({ fulfilments: [Fulfilment.DELIVERY] })],
    ["a day", () => ({ createdFrom: new Date(0), createdTo: new Date() })],
  ])("by %s scans no table from end to end, whoever asks", async (_, filter) => {
    const ofOne: Viewer = { ...ADMIN, branchIds: [branchId] };
    const ofTwo: Viewer = { ...ADMIN, branchIds: [branchId, OTHER] };
    for (const viewer of [ADMIN, ofOne, ofTwo, GUEST]) {
      const plan = await plansOf(filter(), viewer);
      expect(plan).toMatch(/Index/);
      expect(plan).not.toMatch(/Seq Scan on orders/);
    }
  });

  it("in a branch that has had none for a long time reads none of the others'", async () => {
    const plan = await plansOf({}, { ...ADMIN, branchIds: [branchId, OTHER] });
    expect(plan).not.toMatch(/Rows Removed by Filter/);
    expect(plan).toMatch(/orders_in_branch/);
  });

  it("for those that need attention uses the indexes of those that may", async () => {
    const { sql, values } = await statementOf(() =>
      new FindAttention(fixture.db, fixture.clock).counts(ADMIN, null),
    );
    const rows = await fixture.db.query<Record<string, string>[]>(`explain ${sql}`, values);
    expect(JSON.stringify(rows)).not.toMatch(/Seq Scan on orders/);
  });

  it("counts no further than ten thousand", async () => {
    const { findOrders } = fixture.useCases;
    expect(await findOrders.count(ADMIN, {})).toBeNull();
    expect(await findOrders.count(ADMIN, { statuses: [OrderStatus.COOKING] })).toBe(ORDERS / 1000);
  });

  async function statementOf(work: () => Promise<unknown>) {
    const asked = jest.spyOn(GatewayQueryRunner.prototype, "query");
    await work();
    const [call] = asked.mock.calls;
    asked.mockRestore();
    return { sql: String(call?.[0]), values: call?.[1] };
  }
});
