import { type EntityManager } from "typeorm";

import { posOrderIdFor } from "../../../domain/ids";
import { InjectionEvent, InjectionState } from "../../../domain/injection-state";
import { type Text } from "../../../domain/locale";
import { type PosFault } from "../../../domain/pos-fault";
import { type BranchSettings } from "../../../entities/branch-settings";
import { type Order } from "../../../entities/order";
import { OrderEventRow } from "../../../entities/order-event-row";
import { PosOrder } from "../../../entities/pos-order";
import { RefusalKind } from "../../../errors";
import { type EventFeed } from "../../../ports/event-feed";
import { type JobQueue } from "../../../ports/job-queue";
import { type OrderMeter } from "../../../ports/order-meter";
import { type PosMeter } from "../../../ports/pos-meter";
import { appendEvents } from "../append-events";
import { type HandOver } from "./hand-over";
import { saveOrder } from "../lock-order";
import { lookLater } from "./look-later";
import { moveInjection } from "./move-injection";
import { planRepeat } from "./plan-repeat";
import { type PosTrouble } from "./pos-fault-of";
import { sendLater } from "./send-later";

/** An order that has waited so long for its key's budget is in trouble like any other. */
const LONGEST_WAIT_MS = 120_000;
const LONGEST_TURN_MS = 5_000;
const OUT_OF_BUDGET = "POS_RATE_LIMITED";
const WAITING: Text = {
  ru: "Заказ ждёт очереди: лимит запросов к кассе исчерпан",
  en: "The order waits for its turn: the calls that the POS allows for are used up",
};

export interface FailureContext {
  readonly now: Date;
  readonly source: "IIKO" | "GATEWAY";
  readonly attempt: number | null;
  /** The POS itself says that the current id exists there and failed for good: only then a new id may be used. */
  readonly provenFailed: boolean;
  /** Repeating is pointless, whatever the kind of trouble: people get the order now. */
  readonly final?: boolean;
}

/** What follows when the till did not take an order: a repeat, a check, or people. */
export class FailAttempt {
  constructor(
    readonly jobs: JobQueue,
    readonly feed: EventFeed,
    private readonly handOver: HandOver,
    private readonly meter: OrderMeter,
    private readonly posMeter?: Pick<PosMeter, "unknownReason">,
  ) {}

  /** All consequences of one failure of a locked order, as part of `tx`. */
  async apply(
    tx: EntityManager,
    order: Order,
    settings: BranchSettings,
    trouble: PosTrouble,
    context: FailureContext,
  ): Promise<void> {
    if (trouble.unsent && isWaitingShort(order, context.now)) return this.waitInLine(tx, order, trouble, context.now);
    const { now, source, attempt } = context;
    const ambiguous = trouble.kind === RefusalKind.AMBIGUOUS;
    // A lost answer was counted when it was lost: to learn what became of it is no second failure.
    const isNew = order.injectionState !== InjectionState.OUTCOME_UNKNOWN;
    if (isNew) order.failures += 1;
    order.lastFault = withEarlierDoubt(order.lastFault, trouble.fault, context.provenFailed);
    order.pendingSince = null;
    const delays = (context.final ?? trouble.final) ? [] : settings.retryDelaysSeconds;
    const repeat = planRepeat(delays, order.failures, trouble.kind, trouble.pauseMs, now);
    const event = ambiguous ? InjectionEvent.OUTCOME_LOST : InjectionEvent.POS_REFUSED;
    order.nextAttemptAt = repeat.kind === "again" ? repeat.at : null;
    if (repeat.kind === "again" || ambiguous) {
      const { nextAttemptAt } = order;
      const details = { at: now, source, attempt, fault: trouble.fault, nextAttemptAt };
      await moveInjection(tx, this, order, event, details);
    }
    // Whoever sends it next, an operator perhaps, would be refused the old id for ever.
    if (context.provenFailed && !ambiguous) await this.renewId(tx, order);
    this.count(order, trouble, { lost: ambiguous && isNew, givenUp: repeat.kind === "hand-over" });
    if (repeat.kind === "hand-over") await this.handOver.begin(tx, order, now);
    else await sendLater(tx, this.jobs, order, repeat.at.getTime() - now.getTime());
    // The sooner a lost answer is cleared up, the sooner the guest knows.
    if (ambiguous && repeat.kind === "again") await lookLater(tx, this.jobs, order, 0);
    await saveOrder(tx, order, [
      "failures",
      "lastFault",
      "pendingSince",
      "nextAttemptAt",
      "injectionState",
      "generation",
      "posOrderId",
      "handedOverAt",
    ]);
  }

  private count(
    { branchId }: Order,
    { fault }: PosTrouble,
    { lost, givenUp }: { lost: boolean; givenUp: boolean },
  ): void {
    if (!fault.reason) this.posMeter?.unknownReason();
    if (lost) this.meter.answerLost(branchId);
    if (givenUp) this.meter.handedOver(branchId, fault.reason ? fault.code : "UNKNOWN");
  }

  /** Nothing has failed: the order only waits for its turn, among the others of its key. The timeline says so once. */
  private async waitInLine(tx: EntityManager, order: Order, trouble: PosTrouble, now: Date): Promise<void> {
    const delayMs = Math.min(Math.max(trouble.pauseMs, 1_000), LONGEST_TURN_MS);
    order.nextAttemptAt = new Date(now.getTime() + delayMs);
    const last = await tx.findOne(OrderEventRow, { where: { orderId: order.id }, order: { sequence: "DESC" } });
    if (trouble.fault.code === OUT_OF_BUDGET && last?.summary.en !== WAITING.en) {
      const note = { at: now, source: "GATEWAY", summary: WAITING, detail: { kind: "NOTE" } } as const;
      await appendEvents(tx, this.feed, order, [note]);
    }
    await sendLater(tx, this.jobs, order, delayMs);
    await saveOrder(tx, order, ["nextAttemptAt"]);
  }

  private async renewId(tx: EntityManager, order: Order): Promise<void> {
    order.generation += 1;
    order.posOrderId = posOrderIdFor(order.id, order.generation);
    const { posOrderId, generation } = order;
    await tx.insert(PosOrder, { posOrderId, orderId: order.id, generation });
  }
}

function isWaitingShort(order: Order, now: Date): boolean {
  return now.getTime() - order.createdAt.getTime() < LONGEST_WAIT_MS;
}

/** A later refusal does not prove that an earlier attempt, whose answer was lost, came to nothing. */
function withEarlierDoubt(earlier: PosFault | null, fault: PosFault, provenFailed: boolean): PosFault {
  const doubt = !provenFailed && earlier?.mayExist === true;
  return doubt ? { ...fault, mayExist: true } : fault;
}
