import { type DataSource } from "typeorm";

import { type Viewer } from "../../../domain/access/viewer";
import { BranchesPlanStep } from "../../../entities/catalogue/branches-plan";
import { type JobQueue } from "../../../ports/job-queue";
import { planNotFound } from "../catalogue-error";
import { stillPlanned } from "./branches-plan-errors";
import { beginStep } from "./branches-plan-job";
import { type FindBranchesPlan } from "./find-branches-plan";

/**
 * Undoes a plan at every branch where it was applied and nothing has been changed since; the others
 * are left alone and reported. Parts that were not applied yet will not be.
 */
export class UndoBranchesPlan {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly jobs: JobQueue;
      readonly findBranchesPlan: FindBranchesPlan;
    },
  ) {}

  /**
   * Safe to repeat: it is started once. Waits for branches that are currently being changed.
   *
   * @throws {Refused} NOT_FOUND; CONFLICT: it is still being prepared
   */
  async execute(viewer: Viewer, planId: string): Promise<void> {
    const { db, jobs, findBranchesPlan } = this.parts;
    const plan = await findBranchesPlan.execute(viewer, planId);
    if (!plan) throw planNotFound();
    if (plan.step === BranchesPlanStep.PLAN) throw stillPlanned();
    await db.transaction(async (tx) => {
      const [free] = await tx.query<unknown[]>(
        "select 1 from branches_plans where id = $1 and undo_asked_at is null for no key update",
        [plan.id],
      );
      if (free) await beginStep({ tx, jobs }, plan.id, BranchesPlanStep.UNDO);
    });
  }
}
