import { OrderStatus } from "../../domain/order-status";
import { type PosOrderStep } from "../../domain/orders/decide-status";
import { type IikoOrderBody } from "./iiko-schemas";
import { type TillClock } from "./till-clock";

/** Statuses before the kitchen begins: until then `cookingStartTime` is a plan, not news. */
const BEFORE_COOKING = new Set(["unconfirmed", "waitcooking", "readyforcooking"]);

/** The steps that the till has noted, oldest first, each with the status it led to (docs/iiko.md#statuses). */
export function kitchenSteps(order: IikoOrderBody, clock: TillClock): PosOrderStep[] {
  const begun = !BEFORE_COOKING.has(order.status?.toLowerCase() ?? "");
  const noted: readonly (readonly [string, OrderStatus, string | null])[] = [
    ["WaitCooking", OrderStatus.ACCEPTED, order.whenConfirmed],
    ["CookingStarted", OrderStatus.COOKING, order.whenPrinted ?? (begun ? order.cookingStartTime : null)],
    ["CookingCompleted", OrderStatus.READY, order.whenCookingCompleted ?? order.cookingFinishTime],
    ["Waiting", OrderStatus.WAITING_FOR_COURIER, order.whenPacked],
    ["OnWay", OrderStatus.ON_THE_WAY, order.whenSended],
    ["Delivered", OrderStatus.DELIVERED, order.whenDelivered],
    ["Closed", OrderStatus.CLOSED, order.whenClosed],
    ["Cancelled", OrderStatus.CANCELLED, order.cancelInfo?.whenCancelled ?? null],
  ];
  return noted
    .flatMap(([rawStatus, status, time]) => {
      const at = clock.read(time);
      return at ? [{ rawStatus, status, at }] : [];
    })
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}
