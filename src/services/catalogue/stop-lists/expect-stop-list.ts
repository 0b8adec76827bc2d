import { type EntityManager } from "typeorm";

import { type Clock } from "../../../ports/clock";
import { type JobQueue } from "../../../ports/job-queue";

/** What comes within this time after the first news costs no second call. */
const WAIT_MS = 3_000;

const EXPECT = `
insert into stop_lists (branch_id, due_at)
select branch_id, $2 from branch_settings where organization_id = any ($1) and pos <> 'NONE' order by branch_id
on conflict (branch_id) do update set due_at = excluded.due_at where stop_lists.due_at > excluded.due_at
returning branch_id`;

/** A POS said that stop lists of organizations have changed: they are read soon. */
export class ExpectStopList {
  constructor(private readonly parts: { readonly jobs: JobQueue; readonly clock: Clock }) {}

  /** Part of `tx`. Safe to repeat: a burst of news costs one call for each 3 s it lasts. */
  async execute(tx: EntityManager, organizationIds: readonly string[]): Promise<void> {
    const { jobs, clock } = this.parts;
    if (organizationIds.length === 0) return;
    const runAt = new Date(clock.now().getTime() + WAIT_MS);
    const sooner = await tx.query<unknown[]>(EXPECT, [organizationIds, runAt]);
    if (sooner.length > 0) await jobs.enqueue(tx, "refresh-stop-lists", {}, { runAt });
  }
}
