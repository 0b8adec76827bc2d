import { type CatalogPlan, type PlanGuardCode } from "../../entities/catalog-plan";
import { type ApplyPlan } from "./apply-plan";
import { type ImportRequest, type PlanImport } from "./plan-import";
import { applyAtOnce } from "./plan-stopped";

/** Whether a plan is applied at once, and past which guards. */
export interface Doing {
  readonly dryRun: boolean;
  readonly accept?: readonly PlanGuardCode[];
}

/** «Сохранить товар»: plans an import and, unless it is a dry run, applies the plan at once. */
export class ImportSection {
  constructor(
    private readonly planImport: PlanImport,
    private readonly applyPlan: ApplyPlan,
  ) {}

  /**
   * Safe to repeat: what is imported already is unchanged.
   *
   * @throws {PlanStopped} a guard stops the plan
   * @throws {Refused} as PlanImport and ApplyPlan do
   */
  async execute({ dryRun, accept, ...request }: ImportRequest & Doing): Promise<CatalogPlan> {
    const plan = await this.planImport.execute(request);
    return dryRun ? plan : applyAtOnce(this.applyPlan, plan, accept);
  }
}
