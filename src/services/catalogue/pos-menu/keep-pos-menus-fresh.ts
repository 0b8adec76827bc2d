import { type DataSource } from "typeorm";

import { PosKind } from "../../../entities/branches/branch-settings";
import { type Clock } from "../../../ports/clock";
import { type JobQueue } from "../../../ports/job-queue";
import { type Pause, planFirstRefreshes } from "./plan-pos-menu-refresh";

/** The menu of a branch that was never read arrives within a minute. */
const FIRST: Pause = { leastMs: 0, mostMs: 60_000 };
/**
 * Longer than a branch's own interval between two refreshes, so a branch with an older menu has no
 * refresh planned.
 */
const OLD_MS = 900_000;
/** After an outage all menus are old; they are not all read simultaneously. */
const AGAIN: Pause = { leastMs: 0, mostMs: 600_000 };

/**
 * Gives every connected branch its first turn to refresh its POS menu (the job
 * `refresh-pos-menus`); each turn plans the next. Runs again every minute, for branches that were
 * connected since then or lost their turn.
 */
export class KeepPosMenusFresh {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly jobs: JobQueue;
      readonly clock: Clock;
    },
  ) {}

  /** Safe to repeat: a waiting turn keeps its time. */
  async execute(): Promise<void> {
    const { db, jobs, clock } = this.parts;
    const now = clock.now();
    const rows = await db.query<{ branchId: string; isNew: boolean }[]>(
      `select branch_id as "branchId", refreshed_at is null as "isNew"
       from branch_settings left join pos_menus using (branch_id)
       where pos <> $1 and organization_id_in_pos is not null and credential_sealed is not null
         and (refreshed_at is null or refreshed_at < $2)`,
      [PosKind.NONE, new Date(now.getTime() - OLD_MS)],
    );
    for (const pause of [FIRST, AGAIN]) {
      const its = rows.filter(({ isNew }) => isNew === (pause === FIRST));
      const branchIds = its.map(({ branchId }) => branchId);
      await planFirstRefreshes({ tx: db.manager, jobs, now }, branchIds, pause);
    }
  }
}
