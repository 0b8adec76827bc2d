import { type DataSource, type EntityManager } from "typeorm";

import { type PlanGuardCode } from "../../../domain/catalogue/plan";
import { type ChangeReason } from "../../../domain/catalogue/plan-change";
import { BranchesPlan } from "../../../entities/catalogue/branches-plan";
import {
  BranchesPlanEntry,
  BranchesPlanEntryState,
} from "../../../entities/catalogue/branches-plan-entry";
import { longTransaction } from "../../../postgres/long-transaction";
import { alreadyUndone, CHANGED_SINCE, expired, nothingToApply } from "./branches-plan-errors";
import { type WorkOfPlans } from "./work-of-plans";

export interface Place {
  readonly planId: string;
  readonly position: number;
}

const { APPLIED, CHANGED_SINCE: LEFT, FAILED, PLANNED, STOPPED, UNDONE } = BranchesPlanEntryState;

const NOTE = `
update branches_plan_entries set state = $3, reason = $4 where plan_id = $1 and position = $2`;
const NOTE_APPLIED = `
update branches_plan_entries set state = 'APPLIED', reason = null, applied_version = $3, applied_at = now()
where plan_id = $1 and position = $2`;
const NOTE_UNDONE = `
update branches_plan_entries set state = 'UNDONE', reason = null, undone_at = now()
where plan_id = $1 and position = $2`;

/** Applies a plan to one branch or undoes it there, in one transaction and only once. */
export class PlanEntries {
  constructor(
    private readonly db: DataSource,
    private readonly work: WorkOfPlans,
  ) {}

  /**
   * Safe to repeat: an applied entry stays as it is.
   *
   * @param accepted the guards that may be overridden; null: the call comes from the plan's job,
   *   which leaves alone anything that a guard stops, and everything once the plan is to be undone
   * @throws {Refused} a guard stops it, the branch has changed since, or the plan is out of date or
   *   undone. In that case nothing has changed
   */
  apply(place: Place, accepted: readonly PlanGuardCode[] | null): Promise<void> {
    return longTransaction(this.db, async (tx) => {
      const { plan, entry } = await locked(tx, place);
      if (entry.state === APPLIED) return;
      if (plan.undoAskedAt !== null && accepted === null) return;
      if (plan.undoAskedAt !== null) throw alreadyUndone();
      if (plan.expiresAt < new Date()) throw expired();
      if (entry.state !== PLANNED && !(entry.state === STOPPED && accepted)) throw nothingToApply();
      const version = await this.work.of(plan.kind).apply(tx, plan, entry, accepted ?? []);
      await tx.query(NOTE_APPLIED, [place.planId, place.position, version]);
    });
  }

  /** Safe to repeat. Anything that was changed since is left alone and reported. */
  undo(place: Place): Promise<void> {
    return longTransaction(this.db, async (tx) => {
      const { plan, entry } = await locked(tx, place);
      if (entry.state !== APPLIED) return;
      const isUndone = await this.work.of(plan.kind).undo(tx, plan, entry);
      if (isUndone) await tx.query(NOTE_UNDONE, [place.planId, place.position]);
      else await tx.query(NOTE, [place.planId, place.position, LEFT, CHANGED_SINCE]);
    });
  }

  /** Records why the branch stays as it is. */
  async fail({ planId, position }: Place, reason: ChangeReason): Promise<void> {
    await this.db.query(`${NOTE} and state in ('${PLANNED}', '${STOPPED}')`, [
      planId,
      position,
      FAILED,
      reason,
    ]);
  }

  /** A change that could not be undone stays applied and is reported. */
  async leave({ planId, position }: Place, reason: ChangeReason): Promise<void> {
    await this.db.query(`${NOTE} and state <> '${UNDONE}'`, [planId, position, LEFT, reason]);
  }
}

/**
 * The lock on the plan is shared: undoing the plan waits for the branches that are being changed.
 */
async function locked(tx: EntityManager, { planId, position }: Place) {
  const plan = await tx.findOneOrFail(BranchesPlan, {
    where: { id: planId },
    lock: { mode: "pessimistic_read" },
  });
  const entry = await tx.findOneOrFail(BranchesPlanEntry, {
    where: { planId, position },
    lock: { mode: "for_no_key_update" },
  });
  return { plan, entry };
}
