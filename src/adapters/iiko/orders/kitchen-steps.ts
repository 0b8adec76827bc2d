import { CLOCKS_APART_MS, type PosOrderStep } from "../../../domain/orders/decide-status";
import { OrderStatus } from "../../../domain/orders/order-status";
import { type IikoOrderBody } from "./order-schemas";
import { type TillClock } from "./till-clock";

/**
 * iiko's statuses in the order in which they are reached, in lower case. `Cancelled` may follow any
 * of them.
 */
const WAY = [
  "unconfirmed",
  "waitcooking",
  "readyforcooking",
  "cookingstarted",
  "cookingcompleted",
  "waiting",
  "onway",
  "delivered",
  "closed",
];

interface Noted {
  readonly rawStatus: string;
  readonly status: OrderStatus;
  readonly time: string | null;
  /**
   * The time is filled in beforehand, and only counts in these statuses, which prove that the step
   * was made.
   */
  readonly provenBy?: readonly string[];
}

/**
 * Returns the steps that the POS has recorded, oldest first, each with the status it led to
 * (docs/iiko.md#statuses). A time counts when the order's own status says that the step was made:
 * until then it is a plan. Times later than the update are dropped afterwards.
 */
export function kitchenSteps(order: IikoOrderBody, clock: TillClock): PosOrderStep[] {
  const status = order.status?.toLowerCase() ?? "";
  const cancelled = clock.read(cancelledAt(order));
  const latest = cancelled ? cancelled.getTime() + CLOCKS_APART_MS : Infinity;
  return notedOf(order, clock)
    .filter((noted) => isMade(noted, status))
    .flatMap(({ rawStatus, status: led, time }) => {
      const at = clock.read(time);
      return at && at.getTime() <= latest ? [{ rawStatus, status: led, at }] : [];
    })
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

function notedOf(order: IikoOrderBody, clock: TillClock): readonly Noted[] {
  const started = { rawStatus: "CookingStarted", status: OrderStatus.COOKING };
  const completed = { rawStatus: "CookingCompleted", status: OrderStatus.READY };
  const { whenPrinted, cookingStartTime, whenCookingCompleted, cookingFinishTime } = order;
  return [
    { rawStatus: "WaitCooking", status: OrderStatus.ACCEPTED, time: order.whenConfirmed },
    clock.read(whenPrinted)
      ? { ...started, time: whenPrinted }
      : { ...started, time: cookingStartTime, provenBy: ["cookingstarted", "cookingcompleted"] },
    clock.read(whenCookingCompleted)
      ? { ...completed, time: whenCookingCompleted }
      : { ...completed, time: cookingFinishTime, provenBy: ["cookingcompleted"] },
    { rawStatus: "Waiting", status: OrderStatus.WAITING_FOR_COURIER, time: order.whenPacked },
    { rawStatus: "OnWay", status: OrderStatus.ON_THE_WAY, time: order.whenSended },
    { rawStatus: "Delivered", status: OrderStatus.DELIVERED, time: order.whenDelivered },
    { rawStatus: "Closed", status: OrderStatus.CLOSED, time: order.whenClosed },
    { rawStatus: "Cancelled", status: OrderStatus.CANCELLED, time: cancelledAt(order) },
  ];
}

/**
 * The status of a cancelled order does not show how far it had come; the steps recorded until then
 * that were not plans do.
 */
function isMade({ rawStatus, provenBy }: Noted, status: string): boolean {
  if (provenBy) return provenBy.includes(status);
  return status === "cancelled" || WAY.indexOf(rawStatus.toLowerCase()) <= WAY.indexOf(status);
}

function cancelledAt({ status, cancelInfo }: IikoOrderBody): string | null {
  return status?.toLowerCase() === "cancelled" ? (cancelInfo?.whenCancelled ?? null) : null;
}
