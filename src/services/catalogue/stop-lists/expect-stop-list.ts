import { type EntityManager } from "typeorm";

import { type Clock } from "../../../ports/clock";
import { type JobQueue } from "../../../ports/job-queue";

/** News that arrives within this time after the first causes no second call. */
const WAIT_MS = 3_000;

const EXPECT = `
with wanted as (
  select its.branch_id, its.organization_id_in_pos, list.due_at from branch_settings its
  left join stop_lists list on list.branch_id = its.branch_id
  where its.organization_id_in_pos = any ($1) and its.pos <> 'NONE' and (list.due_at is null or list.due_at > $2)
), free as (
  select branch_id from stop_lists where branch_id in (select branch_id from wanted) and due_at > $2
  order by branch_id for no key update skip locked
), sooner as (
  update stop_lists list set due_at = $2 from free where list.branch_id = free.branch_id returning list.branch_id
), new as (
  insert into stop_lists (branch_id, due_at) select branch_id, $2 from wanted where due_at is null order by branch_id
  on conflict do nothing returning branch_id
)
select (select count(*)::int from sooner) + (select count(*)::int from new) as sooner, array(
  select distinct organization_id_in_pos from wanted where due_at is not null and branch_id not in (select branch_id from free)
) as busy`;

/**
 * Called when a POS reports that stop lists of organizations have changed, so that they are read
 * soon.
 */
export class ExpectStopList {
  constructor(private readonly parts: { readonly jobs: JobQueue; readonly clock: Clock }) {}

  /**
   * Part of `tx`. Safe to repeat: a burst of news causes one call for every 3 s that it lasts. Does
   * not wait for locks.
   *
   * @returns the organizations for which the call has to be repeated, because one of their lists is
   *   locked by somebody else
   */
  async execute(tx: EntityManager, organizationIds: readonly string[]): Promise<string[]> {
    const { jobs, clock } = this.parts;
    if (organizationIds.length === 0) return [];
    const dueAt = new Date(clock.now().getTime() + WAIT_MS);
    const [found] = await tx.query<{ sooner: number; busy: string[] }[]>(EXPECT, [
      organizationIds,
      dueAt,
    ]);
    if (found && found.sooner > 0)
      await jobs.enqueue(tx, "refresh-stop-lists", {}, { delayMs: WAIT_MS });
    return found?.busy ?? [];
  }
}
