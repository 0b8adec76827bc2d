import { type DataSource, type EntityManager } from "typeorm";

import { InjectionEvent, InjectionState } from "../../../domain/injection-state";
import { Observation } from "../../../domain/order-event";
import { BranchSettings } from "../../../entities/branch-settings";
import { Order } from "../../../entities/order";
import { AppError, RefusalKind } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { type EventFeed } from "../../../ports/event-feed";
import { type JobQueue } from "../../../ports/job-queue";
import { type PosOrderUpdate } from "../../../ports/pos";
import { type FailAttempt } from "./fail-attempt";
import { lockOrder, saveOrder } from "../lock-order";
import { lookLater } from "./look-later";
import { moveInjection } from "./move-injection";
import { faultOf } from "./pos-fault-of";
import { twice } from "../twice";
import { type ReportUnexpected } from "../unexpected";
import { type SentOrders } from "../sent-orders";
import { type RecordPosUpdate } from "../status/record-pos-update";

/** How long an order is still looked for after people were asked to take over, or it was cancelled. */
export const WATCH_MS = 15 * 60 * 1000;

/** When the gateway stopped sending the order, which a late till may create all the same; null while it goes on. */
function givenAwayAt({ injectionState: state, statusChangedAt, handedOverAt }: Order): Date | null {
  return state === InjectionState.CANCELLED_BEFORE_SEND ? statusChangedAt : handedOverAt;
}

/** Can only the POS say what became of the order? */
function isOpen(order: Order): boolean {
  const { injectionState: state } = order;
  if (givenAwayAt(order) !== null) return state !== InjectionState.IN_POS;
  return state === InjectionState.AWAITING_POS || state === InjectionState.OUTCOME_UNKNOWN;
}

/** Has no attempt begun or ended between the look and the lock? */
function isAsLookedAt(order: Order, looked: Order): boolean {
  const { injectionState, posOrderId, failures, pendingSince } = order;
  const samePending = pendingSince?.getTime() === looked.pendingSince?.getTime();
  return (
    samePending &&
    injectionState === looked.injectionState &&
    posOrderId === looked.posOrderId &&
    failures === looked.failures
  );
}

/** Looks into the POS for an order whose fate is open (the job `confirm-submission`), until it is known. */
export class ConfirmSubmission {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly sentOrders: SentOrders;
      readonly recordPosUpdate: RecordPosUpdate;
      readonly failAttempt: FailAttempt;
      readonly jobs: JobQueue;
      readonly feed: EventFeed;
      readonly clock: Clock;
      /** Called for what nobody expected. */
      readonly report: ReportUnexpected;
    },
  ) {}

  /** Only reads from the POS; safe to repeat. */
  async execute({ orderId, look }: { orderId: string; look: number }): Promise<void> {
    const order = await this.parts.db.manager.findOneBy(Order, { id: orderId });
    if (!order || !isOpen(order)) return;
    const seen = await this.lookFor(order);
    if (seen !== "unreachable" && seen !== "absent") await this.record(seen, order);
    await this.decide(order, look, seen === "absent");
  }

  /** What cannot be recorded leaves the order where it is: the next looks, and at last people, decide. */
  private async record(seen: PosOrderUpdate, { id: orderId }: Order): Promise<void> {
    const how = { observedBy: Observation.READ_THROUGH, confirmed: true };
    try {
      await twice(() => this.parts.recordPosUpdate.execute(seen, how));
    } catch (error) {
      this.parts.report({ orderId, during: "confirm-submission", error });
    }
  }

  private async lookFor(order: Order): Promise<PosOrderUpdate | "absent" | "unreachable"> {
    try {
      const found = await this.parts.sentOrders.ask(order, ({ pos, credential, organizationId }) =>
        pos.findOrders(credential, organizationId, [order.posOrderId]),
      );
      return found.find((update) => update.posOrderId === order.posOrderId) ?? "absent";
    } catch (error) {
      // No answer decides nothing; the next look or the send job tries again.
      if (!(error instanceof AppError)) this.parts.report({ orderId: order.id, during: "confirm-submission", error });
      return "unreachable";
    }
  }

  private async decide(looked: Order, look: number, absent: boolean): Promise<void> {
    const now = this.parts.clock.now();
    await this.parts.db.transaction(async (tx) => {
      const order = await lockOrder(tx, looked.id);
      if (!order || !isOpen(order)) return;
      // While people are being told the state moves on, and nobody but this look goes on watching.
      if (givenAwayAt(looked)) return this.watchOn(tx, order, look, now);
      // Whatever else has happened to the order has scheduled what follows from it.
      if (!isAsLookedAt(order, looked)) return;
      if (order.injectionState === InjectionState.AWAITING_POS) return this.waitOn(tx, order, look, now);
      if (absent && order.nextAttemptAt) return this.scheduleAsAbsent(tx, order, now);
      await lookLater(tx, this.parts.jobs, order, look + 1);
    });
  }

  private async watchOn(tx: EntityManager, order: Order, look: number, now: Date): Promise<void> {
    const since = givenAwayAt(order) ?? now;
    if (now.getTime() - since.getTime() > WATCH_MS) return;
    await lookLater(tx, this.parts.jobs, order, look + 1);
  }

  private async waitOn(tx: EntityManager, order: Order, look: number, now: Date): Promise<void> {
    const settings = await tx.findOneByOrFail(BranchSettings, { branchId: order.branchId });
    const waitedMs = now.getTime() - (order.pendingSince ?? now).getTime();
    const leftMs = settings.acceptTimeoutSeconds * 1000 - waitedMs;
    if (leftMs > 0) return lookLater(tx, this.parts.jobs, order, look + 1, leftMs);
    const message = `The POS has not decided within ${settings.acceptTimeoutSeconds} s`;
    const fault = faultOf("POS_UNDECIDED", message, RefusalKind.AMBIGUOUS);
    const trouble = { fault, kind: RefusalKind.AMBIGUOUS, pauseMs: 0, exchange: undefined };
    // The POS has the order and does not decide: sending it again could change nothing.
    const context = { now, source: "GATEWAY", attempt: null, provenFailed: false, final: true } as const;
    await this.parts.failAttempt.apply(tx, order, settings, trouble, context);
  }

  /** The `send-order` job is waiting already; the guest may know that the order will be sent again. */
  private async scheduleAsAbsent(tx: EntityManager, order: Order, now: Date): Promise<void> {
    await moveInjection(tx, this.parts, order, InjectionEvent.POS_ABSENT, { at: now, fault: order.lastFault });
    await saveOrder(tx, order, ["injectionState"]);
  }
}
