import { Client } from "pg";

import { DEFAULT_COMPANY_ID } from "../../src/domain/access/default-company";
import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { JobState } from "../../src/domain/jobs/job-state";
import { PostgresJobList } from "../../src/jobs/postgres-job-list";
import { SettingsChangesLoader } from "../../src/loaders/branches/settings-changes-loader";
import { TimelineLoader } from "../../src/loaders/orders/timeline-loader";
import { PromoCodesLoader } from "../../src/loaders/promotions/promo-codes-loader";
import { GatewayQueryRunner } from "../../src/postgres/gateway-query-runner";
import { ListApiKeys } from "../../src/services/access/list-api-keys";
import { FindBranchContacts } from "../../src/services/branches/find-branch-contacts";
import { FindBranches } from "../../src/services/branches/find-branches";
import { FindPlan } from "../../src/services/catalogue/plans/find-plan";
import { FindPromotions } from "../../src/services/promotions/find-promotions";
import { OrderFixture } from "../support/order-fixture";

const ADMIN: Viewer = { kind: "key", keyId: "a", label: "a", scope: Scope.ADMIN, branchIds: null };
const NOBODY = "3a9d3b52-6c0e-4a58-9d0a-3f6f3a4e7c11";
const ANY_JOB = { branchIds: null, states: null, kinds: null };

/** Twenty thousand rows of each, for many branches. */
const ROWS = [
  `insert into branches (id, name, time_zone, created_at)
   select gen_random_uuid(), 'B' || i, 'Europe/Moscow', now() - i * interval '1 hour' from generate_series(1, 20000) i`,
  `insert into promotions (id, name, kind, percent, currency_code, branch_ids, fulfilments, combinable, once_per_customer, first_order_only, created_at)
   select gen_random_uuid(), name, 'PERCENT', 10, 'RUB', array[id], '{PICKUP}', false, false, false, created_at from branches`,
  `insert into promo_codes (code, promotion_id, created_at) select 'C' || row_number() over (), id, created_at from promotions`,
  `insert into settings_changes (branch_id, actor, field) select id, 'a', 'name' from branches`,
  `insert into jobs (task, lane, priority, branch_id, payload, dead)
   select 'send-order', 'orders', 0, id, '{}', created_at > now() - interval '5 hours' from branches`,
  `insert into order_events (id, order_id, branch_id, sequence, at, source, summary, detail)
   select gen_random_uuid(), o.id, o.branch_id, 100 + i, now(), 'SYSTEM', '{}', '{}' from orders o, generate_series(1, 20000) i`,
  `insert into catalog_plans (id, branch_id, kind, base_version, summary, expires_at)
   select id, id, 'SYNC_PRICES', 0, '{}', now() from branches limit 20`,
  `insert into catalog_plan_changes (plan_id, position, article, action, fields)
   select id, i, i, 'UNCHANGED', '{}' from catalog_plans, generate_series(1, 1000) i`,
  `insert into api_keys (id, label, scope, prefix, hash, created_at)
   select gen_random_uuid(), name, 'OPERATOR', lpad(to_hex(row_number() over ()), 8, '0'), repeat('0', 64), created_at
   from branches where name like 'B%'`,
  `insert into branch_settings (branch_id) select id from branches on conflict do nothing`,
  "analyze",
];

