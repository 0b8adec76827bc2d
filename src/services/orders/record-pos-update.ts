import { type DataSource, type EntityManager } from "typeorm";

import { InjectionEvent, InjectionState, nextInjectionState } from "../../domain/injection-state";
import { type Observation } from "../../domain/order-event";
import { judgeStatus, type OrderStatus } from "../../domain/order-status";
import { BranchSettings } from "../../entities/branch-settings";
import { type Order } from "../../entities/order";
import { PosOrder } from "../../entities/pos-order";
import { RefusalKind } from "../../errors";
import { type Clock } from "../../ports/clock";
import { type EventFeed } from "../../ports/event-feed";
import { type JobQueue } from "../../ports/job-queue";
import { type PosOrderUpdate } from "../../ports/pos";
import { correctPeople } from "../fallback/correct-people";
import { appendEvents } from "./append-events";
import { type FailAttempt } from "./fail-attempt";
import { lockOrder, saveOrder } from "./lock-order";
import { lookLater } from "./look-later";
import { moveInjection } from "./move-injection";
import { troubleOfFailure } from "./pos-fault-of";
import { statusSummary } from "./status-summary";

export interface HowObserved {
  readonly observedBy: Observation;
  /** Read from the POS on purpose: only such news brings a finished order back. */
  readonly confirmed: boolean;
}

export type RecordVerdict = "RECORDED" | "UNKNOWN_ORDER" | "NEEDS_CONFIRMATION";

