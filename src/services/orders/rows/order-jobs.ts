import { type KeyedJob } from "../../../ports/job-queue";

/** The order that the job is for. */
interface OfOrder {
  readonly id: string;
  readonly branchId: string;
}

interface PlacedOrder extends OfOrder {
  /** Its place in its branch's line. */
  readonly placeAt?: Date | null;
  /** Its place if a process of the previous version placed it. */
  readonly createdAt?: Date;
}

/** Pauses before each probe, in seconds; after these, one probe per minute. */
const LOOK_DELAYS_SECONDS = [1, 2, 4, 8, 15, 30] as const;
const LATER_SECONDS = 60;

/**
 * The next attempt to submit an order. At most one is waiting, and attempts run one after another.
 * The delay may be what the POS asked for.
 */
export function sendOf(
  { id, branchId, placeAt, createdAt }: PlacedOrder,
  delayMs = 0,
): KeyedJob<"send-order"> {
  const place = placeAt ?? createdAt ?? null;
  const options = { key: `send:${id}`, queue: id, branchId, placeAt: place, delayMs, firm: true };
  return { payload: { orderId: id }, options };
}

/** The key under which the probe of an order is queued. */
export function probeKey({ id }: Pick<OfOrder, "id">): string {
  return `confirm:${id}`;
}

/**
 * Probe number `look` of an order in its POS. An order has at most one probe waiting.
 *
 * @param withinMs runs it sooner than usual, when something is decided by then
 */
export function scheduleProbe(
  { id, branchId, unproven = false }: OfOrder & { readonly unproven?: boolean },
  look: number,
  withinMs = Infinity,
): KeyedJob<"confirm-submission"> {
  const delayMs = Math.min((LOOK_DELAYS_SECONDS[look] ?? LATER_SECONDS) * 1000, withinMs);
  // Not in the order's queue, because a probe that hangs must not hold up the next submission.
  // Further probes of fake orders run after everybody else's: for most orders the first probe shows
  // all there is to know.
  const isBehind = unproven && look > 0;
  return {
    payload: { orderId: id, look },
    options: { delayMs, key: probeKey({ id }), branchId, isBehind },
  };
}

/**
 * One staff message. At most one job for it is waiting; its delay may be what the channel asked
 * for.
 */
export function tellingOf(
  deliveryId: string,
  branchId: string,
  delayMs = 0,
): KeyedJob<"tell-people"> {
  return {
    payload: { deliveryId },
    options: { key: `tell:${deliveryId}`, delayMs, branchId, firm: true },
  };
}

/** One request to cancel an order in its POS. */
export function cancellationOf(
  commandId: string,
  branchId: string,
  delayMs = 0,
): KeyedJob<"cancel-order"> {
  return { payload: { commandId }, options: { key: `cancel:${commandId}`, delayMs, branchId } };
}

/** Makes the POS release what it holds of an order's points. At most one such job is waiting. */
export function holdCancellation({ id, branchId }: OfOrder, delayMs = 0): KeyedJob<"cancel-hold"> {
  return { payload: { orderId: id }, options: { key: `cancel-hold:${id}`, branchId, delayMs } };
}
