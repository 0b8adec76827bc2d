import { type PlanGuardCode } from "../../../domain/catalogue/plan";
import { type UserError } from "../../../domain/errors/user-error";
import { type CataloguePlan } from "../../../entities/catalogue/catalogue-plan";
import { Refused } from "../../../errors";
import { type ApplyPlan } from "./apply-plan";
import { guardErrors } from "./plan-guards";

/** Whether a new plan is applied at once, and past which guards. */
export interface AtOnce {
  readonly dryRun: boolean;
  readonly accept?: readonly PlanGuardCode[];
}

/**
 * A plan that was to be applied at once and was not: it is kept, to be looked at and applied with a
 * yes.
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
