import { type CataloguePlan } from "../../../entities/catalogue/catalogue-plan";
import { applyAtOnce, type AtOnce } from "./apply-at-once";
import { type ApplyPlan } from "./apply-plan";
import { type ImportRequest, type PlanImport } from "./plan-import";

/** «Сохранить товар»: plans an import and, unless it is a dry run, applies the plan immediately. */
export class ImportSection {
  constructor(
    private readonly planImport: PlanImport,
    private readonly applyPlan: ApplyPlan,
  ) {}

  /**
   * Safe to repeat: what is already imported stays unchanged.
   *
   * @throws {PlanStopped} a guard stops the plan
   * @throws {Refused} as PlanImport and ApplyPlan do
   */
  async execute(request: ImportRequest & AtOnce): Promise<CataloguePlan> {
    return applyAtOnce(this.applyPlan, await this.planImport.execute(request), request);
  }
}
