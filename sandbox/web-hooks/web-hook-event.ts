import { presentOrder } from "../orders/present-order";
import { type StoredOrder } from "../orders/stored-order";
import { toUtcTime } from "../terminal-time";
import { type WebHookRegistration } from "./web-hook-registration";

export interface WebHookEvent {
  eventType: "DeliveryOrderUpdate" | "DeliveryOrderError" | "StopListUpdate";
  eventTime: string;
  organizationId: string;
  correlationId: string;
  eventInfo: object;
}

/**
 * Returns the event for an order's present state, or undefined when the registration's filter
 * excludes it.
 */
export function orderEvent(
  order: StoredOrder,
  correlationId: string,
  { filter }: WebHookRegistration,
): WebHookEvent | undefined {
  const wanted = filter?.deliveryOrderFilter;
  if (filter && !wanted) return undefined;
  const isError = order.creationStatus === "Error";
  if (isError && wanted?.errors === false) return undefined;
  const statuses = wanted?.orderStatuses;
  if (!isError && statuses && order.order && !statuses.includes(order.order.status))
    return undefined;
  return {
    eventType: isError ? "DeliveryOrderError" : "DeliveryOrderUpdate",
    eventTime: toUtcTime(Date.now()),
    organizationId: order.organizationId,
    correlationId,
    // A copy, because the order keeps changing while the event waits for delivery.
    eventInfo: structuredClone(presentOrder(order, wanted?.returnedExternalDataKeys ?? [])),
  };
}

/** iiko only names the terminal groups; the receiver has to read the stop lists again. */
export function stopListEvent(
  organizationId: string,
  terminalGroupIds: readonly string[],
  correlationId: string,
  { filter }: WebHookRegistration,
): WebHookEvent | undefined {
  if (filter && filter.stopListUpdateFilter?.updates !== true) return undefined;
  return {
    eventType: "StopListUpdate",
    eventTime: toUtcTime(Date.now()),
    organizationId,
    correlationId,
    eventInfo: {
      terminalGroupsStopListsUpdates: terminalGroupIds.map((id) => ({ id, isFull: true })),
    },
  };
}
