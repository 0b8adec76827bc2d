import { type Observation, type StatusDetail } from "../../../domain/order-event";
import { judgeStatus, OrderStatus } from "../../../domain/order-status";
import { isTold, missedSteps } from "../../../domain/status-history";
import { type BranchSettings } from "../../../entities/branch-settings";
import { type Order } from "../../../entities/order";
import { type PosOrderUpdate } from "../../../ports/pos";
import { type NewEvent } from "../append-events";
import { statusSummary } from "./status-summary";

export interface HowObserved {
  readonly observedBy: Observation;
  /** Read from the POS on purpose: only such news brings a finished order back. */
  readonly confirmed: boolean;
}

interface Observed extends HowObserved {
  readonly settings: BranchSettings;
  readonly now: Date;
}

interface Step {
  readonly status: OrderStatus;
  readonly rawStatus: string | null;
  readonly at: Date;
}

/** What news of a status comes to. */
interface StatusNews {
  readonly verdict: "RECORDED" | "NEEDS_CONFIRMATION";
  /** In the order in which they are told. */
  readonly events: readonly NewEvent[];
}

/**
 * Takes over the status of a locked order that its POS has: changes `order`, and says what is told of it. What was missed in
 * between is told first, each step with the time the restaurant noted for it; late news is told, marked, and changes nothing.
 *
 * @param history every status that was told so far
 */
export function takeOverStatus(
  order: Order,
  history: readonly StatusDetail[],
  update: PosOrderUpdate,
  observed: Observed,
): StatusNews {
  const status = meaningOf(update, observed.settings);
  if (update.creation !== "created" || status === null) return { verdict: "RECORDED", events: [] };
  const { timestamp } = update;
  const current = { status: order.status, timestamp: order.posTimestamp };
  const verdict = judgeStatus(current, { status, timestamp, confirmed: observed.confirmed });
  if (verdict === "NEEDS_CONFIRMATION") return { verdict, events: [] };
  const events: NewEvent[] = [];
  if (verdict === "LATE" && !isTold(history, status, timestamp)) events.push(lateNews(order, update, status, observed));
  if (verdict === "APPLY") {
    const steps = stepsTo(status, history, order, update, observed);
    events.push(...newsOf(steps, order, update, observed));
    const last = steps.at(-1);
    if (last) Object.assign(order, { status: last.status, rawPosStatus: last.rawStatus, statusChangedAt: last.at });
  }
  if (timestamp >= order.posTimestamp) Object.assign(order, posColumns(order, update));
  return { verdict: "RECORDED", events };
}

/** Everything on the way to `status` that nobody has told yet, `status` itself last. */
function stepsTo(
  status: OrderStatus,
  history: readonly StatusDetail[],
  order: Order,
  update: PosOrderUpdate,
  { settings, now }: Observed,
): Step[] {
  const noted = update.steps.flatMap((step) => {
    const meaning = meaningOf(step, settings);
    // The till's clock may be wrong, but nothing happens before the order, or later than now.
    const at = new Date(Math.min(Math.max(step.at.getTime(), order.createdAt.getTime()), now.getTime()));
    return meaning === null ? [] : [{ status: meaning, rawStatus: step.rawStatus, at }];
  });
  const isFirst = !history.some(({ to }) => to === status);
  const at = (isFirst ? noted.find((step) => step.status === status)?.at : undefined) ?? now;
  return [...missedSteps(history, noted, status), { status, rawStatus: update.rawStatus, at }];
}

function newsOf(
  steps: readonly Step[],
  order: Order,
  { timestamp }: PosOrderUpdate,
  { observedBy }: Observed,
): NewEvent[] {
  return steps.map(({ status: to, rawStatus: rawPosStatus, at }, index) => {
    const told = index === steps.length - 1 ? { posTimestamp: timestamp } : {};
    const from = steps[index - 1]?.status ?? order.status;
    const detail = { kind: "STATUS", from, to, rawPosStatus, observedBy, lateBySeconds: null, ...told } as const;
    return { at, source: "IIKO", summary: statusSummary[to], detail };
  });
}

function lateNews(
  order: Order,
  { rawStatus: rawPosStatus, timestamp: posTimestamp }: PosOrderUpdate,
  to: OrderStatus,
  { observedBy, now }: Observed,
): NewEvent {
  const lateBySeconds = Math.ceil((order.posTimestamp - posTimestamp) / 1000);
  const from = order.status;
  const detail = { kind: "STATUS", from, to, rawPosStatus, observedBy, posTimestamp, lateBySeconds } as const;
  return { at: now, source: "IIKO", summary: statusSummary[to], detail };
}

function posColumns(order: Order, update: PosOrderUpdate): Partial<Order> {
  const { timestamp, estimatedAt, promisedAt, trackingUrl, cancelReason } = update;
  return {
    posTimestamp: timestamp,
    posNumber: update.posNumber ?? order.posNumber,
    courier: courierOf(order, update),
    ...{ estimatedAt, promisedAt, trackingUrl },
    cancelReason: order.status === OrderStatus.CANCELLED ? cancelReason : null,
  };
}

/** Keeps the time at which this courier was first seen. */
function courierOf({ courier: known }: Order, { courier, timestamp }: PosOrderUpdate): Order["courier"] {
  if (courier === null) return null;
  const same = known?.name === courier.name && known.phone === courier.phone;
  return same ? known : { ...courier, updatedAt: new Date(timestamp).toISOString() };
}

/** A branch may give the POS's words another meaning. */
function meaningOf(
  { rawStatus, status }: { readonly rawStatus: string | null; readonly status: OrderStatus | null },
  { statusMap }: BranchSettings,
): OrderStatus | null {
  return statusMap.find(({ posStatus }) => posStatus === rawStatus)?.status ?? status;
}
