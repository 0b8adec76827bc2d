import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

import { type DataSource } from "typeorm";

import { openDatabase } from "../../src/gateway/open-database";
import { longTransaction } from "../../src/postgres/long-transaction";
import { withDatabase } from "../bench-database";
import { Child } from "../child";
import { gatewaySettings } from "../menu/gateway-settings";
import { judge, printTable } from "../report";
import { optionOf } from "./options";
import { seedBranches } from "./seed-branches";

const BRANCHES = 1_000;
const BAD = 3;
const HEAP_MB = 256;
const MOST_MB = 512;
const ADMIN_KEY = "a-key-of-the-bench-for-administrators";
const LOOK_MS = 250;

const PLAN = `mutation { planForBranches(input: { syncPrices: {}, idempotencyKey: "bench" }) {
  plan { id } userErrors { code message } } }`;
const LOOK = `query ($id: ID!) { branchesPlan(id: $id) { state counts {
  planned unchanged stopped failed applied undone changedSince } } }`;
const FIRST = `query ($id: ID!) { branchesPlan(id: $id) {
  branches(first: 1, states: [PLANNED]) { nodes { branch { id } } } } }`;
const APPLY = `mutation ($id: ID!, $first: ID) { applyBranchesPlan(planId: $id, first: $first) {
  plan { id } userErrors { code message } } }`;
const UNDO = `mutation ($id: ID!) { undoBranchesPlan(planId: $id) {
  plan { id } userErrors { code message } } }`;

/**
 * The POS's menu of each branch: what the branch sells, everything 5 % more expensive, and a
 * tenfold price at the first few branches.
 */
const POS_MENUS = `
with priced as (
  select product.*, case when article = '00007' and branch_id = any ($1) then 10 else 1.05 end as factor
  from products product
), items as (
  select branch_id, article, jsonb_build_object(
    'posProductId', pos_product_id, 'article', article, 'name', name, 'description', description,
    'imageUrls', to_jsonb(image_urls), 'compound', compound, 'combo', false, 'hidden', false, 'nutrition', nutrition,
    'sizes', (
      select jsonb_agg(jsonb_build_object('posSizeId', pos_size_id, 'name', size.name, 'article', null,
        'price', (price * factor)::bigint, 'isDefault', is_default, 'hidden', false) order by size.position)
      from product_sizes size where product_id = priced.id
    ),
    'optionGroups', coalesce((
      select jsonb_agg(jsonb_build_object('posGroupId', pos_group_id, 'name', choice.name, 'min', min, 'max', max,
        'freeAmount', free_amount, 'options', (
          select jsonb_agg(jsonb_build_object('posProductId', pos_product_id, 'article', article, 'name', name,
            'price', price, 'priceBySize', '{}'::jsonb, 'min', min, 'max', max, 'byDefault', by_default,
            'hidden', false) order by position)
          from options where option_group_id = choice.id
        )) order by choice.position)
      from option_groups choice where product_id = priced.id
    ), '[]')
  ) as item from priced
)
insert into pos_menus (branch_id, source, revision, content_hash, categories, refreshed_at)
select branch_id, 'EXTERNAL_MENU_V3', '1', md5(branch_id::text), jsonb_build_array(jsonb_build_object(
  'posId', 'all', 'name', 'Всё', 'hidden', false, 'items', jsonb_agg(item order by article)
)), now() from items group by branch_id`;

/** Everything that a price plan may touch, byte for byte. */
const SUMS = ["sections", "products", "product_sizes", "option_groups", "options"].map(
  (table) => `select md5(string_agg(row::text, '' order by id)) as sum from ${table} row`,
);

interface Counts {
  readonly planned: number;
  readonly stopped: number;
  readonly applied: number;
  readonly undone: number;
}

/**
 * One mutation plans 1,000 branches (`--branches N`), one bad price stops three of them, and
 * undoing it restores every byte, all through the API of a gateway with a heap of 256 MB.
 */
