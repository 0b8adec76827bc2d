import { NO_SPANS } from "../ports/spans";
import { type CheckWebhooks } from "../services/branches/check-webhooks";
import { type KeepPosMenusFresh } from "../services/catalogue/pos-menu/keep-pos-menus-fresh";
import { type RefreshPosMenu } from "../services/catalogue/pos-menu/refresh-pos-menu";
import { type RefreshStopLists } from "../services/catalogue/stop-lists/refresh-stop-lists";
import { type CancelHold } from "../services/loyalty/cancel-hold";
import { type CancelInPos } from "../services/orders/operate/cancel-in-pos";
import { type ConfirmSubmission } from "../services/orders/inject/confirm-submission";
import { type ForgetOld } from "../services/orders/forget-old";
import { type CatchUpOrder } from "../services/orders/status/catch-up-order";
import { type PlanPolls } from "../services/orders/status/plan-polls";
import { type PollOrders } from "../services/orders/status/poll-orders";
import { type RecordWebhook } from "../services/orders/status/record-webhook";
import { type SendOrder } from "../services/orders/inject/send-order";
import { type AlertLateOrders } from "../services/fallback/alert-late-orders";
import { type TellPeople } from "../services/fallback/tell-people";
import { type TaskHandlers } from "./running-job";

interface UseCases {
  readonly sendOrder: SendOrder;
  readonly confirmSubmission: ConfirmSubmission;
  readonly tellPeople: TellPeople;
  readonly cancelInPos: CancelInPos;
  readonly cancelHold: CancelHold;
  readonly catchUpOrder: CatchUpOrder;
  readonly recordWebhook: RecordWebhook;
  readonly alertLateOrders: AlertLateOrders;
  readonly checkWebhooks: CheckWebhooks;
  readonly forgetOld: ForgetOld;
  readonly planPolls: PlanPolls;
  readonly pollOrders: PollOrders;
  readonly keepPosMenusFresh: KeepPosMenusFresh;
  readonly refreshPosMenu: RefreshPosMenu;
  readonly refreshStopLists: RefreshStopLists;
}

/** Which use case does which job. */
export function taskHandlers(useCases: UseCases, spans = NO_SPANS): TaskHandlers {
  return {
    "send-order": (payload) => spans.ofOrder(payload.orderId, "send-order", () => useCases.sendOrder.execute(payload)),
    "confirm-submission": (payload) =>
      spans.ofOrder(payload.orderId, "confirm-submission", () => useCases.confirmSubmission.execute(payload)),
    "tell-people": (payload) => useCases.tellPeople.execute(payload),
    "cancel-order": (payload) => useCases.cancelInPos.execute(payload),
    "cancel-hold": (payload) => useCases.cancelHold.execute(payload),
    "catch-up-order": (payload) =>
      spans.ofOrder(payload.orderId, "catch-up-order", () => useCases.catchUpOrder.execute(payload)),
    "record-webhook": (payload) => useCases.recordWebhook.execute(payload),
    "alert-late-orders": () => useCases.alertLateOrders.execute(),
    "check-webhooks": () => useCases.checkWebhooks.execute(),
    "forget-old": () => useCases.forgetOld.execute(),
    "plan-polls": () => useCases.planPolls.execute(),
    "poll-orders": (payload) => useCases.pollOrders.execute(payload),
    "refresh-pos-menus": () => useCases.keepPosMenusFresh.execute(),
    "refresh-pos-menu": (payload) => useCases.refreshPosMenu.executeUnasked(payload),
    "refresh-stop-lists": () => useCases.refreshStopLists.execute(),
  };
}
