import { type Named, ORDER_STATUSES, type OrderBody, type OrderStatus } from "../orders/order-body";
import { stableId } from "../restaurant/stable-id";

export type TimeField =
  | "whenConfirmed"
  | "whenPrinted"
  | "whenCookingCompleted"
  | "whenPacked"
  | "whenSended"
  | "whenDelivered"
  | "whenClosed";

/** The status from which each time is set. */
const REACHED: readonly (readonly [TimeField, OrderStatus])[] = [
  ["whenConfirmed", "WaitCooking"],
  ["whenPrinted", "CookingStarted"],
  ["whenCookingCompleted", "CookingCompleted"],
  ["whenPacked", "Waiting"],
  ["whenSended", "OnWay"],
  ["whenDelivered", "Delivered"],
  ["whenClosed", "Closed"],
];

const COURIER = { id: stableId("courier"), name: "Курьер Демо", phone: null };

function rank(status: OrderStatus): number {
  return ORDER_STATUSES.indexOf(status);
}

/**
 * Moves the order to `status`, forwards or backwards, together with the times, the courier and the
 * lines that belong to it. `now` is terminal-local.
 */
export function setStatus(order: OrderBody, status: OrderStatus, now: string): void {
  order.status = status;
  order.cancelInfo = null;
  const isPickUp = order.orderType.orderServiceType === "DeliveryByClient";
  for (const [field, from] of REACHED) {
    const reached = rank(status) >= rank(from) && !(field === "whenSended" && isPickUp);
    order[field] = reached ? (order[field] ?? now) : null;
  }
  const courierLeft = rank(status) >= rank("OnWay") && !isPickUp;
  order.courierInfo = courierLeft ? { courier: COURIER, isCourierSelectedManually: false } : null;
  for (const line of order.items) {
    line.status = lineStatus(status);
    line.whenPrinted = order.whenPrinted;
  }
}

/** Cancels in place: the times of earlier steps remain. */
export function setCancelled(
  order: OrderBody,
  now: string,
  cause: Named,
  comment: string | null,
): void {
  order.status = "Cancelled";
  order.cancelInfo = { whenCancelled: now, cause, comment };
}

function lineStatus(status: OrderStatus): OrderBody["items"][number]["status"] {
  if (rank(status) >= rank("Delivered")) return "Served";
  if (rank(status) >= rank("CookingCompleted")) return "CookingCompleted";
  return status === "CookingStarted" ? "CookingStarted" : "Added";
}
