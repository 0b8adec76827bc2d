import { type PlanGuardCode } from "../../../domain/catalogue/plan";
import { type UserError } from "../../../domain/errors/user-error";
import { type CataloguePlan } from "../../../entities/catalogue/catalogue-plan";
import { Refused } from "../../../errors";
import { type ApplyPlan } from "./apply-plan";
import { guardErrors } from "./plan-guards";

/** Whether to apply a new plan immediately, and which guards to override. */
export interface AtOnce {
  readonly dryRun: boolean;
  readonly accept?: readonly PlanGuardCode[];
}

/**
 * A plan that should have been applied immediately but was not: it is kept, so that somebody can
 * inspect it and apply it after confirming.
 */
export class PlanStopped extends Refused<UserError> {
  constructor(
    userErrors: readonly UserError[],
    readonly plan: CataloguePlan,
  ) {
    super(userErrors);
  }
}

/**
 * Applies a plan unless it is a dry run.
 *
 * @throws {PlanStopped} a guard is not among the accepted ones
 * @throws {Refused} as ApplyPlan does
 */
export async function applyAtOnce(
  applyPlan: ApplyPlan,
  plan: CataloguePlan,
  { dryRun, accept = [] }: AtOnce,
): Promise<CataloguePlan> {
  if (dryRun) return plan;
  const userErrors = guardErrors(plan.guards, accept, ["input", "accept"]);
  if (userErrors.length > 0) throw new PlanStopped(userErrors, plan);
  return applyPlan.execute(plan.id, null, accept);
}
