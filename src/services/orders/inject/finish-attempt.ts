import { type DataSource, type EntityManager } from "typeorm";

import { AttemptOutcome } from "../../../domain/attempt-outcome";
import { InjectionEvent, InjectionState } from "../../../domain/injection-state";
import { Batcher } from "../../../domain/batcher";
import { BranchSettings } from "../../../entities/branch-settings";
import { InjectionAttempt } from "../../../entities/injection-attempt";
import { type Order } from "../../../entities/order";
import { RefusalKind } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { type EventFeed } from "../../../ports/event-feed";
import { prepared } from "../../../ports/prepared";
import { type JobQueue } from "../../../ports/job-queue";
import { type OrderMeter } from "../../../ports/order-meter";
import { type Submission } from "../../../ports/pos";
import { arriveInTill } from "./arrive-in-till";
import { type FailAttempt } from "./fail-attempt";
import { lockOrder, lockOrders, saveOrder, saveOrders } from "../lock-order";
import { toRow } from "../order-rows";
import { lookAt } from "./look-later";
import { moveInjections } from "./move-injection";
import { isOurOwn, type PosTrouble } from "./pos-fault-of";
import { type StartedAttempt } from "./start-attempts";

/** The attempt, with its order as it was sent. */
type SentAttempt = Pick<StartedAttempt, "order" | "number">;

/** How an attempt ended. */
type Ending = Pick<InjectionAttempt, "orderId" | "number"> & Partial<InjectionAttempt>;

/**
 * Writes how an attempt ended, with all that follows, in one transaction; those that the POS is about to take, which is
 * what it usually says, share one. An attempt ends once: later calls do nothing. And what follows from its end follows only
 * where the order is still as the attempt left it: a web hook, a person or another process may have known more meanwhile.
 */
export class FinishAttempt {
  // Nobody waits here for an order that somebody else has locked: it would hold up the others.
  private readonly together = new Batcher((endings: readonly Ending[]) => this.pending(endings, "skip"));

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
   * The POS took the order, or is about to.
   *
   * @returns false: it took an order that is not as this attempt left it, and has to be asked what it has
   */
  async answered({ order: sent, number }: SentAttempt, submission: Submission): Promise<boolean> {
    const { correlationId, request, response } = submission.exchange;
    const ending = { orderId: sent.id, number, correlationId, request, response };
    if (submission.kind === "created")
      return this.finish({ ...ending, outcome: AttemptOutcome.ACCEPTED }, async (tx, order, now) => {
        if (order.posOrderId !== sent.posOrderId) return false;
        await arriveInTill(tx, this.parts, [order], now, number);
        await saveOrder(tx, order, ["injectionState", "pendingSince"]);
        return true;
      });
    const pending = { ...ending, outcome: AttemptOutcome.IN_PROGRESS };
    if (!(await this.together.ask(pending))) await this.pending([pending], "wait");
    return true;
  }

  /** @returns for each whether it is written: somebody else may have its order locked */
  private pending(endings: readonly Ending[], busy: "wait" | "skip"): Promise<boolean[]> {
    const now = this.parts.clock.now();
    return this.parts.db.transaction(async (tx) => {
      const orderIds = endings.map(({ orderId }) => orderId);
      const orders = new Map((await lockOrders(tx, orderIds, busy)).map((order) => [order.id, order]));
      const ended = await endAttempts(
        tx,
        endings.filter(({ orderId }) => orders.has(orderId)),
        now,
      );
      const moves = ended.flatMap(({ orderId, number: attempt }) => {
        const order = orders.get(orderId);
        const details = { at: now, source: "IIKO", attempt } as const;
        return order && isAsItsAttemptLeftIt(order) ? [{ order, event: InjectionEvent.POS_PENDING, details }] : [];
      });
      const moved = await moveInjections(tx, this.parts, moves);
      for (const order of moved) order.pendingSince = now;
      await saveOrders(tx, moved, ["injectionState", "pendingSince"]);
      const looks = moved.map((order) => lookAt(order, 0));
      await this.parts.jobs.enqueueAll(tx, "confirm-submission", looks);
      return orderIds.map((orderId) => orders.has(orderId));
    });
  }