describe("Every list, with twenty thousand rows of its kind,", () => {
  let fixture: OrderFixture;
  let branchId: string;

  beforeAll(async () => {
    fixture = await OrderFixture.start();
    ({ branchId } = await fixture.order(await fixture.taken()));
    // On a connection without the gateway's own limits, because these statements take long on a
    // busy machine.
    const client = new Client({ connectionString: fixture.database.url });
    await client.connect();
    for (const statement of ROWS) await client.query(statement);
    await client.end();
  });

  afterAll(() => fixture.stop());

  async function plansOf(list: () => Promise<unknown>): Promise<string> {
    const asked = jest.spyOn(GatewayQueryRunner.prototype, "query");
    await list();
    const statements = asked.mock.calls.map(([sql, values]) => [sql, values] as const);
    asked.mockRestore();
    expect(statements).not.toEqual([]);
    const explained = (sql: unknown, values: unknown[] | undefined) =>
      fixture.db.query<Record<string, string>[]>(`explain ${String(sql)}`, values);
    const plans = await Promise.all(
      statements.map(([sql, values]) => explained(textOf(sql), values)),
    );
    return plans
      .flat()
      .map((row) => row["QUERY PLAN"])
      .join("\n");
  }

  it.each<[string, () => Promise<unknown>]>([
    ["branches", () => new FindBranches(fixture.db).execute(ADMIN, { limit: 51, position: null })],
    [
      "branches after one",
      () => new FindBranches(fixture.db).execute(ADMIN, { limit: 51, position: { id: branchId } }),
    ],
    [
      "branches of a company",
      () =>
        new FindBranches(fixture.db).execute(ADMIN, {
          companyId: NOBODY,
          limit: 51,
          position: { id: branchId },
        }),
    ],
    [
      "branches of a key",
      () =>
        new FindBranches(fixture.db).execute(
          { ...ADMIN, branchIds: [branchId] },
          { limit: 51, position: null },
        ),
    ],
    ["API keys", () => new ListApiKeys(fixture.db).execute(ADMIN, { first: 100, after: NOBODY })],
    [
      "API keys of a company",
      () =>
        new ListApiKeys(fixture.db).execute(
          { ...ADMIN, company: { id: DEFAULT_COMPANY_ID, branchIds: null } },
          { first: 100, after: null },
        ),
    ],
    ["promotions", () => new FindPromotions(fixture.db).ofBranch(branchId, 21, null)],
    [
      "promo codes",
      () =>
        new PromoCodesLoader(fixture.db).of({}).load({ promotionId: NOBODY, limit: 21, after: "" }),
    ],
    [
      "changes of settings",
      () =>
        new SettingsChangesLoader(fixture.db)
          .of({})
          .load({ branchId, administers: true, olderThan: null, limit: 51 }),
    ],
    ["jobs", () => new PostgresJobList(fixture.db).find(ANY_JOB, 51, null)],
    [
      "failed jobs",
      () => new PostgresJobList(fixture.db).find({ ...ANY_JOB, states: [JobState.DEAD] }, 51, null),
    ],
    [
      "failed jobs that are counted",
      () => new PostgresJobList(fixture.db).count({ ...ANY_JOB, states: [JobState.DEAD] }, 10_000),
    ],
    [
      "events of an order",
      () => new TimelineLoader(fixture.db).of({}).load({ orderId: NOBODY, after: 0, limit: 51 }),
    ],
    [
      "changes of a plan",
      () => new FindPlan(fixture.db).changes(NOBODY, { action: undefined, after: -1, limit: 51 }),
    ],
  ])("of %s is read along an index", async (_, list) => {
    const plan = await plansOf(list);
    expect(plan).toMatch(/Index/);
    expect(plan).not.toMatch(
      /Seq Scan on (orders|api_keys|branches|promotions|promo_codes|settings_changes|jobs|order_events|catalog_plan_changes)\b/,
    );
  });

  it("of branch contacts reads only the branches of the page", async () => {
    const contacts = new FindBranchContacts(fixture.db, fixture.clock);
    const asked = { branchIds: null, first: 100, after: branchId };
    const plan = await plansOf(() => contacts.execute(ADMIN, asked));
    expect(plan).toMatch(/Limit .*rows=100 .*\n.*Index Scan using branch_settings_pkey/);
    expect(plan).not.toMatch(/Seq Scan on branch_settings\b/);
  });
});

function textOf(statement: unknown): string {
  return typeof statement === "string" ? statement : (statement as { text: string }).text;
}
