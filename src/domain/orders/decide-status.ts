import { wordsOfOrder } from "../guests/guest-words";
import { type Decision, Draft, type NewEvent, NOTHING } from "./decision";
import { type Observation, type StatusDetail } from "./order-event";
import { type OrderColumns, type OrderFacts } from "./order-facts";
import { judgeStatus, OrderStatus } from "./order-status";
import { statusSummary } from "./stage-words";
import { isTold, missedSteps } from "./status-history";

/**
 * Synchronised clocks differ by no more than this; a step dated further ahead of its update is a
 * plan.
 */
export const CLOCKS_APART_MS = 5_000;

/** A step in an order's progress that the restaurant recorded with its time. */
export interface PosOrderStep {
  /** The POS's own word, and its default meaning, as in `ToldStatus`. */
  readonly rawStatus: string;
  readonly status: OrderStatus;
  readonly at: Date;
}

/** The part of a POS observation that concerns the order's status. */
export interface ToldStatus {
  /** The POS's own clock, in Unix milliseconds; an older value never overrides a newer one. */
  readonly timestamp: number;
  readonly creation: "pending" | "created" | "failed";
  /** The POS's own word; null while the order is pending. */
  readonly rawStatus: string | null;
  /**
   * The default meaning of `rawStatus`; a branch may map it differently. null when the word is
   * unknown.
   */
  readonly status: OrderStatus | null;
  readonly posNumber: string | null;
  readonly courier: { readonly name: string; readonly phone: string | null } | null;
  /** When the POS expects the order to be ready or delivered. */
  readonly estimatedAt: Date | null;
  /** The time promised to the guest. */
  readonly promisedAt: Date | null;
  /** Web address of a page that shows the courier. */
  readonly trackingUrl: string | null;
  readonly cancelReason: string | null;
  /**
   * The order's recorded steps so far, oldest first: they show what happened while nobody was
   * listening.
   */
  readonly steps: readonly PosOrderStep[];
}

interface StatusSettings {
  /** A branch may give the POS's words a different meaning. */
  readonly statusMap: readonly { readonly posStatus: string; readonly status: OrderStatus }[];
}

export interface HowObserved {
  readonly observedBy: Observation;
  /** Deliberately read from the POS: only such an update can reopen a finished order. */
  readonly confirmed: boolean;
}

interface Observed extends HowObserved {
  readonly settings: StatusSettings;
  readonly now: Date;
}

interface Step {
  readonly status: OrderStatus;
  readonly rawStatus: string | null;
  readonly at: Date;
}

/** The result of an update of a status. */
interface StatusNews {
  readonly verdict: "RECORDED" | "NEEDS_CONFIRMATION";
  readonly decision: Decision;
}

/**
 * Adopts the status of an order that its POS has. Missed steps are reported first, each with the
 * time that the restaurant recorded for it; a late update is reported, marked as such, and changes
 * nothing.
 *
 * @param history every status reported so far
 */
export function decideStatus(
  order: OrderFacts,
  history: readonly StatusDetail[],
  update: ToldStatus,
  observed: Observed,
): StatusNews {
  const status = meaningOf(update, observed.settings);
  if (update.creation !== "created" || status === null)
    return { verdict: "RECORDED", decision: NOTHING };
  const { timestamp } = update;
  const draft = new Draft(order, observed.now);
  if (isAcceptedByHand(order) && isNobodysPromise(status)) {
    draft.change({ ...posColumns(order, update), posTimestamp: order.posTimestamp });
    return { verdict: "RECORDED", decision: draft.done() };
  }
  const current = { status: order.status, timestamp: order.posTimestamp };
  const verdict = judgeStatus(current, { status, timestamp, confirmed: observed.confirmed });
  if (verdict === "NEEDS_CONFIRMATION") return { verdict, decision: NOTHING };
  if (verdict === "LATE" && !isTold(history, status, timestamp))
    draft.tell(lateNews(order, update, status, observed));
  if (verdict === "APPLY") {
    const steps = stepsTo(status, history, order, update, observed);
    draft.tell(...newsOf(steps, order, update, observed));
    const last = steps.at(-1);
    if (last)
      draft.change({ status: last.status, rawPosStatus: last.rawStatus, statusChangedAt: last.at });
    draft.endClaims();
  }
  if (timestamp >= order.posTimestamp) draft.change(posColumns(draft.after, update));
  return { verdict: "RECORDED", decision: draft.done() };
}

