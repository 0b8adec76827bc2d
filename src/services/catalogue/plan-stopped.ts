import { type UserFault } from "../../domain/user-fault";
import { type CatalogPlan, type PlanGuardCode } from "../../entities/catalog-plan";
import { Refused } from "../../errors";
import { type ApplyPlan } from "./apply-plan";
import { guardFaults } from "./plan-guards";

/** A plan that was to be applied at once and was not: it is kept, to be looked at and applied with a yes. */
export class PlanStopped extends Refused<UserFault> {
  constructor(
    faults: readonly UserFault[],
    readonly plan: CatalogPlan,
  ) {
    super(faults);
  }
}

/** @throws {PlanStopped} a guard is not among the accepted ones */
export async function applyAtOnce(
  applyPlan: ApplyPlan,
  plan: CatalogPlan,
  accepted: readonly PlanGuardCode[] = [],
): Promise<CatalogPlan> {
  const faults = guardFaults(plan.guards, accepted, ["input", "accept"]);
  if (faults.length > 0) throw new PlanStopped(faults, plan);
  return applyPlan.execute(plan.id, null, accepted);
}
