import { type StatusDetail } from "./order-event";
import { OrderStatus } from "./order-status";

const ORDER_OF_STATUSES = Object.values(OrderStatus);

/**
 * Returns whether the history already says that the order had this status at that time. A lost
 * message that arrives late is news; one that arrives twice, or whose step was derived from a later
 * state, is not.
 */
export function isTold(
  history: readonly StatusDetail[],
  status: OrderStatus,
  timestamp: number,
): boolean {
  if (history.some(({ to, posTimestamp }) => to === status && posTimestamp === undefined))
    return true;
  const until = history.flatMap(({ to, posTimestamp: at }) =>
    at !== undefined && at <= timestamp ? [{ to, at }] : [],
  );
  return until.sort((one, other) => one.at - other.at).at(-1)?.to === status;
}

/**
 * Returns the steps up to `target` that the history lacks, in the order in which they were made.
 */
export function missedSteps<Step extends { readonly status: OrderStatus }>(
  history: readonly StatusDetail[],
  steps: readonly Step[],
  target: OrderStatus,
): Step[] {
  return steps.filter(
    ({ status }) =>
      ORDER_OF_STATUSES.indexOf(status) < ORDER_OF_STATUSES.indexOf(target) &&
      !history.some(({ to }) => to === status),
  );
}
