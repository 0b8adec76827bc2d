/**
 * What a guest may see of an order in the kitchen and on the road. InjectionState says whether the
 * POS has it at all.
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
 * Only left after a confirming read: a late or repeated message must not reopen a finished order.
 */
export function isFinal(status: OrderStatus): boolean {
  return status === OrderStatus.CLOSED || status === OrderStatus.CANCELLED;
}

export interface StatusObservation {
  readonly status: OrderStatus;
  /** The POS's own clock for this state, in Unix milliseconds. */
  readonly timestamp: number;
  /** Deliberately read from the POS, not pushed by it. */
  readonly confirmed: boolean;
}

export type StatusVerdict = "APPLY" | "UNCHANGED" | "LATE" | "NEEDS_CONFIRMATION";

/** Clocks differ by seconds; a moment further in the future cannot be real. */
const CLOCKS_DIFFER_MS = 60_000;

/**
 * Returns the moment from which a POS update counts: by the POS's own clock, or on arrival when
 * that clock is impossible. Unix milliseconds.
 */
export function countsFrom(timestamp: number, now: Date): number {
  return timestamp > now.getTime() + CLOCKS_DIFFER_MS ? now.getTime() : timestamp;
}

const PROGRESS = Object.values(OrderStatus);

function isStepBack(from: OrderStatus, to: OrderStatus): boolean {
  return PROGRESS.indexOf(to) < PROGRESS.indexOf(from);
}

/**
 * Decides what to do with an observed status. States may be skipped, and a newer step back is real
 * (a courier is unassigned). An older timestamp is refused, as is a step back at the same moment,
 * which means two messages in the wrong order.
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
