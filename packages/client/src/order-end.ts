import { type OrderStatus, type TrackedEvent } from "./operations.ts";

type OrderStatusEvent = Extract<TrackedEvent, { __typename: "OrderStatusEvent" }>;

/**
 * Nothing follows. A restaurant that takes a finished order up again is a case for `trackedOrder`.
 */
export function isFinished(status: OrderStatus): boolean {
  return status === "CLOSED" || status === "CANCELLED";
}

/** A change of status; not one that came too late and changed nothing. */
export function isNewsOfStatus(event: TrackedEvent): event is OrderStatusEvent {
  return event.__typename === "OrderStatusEvent" && event.lateBySeconds === null;
}
