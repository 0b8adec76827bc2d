import { type EntityManager } from "typeorm";

import { type Observation, type StatusDetail } from "../../../domain/order-event";
import { judgeStatus, OrderStatus } from "../../../domain/order-status";
import { isTold, missedSteps } from "../../../domain/status-history";
import { type BranchSettings } from "../../../entities/branch-settings";
import { type Order } from "../../../entities/order";
import { type EventFeed } from "../../../ports/event-feed";
import { type PosOrderUpdate } from "../../../ports/pos";
import { endReservation } from "../../loyalty/end-reservation";
import { appendEvents, type NewEvent } from "../append-events";
import { saveOrder } from "../lock-order";
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

/**
 * Takes over the status of a locked order that its POS has. What was missed in between is told first, each step with the
 * time the restaurant noted for it; late news is told, marked, and changes nothing.
 */
export async function recordStatus(
  tx: EntityManager,
  feed: EventFeed,
  order: Order,
  update: PosOrderUpdate,
  observed: Observed,
): Promise<"RECORDED" | "NEEDS_CONFIRMATION"> {
  const status = meaningOf(update, observed.settings);
  if (update.creation !== "created" || status === null) return "RECORDED";
  const { timestamp } = update;
  const current = { status: order.status, timestamp: order.posTimestamp };
  const verdict = judgeStatus(current, { status, timestamp, confirmed: observed.confirmed });
  if (verdict === "NEEDS_CONFIRMATION") return verdict;
  const history = verdict === "UNCHANGED" ? [] : await historyOf(tx, order.id);
  if (verdict === "LATE" && !isTold(history, status, timestamp)) {
    await tellLate(tx, feed, order, update, status, observed);
  }
  if (verdict === "APPLY") {
    await tellSteps(tx, feed, order, stepsTo(status, history, order, update, observed), update, observed);
    await endReservation(tx, order, observed.now);
  }
  if (timestamp >= order.posTimestamp) Object.assign(order, posColumns(order, update));
  await saveOrder(tx, order, STATUS_COLUMNS);
  return "RECORDED";
}

const STATUS_COLUMNS: readonly (keyof Order)[] = [
  ...(["status", "rawPosStatus", "statusChangedAt", "posTimestamp", "posNumber"] as const),
  ...(["courier", "estimatedAt", "promisedAt", "trackingUrl", "cancelReason"] as const),
];

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

async function tellSteps(
  tx: EntityManager,
  feed: EventFeed,
  order: Order,
  steps: readonly Step[],
  { timestamp }: PosOrderUpdate,
  { observedBy }: Observed,
): Promise<void> {
  const events = steps.map(({ status: to, rawStatus: rawPosStatus, at }, index): NewEvent => {
    const told = index === steps.length - 1 ? { posTimestamp: timestamp } : {};
    const from = steps[index - 1]?.status ?? order.status;
    const detail = { kind: "STATUS", from, to, rawPosStatus, observedBy, lateBySeconds: null, ...told } as const;
    return { at, source: "IIKO", summary: statusSummary[to], detail };
  });
  await appendEvents(tx, feed, order, events);
  const last = steps.at(-1);
  if (last) Object.assign(order, { status: last.status, rawPosStatus: last.rawStatus, statusChangedAt: last.at });
}

async function tellLate(
  tx: EntityManager,
  feed: EventFeed,
  order: Order,
  { rawStatus: rawPosStatus, timestamp: posTimestamp }: PosOrderUpdate,
  to: OrderStatus,
  { observedBy, now }: Observed,
): Promise<void> {
  const lateBySeconds = Math.ceil((order.posTimestamp - posTimestamp) / 1000);
  const detail = {
    kind: "STATUS",
    from: order.status,
    to,
    rawPosStatus,
    observedBy,
    posTimestamp,
    lateBySeconds,
  } as const;
  await appendEvents(tx, feed, order, [{ at: now, source: "IIKO", summary: statusSummary[to], detail }]);
}

async function historyOf(tx: EntityManager, orderId: string): Promise<StatusDetail[]> {
  const rows = await tx.query<{ detail: StatusDetail }[]>(
    "select detail from order_events where order_id = $1 and detail ->> 'kind' = 'STATUS' order by sequence",
    [orderId],
  );
  return rows.map(({ detail }) => detail);
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
