import { type DataSource } from "typeorm";

import { type Clock } from "../../../ports/clock";
import { type JobQueue } from "../../../ports/job-queue";

/** What comes within this time after the first news costs no second call. */
const WAIT_MS = 3_000;

const EXPECT = `
insert into stop_lists (branch_id, due_at)
select branch_id, $2 from branch_settings where organization_id = $1 and pos <> 'NONE'
on conflict (branch_id) do update set due_at = excluded.due_at where stop_lists.due_at > excluded.due_at
returning branch_id`;

/** A POS said that a stop list has changed: it is read soon. */
export class ExpectStopList {
  constructor(private readonly parts: { readonly db: DataSource; readonly jobs: JobQueue; readonly clock: Clock }) {}

  /** Safe to repeat: a burst of news costs one call for each 3 s it lasts. */
  async execute(organizationId: string): Promise<void> {
    const { db, jobs, clock } = this.parts;
    const runAt = new Date(clock.now().getTime() + WAIT_MS);
    await db.transaction(async (tx) => {
      const sooner = await tx.query<unknown[]>(EXPECT, [organizationId, runAt]);
      if (sooner.length > 0) await jobs.enqueue(tx, "refresh-stop-lists", {}, { runAt });
    });
  }
}
