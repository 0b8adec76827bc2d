import { type CheckWebhooks } from "../services/branches/check-webhooks";
import { type KeepPosMenusFresh } from "../services/catalogue/pos-menu/keep-pos-menus-fresh";
import { type RefreshStopLists } from "../services/catalogue/stop-lists/refresh-stop-lists";
import { type AlertLateOrders } from "../services/fallback/alert-late-orders";
import { type ForgetOld } from "../services/orders/forget-old";
import { type PlanPolls } from "../services/orders/status/plan-polls";

interface Repeating {
  readonly checkWebhooks: CheckWebhooks;
  readonly planPolls: PlanPolls;
  readonly forgetOld: ForgetOld;
  readonly keepPosMenusFresh: KeepPosMenusFresh;
  readonly refreshStopLists: RefreshStopLists;
  readonly alertLateOrders: AlertLateOrders;
}

/** What repeats itself: each job plans its next. Safe at every start of every process. */
export async function planFirst(useCases: Repeating): Promise<void> {
  await useCases.checkWebhooks.planFirst();
  await useCases.planPolls.planFirst();
  await useCases.forgetOld.planFirst();
  await useCases.keepPosMenusFresh.planFirst();
  await useCases.refreshStopLists.planFirst();
  await useCases.alertLateOrders.plan();
}
