import { type UserFault } from "../../../domain/faults/user-fault";
import { type CatalogPlan, type PlanGuardCode } from "../../../entities/catalogue/catalog-plan";
import { Refused } from "../../../errors";
import { type ApplyPlan } from "./apply-plan";
import { guardFaults } from "./plan-guards";

/** Whether a new plan is applied at once, and past which guards. */
export interface AtOnce {
  readonly dryRun: boolean;
  readonly accept?: readonly PlanGuardCode[];
}

/**
 * A plan that was to be applied at once and was not: it is kept, to be looked at and applied with a
 * yes.
 */
export class PlanStopped extends Refused<UserFault> {
  constructor(
    faults: readonly UserFault[],
    readonly plan: CatalogPlan,
  ) {
    super(faults);
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
  plan: CatalogPlan,
  { dryRun, accept = [] }: AtOnce,
): Promise<CatalogPlan> {
  if (dryRun) return plan;
  const faults = guardFaults(plan.guards, accept, ["input", "accept"]);
  if (faults.length > 0) throw new PlanStopped(faults, plan);
  return applyPlan.execute(plan.id, null, accept);
}
