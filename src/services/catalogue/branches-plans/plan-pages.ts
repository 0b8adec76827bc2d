import { type DataSource, type EntityManager } from "typeorm";

import { type BranchesPlan } from "../../../entities/catalogue/branches-plan";
import { BranchesPlanEntryState } from "../../../entities/catalogue/branches-plan-entry";
import { isMomentary } from "../../../errors";
import { longTransaction } from "../../../postgres/long-transaction";
import { storePlans } from "../plans/store-plan";
import { UNEXPECTED } from "./branches-plan-errors";
import { type PlaceInPlan, type WorkedOut } from "./branches-work";
import { type WorkOfPlans } from "./work-of-plans";

/** Number of branches that are prepared together, unless their menus are large. */
const BRANCHES = 50;
/** Total number of products, ours and the POS's: about 3 KB each in memory. */
const PRODUCTS = 15_000;
/** Compressed size of a product of the POS's menu in its table. */
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

/**
 * Prepares plans a few branches at a time: with few statements, and never more than fits in memory.
 */
export class PlanPages {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly work: WorkOfPlans;
      readonly report: (error: unknown) => void;
    },
  ) {}

  /**
   * Returns false when no branch is waiting any more. Safe to repeat: results that are stored
   * already stay.
   *
   * @throws errors of a database that was too busy
   */
  async workOutNext(plan: BranchesPlan): Promise<boolean> {
    const { db } = this.parts;
    const page = pageOf(await db.query<Waiting[]>(WAITING, [plan.id]));
    if (page.length === 0) return false;
    const workedOut = await this.workOut(plan, page);
    await longTransaction(db, (tx) => note(tx, plan.id, workedOut));
    return true;
  }

  /** A branch that cannot be prepared does not prevent the others from being prepared. */
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

/** Another process may have worked on the same branches: the results that it has stored stay. */
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