export function benchPlans(options: readonly string[]): Promise<boolean> {
  const count = optionOf(options, "--branches", BRANCHES);
  return withDatabase(async (databaseUrl) => {
    const db = await openDatabase(databaseUrl);
    await seed(db, count);
    const before = await sumsOf(db);
    const settings = gatewaySettings(databaseUrl, { ADMIN_API_KEY: ADMIN_KEY });
    const heap = [`--max-old-space-size=${HEAP_MB}`];
    const [child, { url }] = await Child.start<{ url: string }>(
      "menu/contestants/gateway",
      settings,
      heap,
    );
    try {
      const gateway = new PlanningGateway(url);
      const counts = await gateway.planApplyUndo();
      const restored = (await sumsOf(db)).filter((sum, place) => sum === before[place]).length;
      return judge([
        { name: "branches planned", reached: counts.planned, atLeast: count - BAD },
        { name: "branches that the bad price stops", reached: counts.stopped, atMost: BAD },
        { name: "branches applied", reached: counts.applied, atLeast: count - BAD },
        { name: "branches undone", reached: counts.undone, atLeast: count - BAD },
        { name: "tables as before, byte for byte", reached: restored, atLeast: SUMS.length },
        { name: "most memory of the process, MB", reached: await mostMb(child), atMost: MOST_MB },
      ]);
    } finally {
      await child.stop();
      await db.destroy();
    }
  });
}

async function seed(db: DataSource, count: number): Promise<void> {
  const ids = await seedBranches(db, count);
  await longTransaction(db, (tx) => tx.query(POS_MENUS, [ids.slice(0, BAD)]));
}

async function sumsOf(db: DataSource): Promise<string[]> {
  return longTransaction(db, async (tx) => {
    const sums: string[] = [];
    for (const statement of SUMS)
      sums.push((await tx.query<{ sum: string }[]>(statement))[0]?.sum ?? "");
    return sums;
  });
}

async function mostMb({ pid }: Child): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? NaN) / 1_024;
}

/** Does through the API what an operator does, and prints how long each step took. */
class PlanningGateway {
  constructor(private readonly url: string) {}

  async planApplyUndo(): Promise<Counts> {
    const begun = performance.now();
    const { planForBranches } = await this.ask<{ planForBranches: { plan: { id: string } } }>(PLAN);
    const { id } = planForBranches.plan;
    const answeredMs = performance.now() - begun;
    const [planned, plannedMs] = await this.until(id, "READY");
    const first = await this.firstOf(id);
    const firstBegun = performance.now();
    await this.ask(APPLY, { id, first });
    const firstMs = performance.now() - firstBegun;
    await this.ask(APPLY, { id });
    const [applied, appliedMs] = await this.until(id, "APPLIED");
    await this.ask(UNDO, { id });
    const [undone, undoneMs] = await this.until(id, "UNDONE");
    printTable([
      ["step", "ms"],
      ["the mutation answers", answeredMs.toFixed(0)],
      ["every branch is planned", plannedMs.toFixed(0)],
      ["the first branch is changed", firstMs.toFixed(0)],
      ["the others are changed", appliedMs.toFixed(0)],
      ["every branch is changed back", undoneMs.toFixed(0)],
    ]);
    const { stopped } = applied;
    return { planned: planned.planned, stopped, applied: applied.applied, undone: undone.undone };
  }

  private async firstOf(id: string): Promise<string> {
    const { branchesPlan } = await this.ask<{
      branchesPlan: { branches: { nodes: { branch: { id: string } }[] } };
    }>(FIRST, { id });
    return branchesPlan.branches.nodes[0]?.branch.id ?? "";
  }

  private async until(id: string, state: string): Promise<[Counts, number]> {
    const begun = performance.now();
    for (;;) {
      const { branchesPlan } = await this.ask<{
        branchesPlan: { state: string; counts: Counts };
      }>(LOOK, { id });
      if (branchesPlan.state === state) return [branchesPlan.counts, performance.now() - begun];
      await pause(LOOK_MS);
    }
  }

  private async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    const headers = { "content-type": "application/json", authorization: `Bearer ${ADMIN_KEY}` };
    const body = JSON.stringify({ query, variables });
    const answer = await fetch(this.url, { method: "POST", headers, body });
    const text = await answer.text();
    const { data } = JSON.parse(text) as { data?: Data };
    if (!data || text.includes('"userErrors":[{')) throw new Error(text.slice(0, 500));
    return data;
  }
}
