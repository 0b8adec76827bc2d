import { type CatalogPlan } from "../../entities/catalog-plan";
import { type ApplyPlan } from "./apply-plan";
import { type Doing } from "./import-section";
import { type PlanPriceSync, type PriceSyncRequest } from "./plan-price-sync";
import { applyAtOnce } from "./plan-stopped";

/** «Артикул» and «Цена»: plans what the POS's prices change and, unless it is a dry run, applies the plan at once. */
export class SyncPrices {
  constructor(
    private readonly planPriceSync: PlanPriceSync,
    private readonly applyPlan: ApplyPlan,
  ) {}

  /**
   * Safe to repeat: prices that are equal already are unchanged.
   *
   * @throws {PlanStopped} a guard stops the plan
   * @throws {Refused} as PlanPriceSync and ApplyPlan do
   */
  async execute({ dryRun, accept, ...request }: PriceSyncRequest & Doing): Promise<CatalogPlan> {
    const plan = await this.planPriceSync.execute(request);
    return dryRun ? plan : applyAtOnce(this.applyPlan, plan, accept);
  }
}
