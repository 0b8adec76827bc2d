import { type DataSource, In, MoreThan } from "typeorm";

import { hasScope, Scope, type Viewer } from "../../../domain/access/viewer";
import { isUuid } from "../../../domain/ids";
import { type BranchesPlan } from "../../../entities/catalogue/branches-plan";
import {
  BranchesPlanEntry,
  type BranchesPlanEntryState,
} from "../../../entities/catalogue/branches-plan-entry";

type EntryCounts = Partial<Record<BranchesPlanEntryState, number>>;

/** A plan and how many of its branches are how far. */
export interface CountedPlan extends BranchesPlan {
  readonly counts: EntryCounts;
}

interface EntriesAsked {
  /** null: in any state. */
  readonly states: readonly BranchesPlanEntryState[] | null;
  /** The last position already read. */
  readonly after: number;
  readonly limit: number;
}

/**
 * Whoever operates all of its branches sees a plan, and administrators those of settings; to others
 * there is none.
 */
const PLANS = `
select id, kind, request, actor, step, job_id as "jobId", created_at as "createdAt", expires_at as "expiresAt",
  rest_asked_at as "restAskedAt", undo_asked_at as "undoAskedAt", (
    select coalesce(json_object_agg(state, count), '{}') from (
      select state, count(*)::int from branches_plan_entries where plan_id = plan.id group by state
    ) each
  ) as counts
from branches_plans plan
where ($2 or kind <> 'CHANGE_SETTINGS') and ($1::uuid[] is null or not exists (
  select from branches_plan_entries entry where entry.plan_id = plan.id and entry.branch_id <> all ($1)
))`;

export class FindBranchesPlan {
  constructor(private readonly db: DataSource) {}

  /** null: no such plan, or it has a branch that the viewer does not operate. */
  async execute(viewer: Viewer, planId: string): Promise<CountedPlan | null> {
    if (viewer.kind !== "key" || !isUuid(planId)) return null;
    const found = await this.db.query<CountedPlan[]>(`${PLANS} and id = $3`, [
      viewer.branchIds,
      hasScope(viewer, Scope.ADMIN),
      planId,
    ]);
    return found[0] ?? null;
  }

  /**
   * Newest first.
   *
   * @param after how many come before the page
   */
  async list(viewer: Viewer, after: number, limit: number): Promise<CountedPlan[]> {
    if (viewer.kind !== "key") return [];
    return this.db.query(`${PLANS} order by created_at desc, id desc offset $3 limit $4`, [
      viewer.branchIds,
      hasScope(viewer, Scope.ADMIN),
      after,
      limit,
    ]);
  }

  /** In the order of the plan. */
  entries(planId: string, { states, after, limit }: EntriesAsked): Promise<BranchesPlanEntry[]> {
    return this.db.manager.find(BranchesPlanEntry, {
      where: { planId, position: MoreThan(after), ...(states && { state: In([...states]) }) },
      order: { position: "ASC" },
      take: limit,
    });
  }
}
