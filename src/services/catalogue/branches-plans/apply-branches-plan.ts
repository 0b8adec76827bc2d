import { type DataSource } from "typeorm";

import { type Viewer } from "../../../domain/access/viewer";
import { PlanGuardCode } from "../../../domain/catalogue/plan";
import { isUuid } from "../../../domain/ids";
import { BranchesPlanStep } from "../../../entities/catalogue/branches-plan";
import {
  BranchesPlanEntry,
  BranchesPlanEntryState,
} from "../../../entities/catalogue/branches-plan-entry";
import { isMomentary } from "../../../errors";
import { type JobQueue } from "../../../ports/job-queue";
import { planNotFound, refusal } from "../catalogue-error";
import { type MenuSnapshots } from "../menu/menu-snapshots";
import {
  alreadyUndone,
  expired,
  nothingToApply,
  notOfPlan,
  oneFirst,
  reasonOf,
  stillPlanned,
} from "./branches-plan-errors";
import { beginStep } from "./branches-plan-job";
import { type CountedPlan, type FindBranchesPlan } from "./find-branches-plan";
import { type PlanEntries } from "./plan-entries";

interface Yes {
  /**
   * The branch to which to apply it, alone and immediately; null: all the others, through a job.
   */
  readonly first: string | null;
  /** For `first`: the guards that the caller accepts. */
  readonly accept: readonly PlanGuardCode[];
}

const GUARDS: ReadonlySet<string> = new Set(Object.values(PlanGuardCode));

/**
 * Applies a plan to one branch for a person to inspect and then, after a second confirmation, to
 * the rest. A branch stopped by a guard is only applied by name, one branch at a time.
 */
export class ApplyBranchesPlan {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly jobs: JobQueue;
      readonly findBranchesPlan: FindBranchesPlan;
      readonly entries: PlanEntries;
      readonly snapshots: MenuSnapshots;
    },
  ) {}

  /**
   * Safe to repeat: a branch is changed once, and the rest are started once.
   *
   * @throws {Refused} NOT_FOUND; CONFLICT: it is still being prepared, it was undone, or it has not
   *   been tried on a branch yet; STALE_VERSION: it is out of date, or the branch has changed
   *   since; and the codes of guards that are not accepted
   */
  async execute(viewer: Viewer, planId: string, { first, accept }: Yes): Promise<void> {
    const plan = await this.parts.findBranchesPlan.execute(viewer, planId);
    if (!plan) throw planNotFound();
    if (plan.step === BranchesPlanStep.PLAN) throw stillPlanned();
    if (plan.undoAskedAt !== null) throw alreadyUndone();
    if (first !== null) return this.applyFirst(plan, first.toLowerCase(), accept);
    if (plan.restAskedAt !== null) return;
    if (plan.expiresAt < new Date()) throw expired();
    if ((plan.counts.APPLIED ?? 0) === 0) throw oneFirst();
    await this.beginRest(plan.id);
  }

  private async applyFirst(
    { id: planId }: CountedPlan,
    branchId: string,
    accept: readonly PlanGuardCode[],
  ): Promise<void> {
    const { entries } = this.parts;
    const entry = await this.entryOf(planId, branchId);
    if (entry.state === BranchesPlanEntryState.STOPPED) refuseUnaccepted(entry, accept);
    try {
      await entries.apply(entry, accept);
    } catch (error) {
      const reason = reasonOf(error);
      const isGuard = reason !== undefined && GUARDS.has(reason.code);
      const isItsOwn = entry.state === BranchesPlanEntryState.PLANNED && !isMomentary(error);
      if (reason && isItsOwn && !isGuard) await entries.fail(entry, reason);
      throw error;
    }
    await this.showInThisProcess(planId, branchId);
  }

  /** Anyone who looks immediately afterwards sees the change, as after `ApplyPlan`. */
  private async showInThisProcess(planId: string, branchId: string): Promise<void> {
    const { catalogPlanId, appliedVersion } = await this.entryOf(planId, branchId);
    if (catalogPlanId === null || appliedVersion === null) return;
    await this.parts.snapshots.get(branchId, appliedVersion);
  }

  private async entryOf(planId: string, branchId: string): Promise<BranchesPlanEntry> {
    if (!isUuid(branchId)) throw notOfPlan();
    const { manager } = this.parts.db;
    const entry = await manager.findOneBy(BranchesPlanEntry, { planId, branchId });
    if (!entry) throw notOfPlan();
    return entry;
  }

  /** Of two simultaneous calls, the second finds that the rest has already been started. */
  private async beginRest(planId: string): Promise<void> {
    const { db, jobs } = this.parts;
    await db.transaction(async (tx) => {
      const [free] = await tx.query<unknown[]>(
        `select 1 from branches_plans where id = $1 and rest_asked_at is null and undo_asked_at is null
         for no key update`,
        [planId],
      );
      if (free) await beginStep({ tx, jobs }, planId, BranchesPlanStep.APPLY);
    });
  }
}

function refuseUnaccepted({ reason }: BranchesPlanEntry, accept: readonly PlanGuardCode[]): void {
  if (reason === null) throw nothingToApply();
  if ((accept as readonly string[]).includes(reason.code)) return;
  throw refusal(reason.code, ["accept"], reason.message);
}
