import { type CatalogPlan } from "../../entities/catalog-plan";
import { type ApplyPlan } from "./apply-plan";
import { type ImportRequest, type PlanImport } from "./plan-import";

/** «Сохранить товар»: plans an import and, unless it is a dry run, applies the plan at once. */
export class ImportSection {
  constructor(
    private readonly planImport: PlanImport,
    private readonly applyPlan: ApplyPlan,
  ) {}

  /**
   * Safe to repeat: what is imported already is unchanged.
   *
   * @throws {Refused} as PlanImport and ApplyPlan do
   */
  async execute({ dryRun, ...request }: ImportRequest & { readonly dryRun: boolean }): Promise<CatalogPlan> {
    const plan = await this.planImport.execute(request);
    return dryRun ? plan : this.applyPlan.execute(plan.id, null);
  }
}