/** The staff have accepted it; the POS has not reported anything about it yet. */
function isAcceptedByHand({ status, posTimestamp }: OrderFacts): boolean {
  return status === OrderStatus.ACCEPTED && posTimestamp === 0;
}

function isNobodysPromise(status: OrderStatus): boolean {
  return status === OrderStatus.NEW || status === OrderStatus.UNCONFIRMED;
}

/** Returns all unreported steps on the way to `status`, with `status` itself last. */
function stepsTo(
  status: OrderStatus,
  history: readonly StatusDetail[],
  order: OrderFacts,
  update: ToldStatus,
  { settings, now }: Observed,
): Step[] {
  const { timestamp } = update;
  // The POS's own clock for the update; a clock that was never set says nothing.
  const toldAt =
    timestamp >= order.createdAt.getTime() ? Math.min(timestamp, now.getTime()) : now.getTime();
  const noted = update.steps.flatMap((step) => {
    const meaning = step.at.getTime() > toldAt + CLOCKS_APART_MS ? null : meaningOf(step, settings);
    // The POS's clock may be wrong, but nothing happens before the order, or in the future.
    const at = new Date(
      Math.min(Math.max(step.at.getTime(), order.createdAt.getTime()), now.getTime()),
    );
    return meaning === null ? [] : [{ status: meaning, rawStatus: step.rawStatus, at }];
  });
  const isFirst = !history.some(({ to }) => to === status);
  const at = (isFirst ? noted.find((step) => step.status === status)?.at : undefined) ?? now;
  return [...missedSteps(history, noted, status), { status, rawStatus: update.rawStatus, at }];
}

function newsOf(
  steps: readonly Step[],
  order: OrderFacts,
  { timestamp }: ToldStatus,
  { observedBy }: Observed,
): NewEvent[] {
  return steps.map(({ status: to, rawStatus: rawPosStatus, at }, index) => {
    const told = index === steps.length - 1 ? { posTimestamp: timestamp } : {};
    const from = steps[index - 1]?.status ?? order.status;
    const detail = {
      kind: "STATUS",
      from,
      to,
      rawPosStatus,
      observedBy,
      lateBySeconds: null,
      ...told,
    } as const;
    return { at, source: "POS", summary: statusSummary(to, order.fulfilment), detail };
  });
}

function lateNews(
  order: OrderFacts,
  { rawStatus: rawPosStatus, timestamp: posTimestamp }: ToldStatus,
  to: OrderStatus,
  { observedBy, now }: Observed,
): NewEvent {
  const lateBySeconds = Math.ceil((order.posTimestamp - posTimestamp) / 1000);
  const from = order.status;
  const detail = {
    kind: "STATUS",
    from,
    to,
    rawPosStatus,
    observedBy,
    posTimestamp,
    lateBySeconds,
  } as const;
  return { at: now, source: "POS", summary: statusSummary(to, order.fulfilment), detail };
}

function posColumns(order: OrderFacts, update: ToldStatus): Partial<OrderColumns> {
  const { timestamp, estimatedAt, promisedAt, trackingUrl, cancelReason } = update;
  // The identity of the guest must no longer be known.
  if (order.erasedAt) return { posTimestamp: timestamp };
  return {
    posTimestamp: timestamp,
    posNumber: update.posNumber ?? order.posNumber,
    courier: courierOf(order, update),
    estimatedAt,
    promisedAt,
    trackingUrl,
    cancelReason:
      order.status === OrderStatus.CANCELLED && cancelReason !== null
        ? wordsOfOrder(order).hide(cancelReason)
        : null,
  };
}

/** Keeps the time at which this courier was first seen. */
function courierOf(
  { courier: known }: OrderFacts,
  { courier, timestamp }: ToldStatus,
): OrderFacts["courier"] {
  if (courier === null) return null;
  const same = known?.name === courier.name && known.phone === courier.phone;
  return same ? known : { ...courier, updatedAt: new Date(timestamp).toISOString() };
}

function meaningOf(
  { rawStatus, status }: { readonly rawStatus: string | null; readonly status: OrderStatus | null },
  { statusMap }: StatusSettings,
): OrderStatus | null {
  // Settings and tills may spell the same word in different case.
  const word = rawStatus?.toLowerCase();
  return statusMap.find(({ posStatus }) => posStatus.toLowerCase() === word)?.status ?? status;
}
