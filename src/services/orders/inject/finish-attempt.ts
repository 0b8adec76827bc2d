import { type DataSource, type EntityManager, IsNull } from "typeorm";

import { AttemptOutcome } from "../../../domain/attempt-outcome";
import { InjectionEvent, InjectionState } from "../../../domain/injection-state";
import { BranchSettings } from "../../../entities/branch-settings";
import { InjectionAttempt } from "../../../entities/injection-attempt";
import { type Order } from "../../../entities/order";
import { RefusalKind } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { type EventFeed } from "../../../ports/event-feed";
import { type JobQueue } from "../../../ports/job-queue";
import { type Submission } from "../../../ports/pos";
import { arriveInTill } from "./arrive-in-till";
import { type FailAttempt } from "./fail-attempt";
import { lockOrder, saveOrder } from "../lock-order";
import { lookLater } from "./look-later";
import { moveInjection } from "./move-injection";
import { type PosTrouble } from "./pos-fault-of";

/** Writes how an attempt ended, with all that follows, in one transaction each. An attempt ends once: later calls do nothing. */
export class FinishAttempt {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly failAttempt: FailAttempt;
      readonly jobs: JobQueue;
      readonly feed: EventFeed;
      readonly clock: Clock;
    },
  ) {}

  /** The POS took the order, or is about to. */
  async answered(orderId: string, number: number, submission: Submission): Promise<void> {
    const created = submission.kind === "created";
    const outcome = created ? AttemptOutcome.ACCEPTED : AttemptOutcome.IN_PROGRESS;
    const { correlationId, request, response } = submission.exchange;
    await this.finish(orderId, number, { outcome, correlationId, request, response }, async (tx, order, now) => {
      // A web hook may have been faster than the answer, and then knows more.
      if (!created && order.injectionState !== InjectionState.SENDING) return;
      if (created) await arriveInTill(tx, this.parts, order, now, number);
      else await this.pending(tx, order, now, number);
      await saveOrder(tx, order, ["injectionState", "pendingSince"]);
      await lookLater(tx, this.parts.jobs, order, 0, now);
    });
  }

  private async pending(tx: EntityManager, order: Order, at: Date, attempt: number): Promise<void> {
    const details = { at, source: "IIKO", attempt } as const;
    const moved = await moveInjection(tx, this.parts.feed, order, InjectionEvent.POS_PENDING, details);
    if (moved) order.pendingSince = at;
  }

  /** The POS had the order already; what it says of it is recorded next. */
  async found(orderId: string, number: number): Promise<void> {
    await this.finish(orderId, number, { outcome: AttemptOutcome.FOUND_EXISTING }, async (tx, order) => {
      order.duplicatesPrevented += 1;
      await saveOrder(tx, order, ["duplicatesPrevented"]);
    });
  }

  async failed(orderId: string, number: number, trouble: PosTrouble): Promise<void> {
    const { fault, exchange } = trouble;
    const record = {
      outcome: outcomeOf(trouble),
      fault,
      correlationId: fault.correlationId,
      request: exchange?.request ?? null,
      response: exchange?.response ?? null,
    };
    await this.finish(orderId, number, record, async (tx, order, now) => {
      const settings = await tx.findOneByOrFail(BranchSettings, { branchId: order.branchId });
      const context = { now, source: "GATEWAY", attempt: number, provenFailed: false } as const;
      await this.parts.failAttempt.apply(tx, order, settings, trouble, context);
    });
  }

  private async finish(
    orderId: string,
    number: number,
    record: Partial<InjectionAttempt>,
    follow: (tx: EntityManager, order: Order, now: Date) => Promise<void>,
  ): Promise<void> {
    const now = this.parts.clock.now();
    await this.parts.db.transaction(async (tx) => {
      const order = await lockOrder(tx, orderId);
      if (!order) return;
      const open = { orderId, number, finishedAt: IsNull() };
      const { affected } = await tx.update(InjectionAttempt, open, { ...record, finishedAt: now } as object);
      if (affected) await follow(tx, order, now);
    });
  }
}

function outcomeOf(trouble: PosTrouble): AttemptOutcome {
  if (trouble.kind !== RefusalKind.AMBIGUOUS) return AttemptOutcome.REJECTED;
  return /timeout|timed out/i.test(trouble.fault.message) ? AttemptOutcome.TIMED_OUT : AttemptOutcome.NETWORK_ERROR;
}
