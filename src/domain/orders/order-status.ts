/**
 * What a guest may see of an order in the kitchen and on the road. Whether the till has it at all
 * is InjectionState.
 */
export enum OrderStatus {
  NEW = "NEW",
  UNCONFIRMED = "UNCONFIRMED",
  ACCEPTED = "ACCEPTED",
  QUEUED_FOR_COOKING = "QUEUED_FOR_COOKING",
  COOKING = "COOKING",
  READY = "READY",
  WAITING_FOR_COURIER = "WAITING_FOR_COURIER",
  ON_THE_WAY = "ON_THE_WAY",
  DELIVERED = "DELIVERED",
  CLOSED = "CLOSED",
  CANCELLED = "CANCELLED",
}

/**
 * Left only after a confirming read: a late or repeated message must not bring a finished order
 * back to life.
 */
export function isFinal(status: OrderStatus): boolean {
  return status === OrderStatus.CLOSED || status === OrderStatus.CANCELLED;
}

export interface StatusObservation {
  readonly status: OrderStatus;
  /** The POS's own clock for this state, Unix milliseconds. */
  readonly timestamp: number;
  /** Read from the POS on purpose, not pushed by it. */
  readonly confirmed: boolean;
}

export type StatusVerdict = "APPLY" | "UNCHANGED" | "LATE" | "NEEDS_CONFIRMATION";

/** Clocks differ by seconds; a moment that is further ahead was never one. */
const CLOCKS_DIFFER_MS = 60_000;

/**
 * When news of a POS counts from: by its own clock, or from its arrival when that clock says what
 * cannot be. Unix milliseconds.
 */
export function countsFrom(timestamp: number, now: Date): number {
  return timestamp > now.getTime() + CLOCKS_DIFFER_MS ? now.getTime() : timestamp;
}

const PROGRESS = Object.values(OrderStatus);

function isStepBack(from: OrderStatus, to: OrderStatus): boolean {
  return PROGRESS.indexOf(to) < PROGRESS.indexOf(from);
}

/**
 * What to do with an observed status. States may be skipped, and a newer step back is real (a
 * courier is unassigned); an older timestamp is refused, and a step back of the same moment, which
 * is two messages in the wrong order.
 */
export function judgeStatus(
  current: { readonly status: OrderStatus; readonly timestamp: number },
  observed: StatusObservation,
): StatusVerdict {
  if (observed.timestamp < current.timestamp)
    return observed.status === current.status ? "UNCHANGED" : "LATE";
  if (observed.status === current.status) return "UNCHANGED";
  if (observed.timestamp === current.timestamp && isStepBack(current.status, observed.status))
    return "LATE";
  if (isFinal(current.status) && !observed.confirmed) return "NEEDS_CONFIRMATION";
  return "APPLY";
}
