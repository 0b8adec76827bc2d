import { type EntityManager } from "typeorm";

import { type BranchesPlanStep } from "../../../entities/catalogue/branches-plan";
import { type JobQueue, type KeyedJob } from "../../../ports/job-queue";

/** The job that carries out the plan's next steps until there are none left. */
export function jobOfPlan(planId: string): KeyedJob<"work-branches-plan"> {
  return { payload: { planId }, options: { key: `branches-plan:${planId}` } };
}

/** Sets the next step and adds the job that carries it out. The statement locks the plan. */
export async function beginStep(
  { tx, jobs }: { readonly tx: EntityManager; readonly jobs: JobQueue },
  planId: string,
  step: BranchesPlanStep.APPLY | BranchesPlanStep.UNDO,
): Promise<void> {
  const { payload, options } = jobOfPlan(planId);
  const jobId = await jobs.enqueue(tx, "work-branches-plan", payload, options);
  const asked = { APPLY: "rest_asked_at", UNDO: "undo_asked_at" }[step];
  await tx.query(
    `update branches_plans set step = $2, job_id = $3, ${asked} = coalesce(${asked}, now()) where id = $1`,
    [planId, step, jobId],
  );
}
