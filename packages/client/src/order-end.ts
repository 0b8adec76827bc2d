import { type OrderStatus, type TrackedEvent } from "./operations.ts";

type OrderStatusEvent = Extract<TrackedEvent, { __typename: "OrderStatusEvent" }>;

/** Nothing follows. A restaurant that reopens a finished order is a case for `trackedOrder`. */
export function isFinished(status: OrderStatus): boolean {
  return status === "CLOSED" || status === "CANCELLED";
}

/** A change of status, unless it came too late and changed nothing. */
export function isNewsOfStatus(event: TrackedEvent): event is OrderStatusEvent {
  return event.__typename === "OrderStatusEvent" && event.lateBySeconds === null;
}
