import { type DataSource, type EntityManager } from "typeorm";

import { type BranchesPlan } from "../../../entities/catalogue/branches-plan";
import { BranchesPlanEntryState } from "../../../entities/catalogue/branches-plan-entry";
import { isMomentary } from "../../../errors";
import { longTransaction } from "../../../postgres/long-transaction";
import { storePlans } from "../plans/store-plan";
import { UNEXPECTED } from "./branches-plan-errors";
import { type PlaceInPlan, type WorkedOut } from "./branches-work";
import { type WorkOfPlans } from "./work-of-plans";

/** So many branches are worked out together, unless their menus are large. */
const BRANCHES = 50;
/** Products of all of them together, ours and the POS's: some 3 KB each in memory. */
const PRODUCTS = 15_000;
/** What a product of the POS's menu takes in its table, compressed. */
const STORED_BYTES = 400;
const HOURS = 24;

interface Waiting extends PlaceInPlan {
  readonly products: number;
}

const WAITING = `
select entry.position, entry.branch_id as "branchId",
  (select count(*)::int from products where branch_id = entry.branch_id)
    + coalesce(pg_column_size(menu.categories) / ${STORED_BYTES}, 0) as products
from branches_plan_entries entry left join pos_menus menu on menu.branch_id = entry.branch_id
where entry.plan_id = $1 and entry.state = 'WAITING' order by entry.position limit ${BRANCHES}`;

const LOCK = `
select position from branches_plan_entries
where plan_id = $1 and position = any ($2) and state = 'WAITING' for no key update`;

const NOTE = `
update branches_plan_entries entry set state = it.state, reason = it.reason, catalog_plan_id = it."catalogPlanId",
  new_section = it."newSection", differences = it.differences, base_version = it."baseVersion"
from json_to_recordset($2::json) as it (
  position integer, state text, reason jsonb, "catalogPlanId" uuid, "newSection" jsonb, differences jsonb,
  "baseVersion" integer
)
where entry.plan_id = $1 and entry.position = it.position`;

/** Works plans out, some branches at a time: few statements, and never more than fits in memory. */
export class PlanPages {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly work: WorkOfPlans;
      readonly report: (error: unknown) => void;
    },
  ) {}

  /**
   * False: no branch waits any more. Safe to repeat: what is noted already stays.
   *
   * @throws what the database had no time for
   */
  async workOutNext(plan: BranchesPlan): Promise<boolean> {
    const { db } = this.parts;
    const page = pageOf(await db.query<Waiting[]>(WAITING, [plan.id]));
    if (page.length === 0) return false;
    const workedOut = await this.workOut(plan, page);
    await longTransaction(db, (tx) => note(tx, plan.id, workedOut));
    return true;
  }

  /** A branch that cannot be worked out keeps nobody else from it. */
  private async workOut(
    plan: BranchesPlan,
    page: readonly PlaceInPlan[],
  ): Promise<readonly WorkedOut[]> {
    const work = this.parts.work.of(plan.kind);
    try {
      return await work.workOut(plan, page);
    } catch (error) {
      const [only, ...others] = page;
      if (isMomentary(error) || !only) throw error;
      if (others.length > 0) return this.eachAlone(plan, page);
      this.parts.report(error);
      const { position, branchId } = only;
      return [{ position, branchId, state: BranchesPlanEntryState.FAILED, reason: UNEXPECTED }];
    }
  }

  private async eachAlone(plan: BranchesPlan, page: readonly PlaceInPlan[]): Promise<WorkedOut[]> {
    const workedOut: WorkedOut[] = [];
    for (const place of page) workedOut.push(...(await this.workOut(plan, [place])));
    return workedOut;
  }
}

function pageOf(waiting: readonly Waiting[]): readonly Waiting[] {
  let products = 0;
  const end = waiting.findIndex((place) => (products += place.products) > PRODUCTS);
  return end === -1 ? waiting : waiting.slice(0, Math.max(1, end));
}

/** Another process may have been at the same branches: what it has noted stays. */
async function note(
  tx: EntityManager,
  planId: string,
  workedOut: readonly WorkedOut[],
): Promise<void> {
  const positions = workedOut.map(({ position }) => position);
  const rows = await tx.query<{ position: number }[]>(LOCK, [planId, positions]);
  const waiting = new Set(rows.map(({ position }) => position));
  const news = workedOut.filter(({ position }) => waiting.has(position));
  await storePlans(
    tx,
    news.flatMap(({ catalogPlan }) => catalogPlan ?? []),
    HOURS,
  );
  const entries = news.map(({ catalogPlan, branchId: _, ...entry }) =>
    Object.assign(entry, { catalogPlanId: catalogPlan?.id ?? null }),
  );
  await tx.query(NOTE, [planId, JSON.stringify(entries)]);
}
