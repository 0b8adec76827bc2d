import { type DataSource, In, MoreThan } from "typeorm";

import { hasScope, Scope, type Viewer } from "../../../domain/access/viewer";
import { isUuid } from "../../../domain/ids";
import { type BranchesPlan } from "../../../entities/catalogue/branches-plan";
import {
  BranchesPlanEntry,
  type BranchesPlanEntryState,
} from "../../../entities/catalogue/branches-plan-entry";

type EntryCounts = Partial<Record<BranchesPlanEntryState, number>>;

/** A plan with the number of its branches in each state. */
export interface CountedPlan extends BranchesPlan {
  readonly counts: EntryCounts;
}

interface EntriesAsked {
  /** null: entries in any state. */
  readonly states: readonly BranchesPlanEntryState[] | null;
  /** The last position that was already read. */
  readonly after: number;
  readonly limit: number;
}

/**
 * A plan is visible to callers who operate all of its branches; plans for settings are visible to
 * administrators. Others see none.
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

  /** null: the plan does not exist, or it contains a branch that the viewer does not operate. */
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
   * @param after number of plans before the page
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

  /** In plan order. */
  entries(planId: string, { states, after, limit }: EntriesAsked): Promise<BranchesPlanEntry[]> {
    return this.db.manager.find(BranchesPlanEntry, {
      where: { planId, position: MoreThan(after), ...(states && { state: In([...states]) }) },
      order: { position: "ASC" },
      take: limit,
    });
  }
}
