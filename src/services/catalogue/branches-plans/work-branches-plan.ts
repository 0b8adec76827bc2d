import { type DataSource } from "typeorm";

import { BranchesPlan, BranchesPlanStep } from "../../../entities/catalogue/branches-plan";
import { BranchesPlanEntryState } from "../../../entities/catalogue/branches-plan-entry";
import { isMomentary } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { type JobQueue } from "../../../ports/job-queue";
import { reasonOf, UNEXPECTED } from "./branches-plan-errors";
import { jobOfPlan } from "./branches-plan-job";
import { type Place, type PlanEntries } from "./plan-entries";
import { type PlanPages } from "./plan-pages";

/** Well below the lane's deadline: a longer job counts as hung. */
const LONGEST_TURN_MS = 8 * 60_000;

const STATE_OF = {
  [BranchesPlanStep.APPLY]: BranchesPlanEntryState.PLANNED,
  [BranchesPlanStep.UNDO]: BranchesPlanEntryState.APPLIED,
};

const NEXT = `
select plan_id as "planId", position from branches_plan_entries
where plan_id = $1 and state = $2 order by position limit 1`;

/**
 * Carries out the next step of a plan for many branches, branch by branch, until nothing is left.
 */
export class WorkBranchesPlan {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly jobs: JobQueue;
      readonly clock: Clock;
      readonly pages: PlanPages;
      readonly entries: PlanEntries;
      /** Reports an unexpected error at one branch; the others continue. */
      readonly report: (error: unknown) => void;
    },
  ) {}

  /**
   * Safe to repeat and to interrupt anywhere: each branch is one transaction, which records
   * together with the branch's change that it is done. Anything that a person requests in the
   * meantime, such as undoing the plan, takes effect with the next branch.
   *
   * @throws errors of a database that was too busy; the job is retried
   */
  async execute({ planId }: { readonly planId: string }): Promise<void> {
    const { db, jobs, clock } = this.parts;
    const until = clock.now().getTime() + LONGEST_TURN_MS;
    for (;;) {
      const plan = await db.manager.findOneBy(BranchesPlan, { id: planId });
      if (!plan?.step) return;
      const isMore = await this.goOn(plan, plan.step);
      if (!isMore) await this.finish(planId, plan.step);
      else if (clock.now().getTime() > until) {
        const { payload, options } = jobOfPlan(planId);
        await jobs.enqueue(db.manager, "work-branches-plan", payload, options);
        return;
      }
    }
  }

  /** Returns false when the step has nothing left to do. */
  private async goOn(plan: BranchesPlan, step: BranchesPlanStep): Promise<boolean> {
    if (step === BranchesPlanStep.PLAN) return this.parts.pages.workOutNext(plan);
    const [place] = await this.parts.db.query<Place[]>(NEXT, [plan.id, STATE_OF[step]]);
    if (!place) return false;
    if (step === BranchesPlanStep.APPLY) await this.apply(place);
    else await this.undo(place);
    return true;
  }

  private async apply(place: Place): Promise<void> {
    const { entries } = this.parts;
    try {
      await entries.apply(place, null);
    } catch (error) {
      await entries.fail(place, this.reasonFor(error));
    }
  }

  private async undo(place: Place): Promise<void> {
    const { entries } = this.parts;
    try {
      await entries.undo(place);
    } catch (error) {
      await entries.leave(place, this.reasonFor(error));
    }
  }

  /** @throws momentary errors, which are no branch's userError */
  private reasonFor(error: unknown) {
    if (isMomentary(error)) throw error;
    const reason = reasonOf(error);
    if (!reason) this.parts.report(error);
    return reason ?? UNEXPECTED;
  }

  /** Another step may have been requested in the meantime. */
  private async finish(planId: string, step: BranchesPlanStep): Promise<void> {
    await this.parts.db.query("update branches_plans set step = null where id = $1 and step = $2", [
      planId,
      step,
    ]);
  }
}
