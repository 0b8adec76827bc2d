import { type KeyedJob } from "../../../ports/job-queue";

/** Whose work it is. */
interface OfOrder {
  readonly id: string;
  readonly branchId: string;
}

interface PlacedOrder extends OfOrder {
  /** In the line of its branch. */
  readonly placeAt?: Date | null;
  /** Its place, where a process of the version before took it. */
  readonly createdAt?: Date;
}

/** Pauses before each look, in seconds; from then on one a minute. */
const LOOK_DELAYS_SECONDS = [1, 2, 4, 8, 15, 30] as const;
const LATER_SECONDS = 60;

/**
 * The next attempt to send an order. One waits at most, and they run one after another. Its pause
 * may be what the POS asked for.
 */
export function sendOf(
  { id, branchId, placeAt, createdAt }: PlacedOrder,
  delayMs = 0,
): KeyedJob<"send-order"> {
  const place = placeAt ?? createdAt ?? null;
  const options = { key: `send:${id}`, queue: id, branchId, placeAt: place, delayMs, firm: true };
  return { payload: { orderId: id }, options };
}

/** Under which key the look at an order waits. */
export function probeKey({ id }: Pick<OfOrder, "id">): string {
  return `confirm:${id}`;
}

/**
 * Look number `look` for an order in its POS. An order has one look waiting at most.
 *
 * @param withinMs sooner than usual, when something is decided by then
 */
export function scheduleProbe(
  { id, branchId, unproven = false }: OfOrder & { readonly unproven?: boolean },
  look: number,
  withinMs = Infinity,
): KeyedJob<"confirm-submission"> {
  const delayMs = Math.min((LOOK_DELAYS_SECONDS[look] ?? LATER_SECONDS) * 1000, withinMs);
  // Not in the order's queue: a look that hangs must not hold up the next send. False orders are
  // looked at again behind everybody else's: the first look tells of most orders what there is to
  // tell.
  const isBehind = unproven && look > 0;
  return {
    payload: { orderId: id, look },
    options: { delayMs, key: probeKey({ id }), branchId, isBehind },
  };
}

/**
 * One message to people. One job of it waits at most; its pause may be what the channel asked for.
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

/** One wish to cancel an order in its till. */
export function cancellationOf(
  commandId: string,
  branchId: string,
  delayMs = 0,
): KeyedJob<"cancel-order"> {
  return { payload: { commandId }, options: { key: `cancel:${commandId}`, delayMs, branchId } };
}

/** The POS gives back what it holds of an order's points. One such job waits at most. */
export function holdCancellation({ id, branchId }: OfOrder, delayMs = 0): KeyedJob<"cancel-hold"> {
  return { payload: { orderId: id }, options: { key: `cancel-hold:${id}`, branchId, delayMs } };
}
