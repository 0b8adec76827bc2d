import { type DataSource } from "typeorm";

import { newId } from "../../../domain/ids";
import { CataloguePlan, type PlanKind } from "../../../entities/catalogue/catalogue-plan";
import { longTransaction } from "../../../postgres/long-transaction";
import { type ImportBase } from "./import-base";
import { countChanges } from "./plan-counts";
import { MAX_CHANGE_PERCENT, planGuards } from "./plan-guards";
import { type PlannedChange } from "./planned-change";

interface NewPlan {
  readonly kind: PlanKind;
  /** null: the plan spans several sections. */
  readonly sectionId: string | null;
  readonly base: ImportBase;
  readonly changes: readonly PlannedChange[];
  readonly maxChangePercent?: number;
}

const INSERT_CHANGES = `
insert into catalog_plan_changes (plan_id, position, article, action, name, reason, fields, target, taken)
select $1, change.ordinality - 1, article, action, name, reason, fields, target, taken
from rows from (
  json_to_recordset($2::json) as (
    article text, action text, name text, reason jsonb, fields jsonb, target jsonb, taken text[]
  )
) with ordinality as change`;

/**
 * Keeps a plan for an hour, in four statements whatever its size. Plans a week past that are
 * dropped on the way.
 */
export async function storePlan(db: DataSource, plan: NewPlan): Promise<CataloguePlan> {
  const { kind, sectionId, base, changes, maxChangePercent = MAX_CHANGE_PERCENT } = plan;
  const { branchId, revision, productByArticle } = base.catalogue;
  const id = newId();
  const summary = countChanges(changes, productByArticle);
  const guards = planGuards(changes, productByArticle, maxChangePercent);
  return longTransaction(db, async (tx) => {
    await tx.query(
      "delete from catalog_plans where branch_id = $1 and expires_at < now() - interval '7 days'",
      [branchId],
    );
    await tx.query(
      `insert into catalog_plans (id, branch_id, section_id, kind, base_version, source_revision, pos_menu_read_at, summary,
         guards, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + interval '1 hour')`,
      [
        id,
        branchId,
        sectionId,
        kind,
        revision,
        base.posMenu.revision,
        base.posMenu.refreshedAt,
        summary,
        JSON.stringify(guards),
      ],
    );
    await tx.query(INSERT_CHANGES, [id, JSON.stringify(changes)]);
    return tx.findOneByOrFail(CataloguePlan, { id });
  });
}
