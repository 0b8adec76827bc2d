import { type CataloguePlan } from "../../../entities/catalogue/catalogue-plan";
import { applyAtOnce, type AtOnce } from "./apply-at-once";
import { type ApplyPlan } from "./apply-plan";
import { type PlanPriceSync, type PriceSyncRequest } from "./plan-price-sync";

/**
 * «Артикул» and «Цена»: plans the changes that the POS's prices cause and, unless it is a dry run,
 * applies the plan immediately.
 */
export class SyncPrices {
  constructor(
    private readonly planPriceSync: PlanPriceSync,
    private readonly applyPlan: ApplyPlan,
  ) {}

  /**
   * Safe to repeat: prices that are already equal stay unchanged.
   *
   * @throws {PlanStopped} a guard stops the plan
   * @throws {Refused} as PlanPriceSync and ApplyPlan do
   */
  async execute(request: PriceSyncRequest & AtOnce): Promise<CataloguePlan> {
    return applyAtOnce(this.applyPlan, await this.planPriceSync.execute(request), request);
  }
}