/** Takes over what the POS says of one order. Web hooks, polls and look-ups all end here. */
export class RecordPosUpdate {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly failAttempt: FailAttempt;
      readonly jobs: JobQueue;
      readonly feed: EventFeed;
      readonly clock: Clock;
    },
  ) {}

  /**
   * One transaction: the order's row, its history and the announcement. Safe to repeat, and in any order: what is known
   * already changes nothing, what is older is noted as late. Orders that are none of ours are left alone.
   */
  async execute(update: PosOrderUpdate, how: HowObserved): Promise<RecordVerdict> {
    return this.parts.db.transaction(async (tx) => {
      const known = await tx.findOneBy(PosOrder, { posOrderId: update.posOrderId });
      const order = known && (await lockOrder(tx, known.orderId));
      if (!order) return "UNKNOWN_ORDER";
      const settings = await tx.findOneByOrFail(BranchSettings, { branchId: order.branchId });
      if (settings.organizationId !== update.organizationId) return "UNKNOWN_ORDER";
      await this.followMove(tx, order, update);
      await this.recordInjection(tx, order, settings, update);
      return this.recordStatus(tx, order, settings, update, how);
    });
  }

  private async followMove(tx: EntityManager, order: Order, update: PosOrderUpdate): Promise<void> {
    const movedTo = update.movedToPosOrderId;
    if (!movedTo || (await tx.existsBy(PosOrder, { posOrderId: movedTo }))) return;
    await tx.insert(PosOrder, { posOrderId: movedTo, orderId: order.id, generation: order.generation });
    order.posOrderId = movedTo;
    await saveOrder(tx, order, ["posOrderId"]);
  }

  private async recordInjection(
    tx: EntityManager,
    order: Order,
    settings: BranchSettings,
    update: PosOrderUpdate,
  ): Promise<void> {
    const at = this.parts.clock.now();
    if (update.creation === "created") {
      const moved = await moveInjection(tx, this.parts.feed, order, InjectionEvent.POS_CREATED, { at, source: "IIKO" });
      if (!moved) return;
      await correctPeople(tx, this.parts.jobs, order);
      Object.assign(order, { posNumber: update.posNumber, pendingSince: null, nextAttemptAt: null });
      if (!update.movedToPosOrderId) order.posOrderId = update.posOrderId;
      await saveOrder(tx, order, ["injectionState", "posNumber", "pendingSince", "nextAttemptAt", "posOrderId"]);
      return;
    }
    if (update.posOrderId !== order.posOrderId) return;
    if (update.creation === "pending") return this.recordPending(tx, order, at);
    if (update.failure) await this.recordFailure(tx, order, settings, update, at);
  }

  private async recordPending(tx: EntityManager, order: Order, at: Date): Promise<void> {
    if (order.injectionState === InjectionState.AWAITING_POS) return;
    const moved = await moveInjection(tx, this.parts.feed, order, InjectionEvent.POS_PENDING, { at, source: "IIKO" });
    if (!moved) return;
    Object.assign(order, { pendingSince: at, nextAttemptAt: null });
    await saveOrder(tx, order, ["injectionState", "pendingSince", "nextAttemptAt"]);
    await lookLater(tx, this.parts.jobs, order, 0, at);
  }

  private async recordFailure(
    tx: EntityManager,
    order: Order,
    settings: BranchSettings,
    update: PosOrderUpdate,
    at: Date,
  ): Promise<void> {
    if (!update.failure || order.handedOverAt) return;
    const trouble = troubleOfFailure(update.failure);
    const ambiguous = trouble.kind === RefusalKind.AMBIGUOUS;
    const event = ambiguous ? InjectionEvent.OUTCOME_LOST : InjectionEvent.POS_REFUSED;
    // The same bad news by web hook and by look-up is one failure.
    const isNews = nextInjectionState(order.injectionState, event) !== undefined && !isWaiting(order, ambiguous);
    if (!isNews) return;
    const context = { now: at, source: "IIKO", attempt: null, provenFailed: true } as const;
    await this.parts.failAttempt.apply(tx, order, settings, trouble, context);
  }

  private async recordStatus(
    tx: EntityManager,
    order: Order,
    settings: BranchSettings,
    update: PosOrderUpdate,
    how: HowObserved,
  ): Promise<RecordVerdict> {
    const status = statusOf(update, settings);
    if (update.creation !== "created" || status === null || update.movedToPosOrderId) return "RECORDED";
    const { timestamp } = update;
    const current = { status: order.status, timestamp: order.posTimestamp };
    const verdict = judgeStatus(current, { status, timestamp, confirmed: how.confirmed });
    if (verdict === "NEEDS_CONFIRMATION") return verdict;
    const late = verdict === "LATE";
    const isNews = late ? !(await hasBeen(tx, order.id, status)) : verdict === "APPLY";
    if (isNews) await this.writeStatus(tx, order, status, update, how, late);
    if (!late) Object.assign(order, posColumns(order, update));
    await saveOrder(tx, order, STATUS_COLUMNS);
    return "RECORDED";
  }

  private async writeStatus(
    tx: EntityManager,
    order: Order,
    status: OrderStatus,
    update: PosOrderUpdate,
    { observedBy }: HowObserved,
    late: boolean,
  ): Promise<void> {
    const at = this.parts.clock.now();
    const { rawStatus: rawPosStatus, timestamp } = update;
    const lateBySeconds = late ? Math.ceil((order.posTimestamp - timestamp) / 1000) : null;
    const detail = { kind: "STATUS", from: order.status, to: status, rawPosStatus, observedBy, lateBySeconds } as const;
    await appendEvents(tx, this.parts.feed, order, [{ at, source: "IIKO", summary: statusSummary[status], detail }]);
    if (!late) Object.assign(order, { status, rawPosStatus, statusChangedAt: at });
  }
}

const STATUS_COLUMNS: readonly (keyof Order)[] = [
  "status",
  "rawPosStatus",
  "statusChangedAt",
  "posTimestamp",
  "posNumber",
  "courier",
  "estimatedAt",
];

/** A repeated web hook may come long after the order has moved on; what the history shows already is no news. */
async function hasBeen(tx: EntityManager, orderId: string, status: OrderStatus): Promise<boolean> {
  const [row] = await tx.query<object[]>(
    "select 1 from order_events where order_id = $1 and detail ->> 'kind' = 'STATUS' and detail ->> 'to' = $2 limit 1",
    [orderId, status],
  );
  return row !== undefined;
}

function posColumns(order: Order, update: PosOrderUpdate): Partial<Order> {
  return {
    posTimestamp: Math.max(order.posTimestamp, update.timestamp),
    posNumber: update.posNumber ?? order.posNumber,
    courier: update.courier,
    estimatedAt: update.estimatedAt,
  };
}

function statusOf(update: PosOrderUpdate, settings: BranchSettings): OrderStatus | null {
  const mapped = settings.statusMap.find((each) => each.posStatus === update.rawStatus);
  return mapped?.status ?? update.status;
}

function isWaiting(order: Order, ambiguous: boolean): boolean {
  const waiting = ambiguous ? InjectionState.OUTCOME_UNKNOWN : InjectionState.RETRY_SCHEDULED;
  return order.injectionState === waiting;
}
