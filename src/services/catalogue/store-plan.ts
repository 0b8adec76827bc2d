import { type DataSource } from "typeorm";

import { newId } from "../../domain/ids";
import { CatalogPlan, type PlanKind } from "../../entities/catalog-plan";
import { type ImportBase } from "./import-base";
import { countChanges, type PlannedChange } from "./plan-changes";

interface NewPlan {
  readonly kind: PlanKind;
  /** null: the plan spans several sections. */
  readonly sectionId: string | null;
  readonly base: ImportBase;
  readonly changes: readonly PlannedChange[];
}

const INSERT_CHANGES = `
insert into catalog_plan_changes (plan_id, position, article, action, name, reason, fields, target)
select $1, change.ordinality - 1, article, action, name, reason, fields, target
from rows from (
  json_to_recordset($2::json) as (article text, action text, name text, reason jsonb, fields jsonb, target jsonb)
) with ordinality as change`;

/** Keeps a plan for an hour, in four statements whatever its size. Plans a week past that are dropped on the way. */
export async function storePlan(db: DataSource, { kind, sectionId, base, changes }: NewPlan): Promise<CatalogPlan> {
  const id = newId();
  const branchId = base.catalogue.branchId;
  return db.transaction(async (tx) => {
    await tx.query("delete from catalog_plans where branch_id = $1 and expires_at < now() - interval '7 days'", [
      branchId,
    ]);
    await tx.query(
      `insert into catalog_plans (id, branch_id, section_id, kind, base_version, source_revision, summary, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, now() + interval '1 hour')`,
      [id, branchId, sectionId, kind, base.catalogue.revision, base.posMenu.revision, countChanges(changes)],
    );
    await tx.query(INSERT_CHANGES, [id, JSON.stringify(changes)]);
    return tx.findOneByOrFail(CatalogPlan, { id });
  });
}
