import { type DataSource, type EntityManager } from "typeorm";

import { type PlanGuard, type PlanKind } from "../../../domain/catalogue/plan";
import { newId } from "../../../domain/ids";
import { CataloguePlan } from "../../../entities/catalogue/catalogue-plan";
import { CatalogueWorkStep } from "../../../entities/catalogue/catalogue-work-row";
import { longTransaction } from "../../../postgres/long-transaction";
import { type Tell } from "../work/during-work";
import { type ImportBase } from "./import-base";
import { countChanges } from "./plan-counts";
import { MAX_CHANGE_PERCENT, planGuards } from "./plan-guards";
import { type PlannedChange } from "./planned-change";

export interface NewPlan {
  readonly kind: PlanKind;
  /** null: the plan covers several sections, or one that it creates. */
  readonly sectionId: string | null;
  readonly base: ImportBase;
  readonly changes: readonly PlannedChange[];
  readonly maxChangePercent?: number;
}

/** A plan ready to be stored. */
export interface JudgedPlan extends NewPlan {
  readonly id: string;
  readonly guards: readonly PlanGuard[];
}

/** More than are stored at a time, yet few enough for one statement including all their changes. */
const FORGET = `
delete from catalog_plans where id = any (array(
  select id from catalog_plans where branch_id = any ($1) and expires_at < now() - interval '7 days'
  order by expires_at limit 100))`;

const INSERT_PLANS = `
insert into catalog_plans (id, branch_id, section_id, kind, base_version, source_revision, pos_menu_read_at, summary,
  guards, expires_at)
select id, "branchId", "sectionId", kind, "baseVersion", "sourceRevision", "posMenuReadAt", summary, guards,
  now() + make_interval(hours => $2)
from json_to_recordset($1::json) as plan (
  id uuid, "branchId" uuid, "sectionId" uuid, kind text, "baseVersion" integer, "sourceRevision" text,
  "posMenuReadAt" timestamptz, summary jsonb, guards jsonb
)`;

const INSERT_CHANGES = `
insert into catalog_plan_changes (plan_id, position, article, action, name, reason, fields, target, taken)
select plan.id, plan.begin + change.ordinality - 1, article, action, name, reason, fields, target, taken
from json_to_recordset($1::json) as plan (id uuid, begin integer, changes json),
rows from (
  json_to_recordset(plan.changes) as (
    article text, action text, name text, reason jsonb, fields jsonb, target jsonb, taken text[]
  )
) with ordinality as change`;

/** Number of changes written at a time, so that observers see progress. */
const PART = 1_000;

/** Stores a plan for an hour. Also deletes plans that expired more than a week ago. */
export async function storePlan(
  db: DataSource,
  plan: NewPlan,
  tell?: Tell,
): Promise<CataloguePlan> {
  const judged = judgePlan(plan);
  const { id, changes } = judged;
  return longTransaction(db, async (tx) => {
    await storeHeads(tx, [judged], 1);
    for (let begin = 0; begin < changes.length; begin += PART) {
      tell?.(CatalogueWorkStep.WRITING, begin, changes.length);
      const part = { id, begin, changes: changes.slice(begin, begin + PART) };
      await tx.query(INSERT_CHANGES, [JSON.stringify([part])]);
    }
    return tx.findOneByOrFail(CataloguePlan, { id: judged.id });
  });
}

/** Adds to the plan what looks like a mistake in it. */
export function judgePlan(plan: NewPlan): JudgedPlan {
  const { base, changes, maxChangePercent = MAX_CHANGE_PERCENT } = plan;
  const guards = planGuards(changes, base.catalogue.productByArticle, maxChangePercent);
  return Object.assign({ id: newId(), guards }, plan);
}

/** Stores plans for this many hours, in three statements whatever their number and size. */
export async function storePlans(
  tx: EntityManager,
  plans: readonly JudgedPlan[],
  hours: number,
): Promise<void> {
  if (plans.length === 0) return;
  await storeHeads(tx, plans, hours);
  const changes = plans.map((plan) => ({ id: plan.id, begin: 0, changes: plan.changes }));
  await tx.query(INSERT_CHANGES, [JSON.stringify(changes)]);
}

async function storeHeads(tx: EntityManager, plans: readonly JudgedPlan[], hours: number) {
  await tx.query(FORGET, [plans.map(({ base }) => base.catalogue.branchId)]);
  await tx.query(INSERT_PLANS, [JSON.stringify(plans.map(rowOf)), hours]);
}

function rowOf({ id, kind, sectionId, base, changes, guards }: JudgedPlan) {
  const { branchId, revision, productByArticle } = base.catalogue;
  return {
    id,
    branchId,
    sectionId,
    kind,
    baseVersion: revision,
    sourceRevision: base.posMenu.revision,
    posMenuReadAt: base.posMenu.refreshedAt,
    summary: countChanges(changes, productByArticle),
    guards,
  };
}
