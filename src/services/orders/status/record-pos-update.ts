import { type DataSource, type EntityManager } from "typeorm";

import { InjectionEvent, InjectionState, nextInjectionState } from "../../../domain/injection-state";
import { countsFrom } from "../../../domain/order-status";
import { type BranchSettings } from "../../../entities/branch-settings";
import { type Order } from "../../../entities/order";
import { RefusalKind } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { type EventFeed } from "../../../ports/event-feed";
import { type JobQueue } from "../../../ports/job-queue";
import { type OrderMeter } from "../../../ports/order-meter";
import { type PosOrderUpdate } from "../../../ports/pos";
import { arriveInTill } from "../inject/arrive-in-till";
import { type FailAttempt } from "../inject/fail-attempt";
import { endClaims } from "../end-claims";
import { type Busy, saveOrder, saveOrders } from "../lock-order";
import { lookLater } from "../inject/look-later";
import { moveInjection } from "../inject/move-injection";
import { isSecondCopy, noticeSecondCopy } from "../inject/notice-second-copy";
import { troubleOfFailure } from "../inject/pos-fault-of";
import { type KnownOrder, OrdersAtHand, type Passing } from "./orders-at-hand";
import { type HowObserved, takeOverStatus } from "./take-over-status";

/** MOVED: nothing is known yet of the order under its new id. BUSY: the order was left out, nothing of this is recorded. */
export type RecordVerdict = "RECORDED" | "UNKNOWN_ORDER" | "NEEDS_CONFIRMATION" | "MOVED" | "BUSY";

interface Arrival {
  readonly order: Order;
  readonly update: PosOrderUpdate;
}