  /** The POS had the order already; what it says of it is recorded next. */
  async found({ order: { id: orderId }, number }: SentAttempt): Promise<void> {
    await this.finish({ orderId, number, outcome: AttemptOutcome.FOUND_EXISTING }, async (tx, order) => {
      order.duplicatesPrevented += 1;
      await saveOrder(tx, order, ["duplicatesPrevented"]);
      return true;
    });
  }

  /** @returns false: nothing follows from it, for somebody has ended it before, or the order is not as it left it */
  failed({ order: { id: orderId }, number }: SentAttempt, trouble: PosTrouble): Promise<boolean> {
    const { fault, exchange, proven: provenFailed = false } = trouble;
    const ending = {
      ...{ orderId, number, outcome: outcomeOf(trouble) },
      fault,
      correlationId: fault.correlationId,
      request: exchange?.request ?? null,
      response: exchange?.response ?? null,
    };
    return this.finish(ending, async (tx, order, now) => {
      if (!isAsItsAttemptLeftIt(order)) return false;
      const settings = await tx.findOneByOrFail(BranchSettings, { branchId: order.branchId });
      const context = { now, source: "GATEWAY", attempt: number, provenFailed } as const;
      await this.parts.failAttempt.apply(tx, order, settings, trouble, context);
      return true;
    });
  }

  /** @returns whether what follows was done; false, too, when somebody has ended the attempt before */
  private finish(
    ending: Ending,
    follow: (tx: EntityManager, order: Order, now: Date) => Promise<boolean>,
  ): Promise<boolean> {
    const now = this.parts.clock.now();
    return this.parts.db.transaction(async (tx) => {
      const order = await lockOrder(tx, ending.orderId);
      if (!order) return false;
      const ended = await endAttempts(tx, [ending], now);
      return ended.length > 0 && follow(tx, order, now);
    });
  }
}

/** Nobody has told yet what became of the sending, and no later attempt has begun: that would have ended this one. */
export function isAsItsAttemptLeftIt({ injectionState, handedOverAt }: Order): boolean {
  return injectionState === InjectionState.SENDING && handedOverAt === null;
}

/** @returns those that had not ended before */
async function endAttempts(
  tx: EntityManager,
  endings: readonly Ending[],
  finishedAt: Date,
): Promise<Pick<InjectionAttempt, "orderId" | "number">[]> {
  if (endings.length === 0) return [];
  const rows = endings.map((ending) => toRow(tx, InjectionAttempt, { ...ending, finishedAt }));
  const [ended] = await tx.query<[Pick<InjectionAttempt, "orderId" | "number">[], number]>(
    prepared(`update injection_attempts attempt set
       finished_at = now.finished_at, outcome = now.outcome, correlation_id = now.correlation_id, fault = now.fault,
       request = now.request, response = now.response
     from jsonb_populate_recordset(null::injection_attempts, $1) now
     where attempt.order_id = now.order_id and attempt.number = now.number and attempt.finished_at is null
     returning attempt.order_id as "orderId", attempt.number`),
    [JSON.stringify(rows)],
  );
  return ended;
}

function outcomeOf(trouble: PosTrouble): AttemptOutcome {
  if (trouble.unsent) return AttemptOutcome.NOT_SENT;
  if (isOurOwn(trouble)) return AttemptOutcome.GATEWAY_FAILED;
  if (trouble.kind !== RefusalKind.AMBIGUOUS) return AttemptOutcome.REJECTED;
  return trouble.silent ? AttemptOutcome.TIMED_OUT : AttemptOutcome.NETWORK_ERROR;
}