/** Takes over what the POS says of orders. Web hooks, polls and look-ups all end here. */
export class RecordPosUpdate {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly failAttempt: FailAttempt;
      readonly jobs: JobQueue;
      readonly feed: EventFeed;
      readonly clock: Clock;
      readonly meter: OrderMeter;
    },
  ) {}

  /**
   * One transaction: the order's row, its history and the announcement. Safe to repeat, and in any order: what is known
   * already changes nothing, what is older is noted as late. Orders that are none of ours are left alone.
   */
  async execute(update: PosOrderUpdate, how: HowObserved, busy: Busy = "wait"): Promise<RecordVerdict> {
    const [verdict] = await this.parts.db.transaction((tx) => this.apply(tx, [update], how, { busy }));
    return verdict ?? "UNKNOWN_ORDER";
  }

  /** The same for any number of updates, one after another, as part of `tx`. A verdict for each. */
  async apply(
    tx: EntityManager,
    news: readonly PosOrderUpdate[],
    how: HowObserved,
    passing: Passing = { busy: "wait" },
  ): Promise<RecordVerdict[]> {
    if (news.length === 0) return [];
    const now = this.parts.clock.now();
    const updates = news.map((update) => ({ ...update, timestamp: countsFrom(update.timestamp, now) }));
    const ids = updates.map(({ posOrderId }) => posOrderId);
    const orders = await OrdersAtHand.lock(tx, this.parts.feed, ids, passing);
    await this.recordArrivals(tx, firstArrivals(orders, updates));
    const verdicts: RecordVerdict[] = [];
    for (const update of updates) verdicts.push(await this.record(tx, orders, update, how));
    await orders.write();
    return verdicts;
  }

  private async record(
    tx: EntityManager,
    orders: OrdersAtHand,
    update: PosOrderUpdate,
    how: HowObserved,
  ): Promise<RecordVerdict> {
    const known = orders.find(update.posOrderId, update.organizationId);
    if (!known) return orders.isLeftOut(update.posOrderId) ? "BUSY" : "UNKNOWN_ORDER";
    const { order, settings, history } = known;
    if (await isSecondCopy(tx, order, known.posOrder)) {
      // It adds to the history at once: what was told before comes before it.
      await orders.write();
      await noticeSecondCopy(tx, this.parts, order, update, this.parts.clock.now());
      return "RECORDED";
    }
    await this.followMove(tx, orders, known, update);
    await this.recordInjection(tx, order, settings, update);
    if (update.movedToPosOrderId !== null) return order.posTimestamp < update.timestamp ? "MOVED" : "RECORDED";
    const now = this.parts.clock.now();
    const { verdict, events } = takeOverStatus(order, history, update, { ...how, settings, now });
    if (verdict === "RECORDED") orders.tell(known, events);
    if (events.length > 0) await endClaims(tx, this.parts.jobs, order, now);
    return verdict;
  }

  /** The guest is not told of a cancellation that is none: the order lives on elsewhere. */
  private async followMove(
    tx: EntityManager,
    orders: OrdersAtHand,
    known: KnownOrder,
    { movedToPosOrderId: posOrderId, movedToOrganizationId: organizationId }: PosOrderUpdate,
  ): Promise<void> {
    if (posOrderId === null || !(await orders.follow(known, posOrderId, organizationId))) return;
    const { order } = known;
    order.posOrderId = posOrderId;
    await saveOrder(tx, order, ["posOrderId"]);
  }

  private async recordInjection(
    tx: EntityManager,
    order: Order,
    settings: BranchSettings,
    update: PosOrderUpdate,
  ): Promise<void> {
    if (update.creation === "created") return this.recordArrivals(tx, [{ order, update }]);
    const at = this.parts.clock.now();
    if (update.posOrderId !== order.posOrderId) return;
    if (update.creation === "pending") return this.recordPending(tx, order, at);
    if (update.failure) await this.recordFailure(tx, order, settings, update, at);
  }

  private async recordArrivals(tx: EntityManager, arrivals: readonly Arrival[]): Promise<void> {
    const orders = arrivals.map(({ order }) => order);
    const arrived = await arriveInTill(tx, this.parts, orders, this.parts.clock.now());
    for (const { order, update } of arrivals.filter((each) => arrived.includes(each.order))) {
      Object.assign(order, { posNumber: update.posNumber, pendingSince: null, nextAttemptAt: null });
      if (!update.movedToPosOrderId) order.posOrderId = update.posOrderId;
    }
    const columns = ["injectionState", "posNumber", "pendingSince", "nextAttemptAt", "posOrderId"] as const;
    await saveOrders(tx, arrived, columns);
  }

  private async recordPending(tx: EntityManager, order: Order, at: Date): Promise<void> {
    if (order.injectionState === InjectionState.AWAITING_POS) return;
    const moved = await moveInjection(tx, this.parts, order, InjectionEvent.POS_PENDING, { at, source: "IIKO" });
    if (!moved) return;
    Object.assign(order, { pendingSince: at, nextAttemptAt: null });
    await saveOrder(tx, order, ["injectionState", "pendingSince", "nextAttemptAt"]);
    await lookLater(tx, this.parts.jobs, order, 0);
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
}

/**
 * Of all news the usual, which is recorded together: the till has the order under the id that counts. Nothing that comes
 * before it is said of that order.
 */
function firstArrivals(orders: OrdersAtHand, updates: readonly PosOrderUpdate[]): Arrival[] {
  const spokenOf = new Set<Order>();
  return updates.flatMap((update) => {
    const order = orders.find(update.posOrderId, update.organizationId)?.order;
    if (!order || spokenOf.has(order)) return [];
    spokenOf.add(order);
    const isUsual = update.posOrderId === order.posOrderId && update.movedToPosOrderId === null;
    return update.creation === "created" && isUsual ? [{ order, update }] : [];
  });
}

function isWaiting(order: Order, ambiguous: boolean): boolean {
  const waiting = ambiguous ? InjectionState.OUTCOME_UNKNOWN : InjectionState.RETRY_SCHEDULED;
  return order.injectionState === waiting;
}
