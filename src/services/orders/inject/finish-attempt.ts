import { Batcher } from "../../../domain/concurrency/batcher";
import { wordsOfOrder } from "../../../domain/guests/guest-words";
import { AttemptOutcome } from "../../../domain/orders/attempt-outcome";
import { decideAttemptEnd } from "../../../domain/orders/decide-attempt-end";
import { type Decision } from "../../../domain/orders/decision";
import { failureWithoutWords } from "../../../domain/pos/pos-failure";
import { InjectionAttempt } from "../../../entities/orders/injection-attempt";
import { type Order } from "../../../entities/orders/order";
import { RefusalKind } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { type Submission } from "../../../ports/pos/pos-orders";
import { prepared } from "../../../ports/prepared";
import { type Transaction } from "../../../postgres/transaction";
import { toRow } from "../rows/order-rows";
import { settingsOf, toldLast, wishesFor } from "../session/ask-of-orders";
import { type CallFailure, isOurOwn } from "../session/call-failure";
import { type Busy, type OrderSession, type OrderSessions } from "../session/order-session";
import { type StartedAttempt } from "./start-attempts";

/** The attempt, with its order as it was sent. */
type SentAttempt = Pick<StartedAttempt, "order" | "number" | "job">;

/** The outcome of an attempt. */
type Outcome =
  | { readonly kind: "created"; readonly submission: Submission }
  | { readonly kind: "pending"; readonly submission: Submission }
  | { readonly kind: "found" }
  | { readonly kind: "failed"; readonly failure: CallFailure };

interface Ending {
  readonly attempt: SentAttempt;
  readonly outcome: Outcome;
}

/**
 * "followed": it ended with all consequences. "over": it has no consequences, because it was ended
 * before, or its order has moved on.
 */
type Ended = "followed" | "over" | "busy";

type Asked = Awaited<ReturnType<typeof ask>>;

const END = prepared(`
  update injection_attempts attempt set
    finished_at = now.finished_at, outcome = now.outcome, correlation_id = now.correlation_id, fault = now.fault,
    request = now.request, response = now.response
  from jsonb_populate_recordset(null::injection_attempts, $1) now
  where attempt.order_id = now.order_id and attempt.number = now.number and attempt.finished_at is null
  returning attempt.order_id as "orderId", attempt.number`);

/**
 * Records how attempts ended, with all consequences; those that end simultaneously share a
 * transaction. An attempt ends once: later calls do nothing. The consequences apply only if the
 * order is still as the attempt left it: a web hook, a person or another process may have learnt
 * more in the meantime. The job that made the attempt ends together with the consequences.
 */
export class FinishAttempt {
  // Does not wait for an order that somebody else has locked: it would hold up the others.
  private readonly together = new Batcher((endings: readonly Ending[]) =>
    this.end(endings, "skip"),
  );

  constructor(
    private readonly parts: { readonly sessions: OrderSessions; readonly clock: Clock },
  ) {}

  /**
   * The POS accepted the order, or is about to.
   *
   * @returns "over" if there are no consequences, because the attempt was ended before, or the
   *   order is no longer as the attempt left it
   */
  answered(attempt: SentAttempt, submission: Submission): Promise<"followed" | "over"> {
    return this.finish({ attempt, outcome: { kind: submission.kind, submission } });
  }

  /** The POS had the order already; what it says about it is recorded next. */
  async found(attempt: SentAttempt): Promise<void> {
    await this.finish({ attempt, outcome: { kind: "found" } });
  }

  /** @returns same as for `answered` */
  failed(attempt: SentAttempt, failure: CallFailure): Promise<"followed" | "over"> {
    return this.finish({ attempt, outcome: { kind: "failed", failure } });
  }

  private async finish(ending: Ending): Promise<"followed" | "over"> {
    const ended = await this.together.ask(ending);
    if (ended !== "busy") return ended;
    const [alone] = await this.end([ending], "wait");
    return alone === "followed" ? alone : "over";
  }

  private end(endings: readonly Ending[], busy: Busy): Promise<Ended[]> {
    const now = this.parts.clock.now();
    const orderIds = endings.map(({ attempt }) => attempt.order.id);
    return this.parts.sessions.change(orderIds, busy, async (session) => {
      const atHand = endings.filter(({ attempt }) => session.find(attempt.order.id));
      const ended = await endAttempts(session.tx, atHand, now);
      const asked = await ask(session, ended, now);
      return endings.map((ending): Ended => {
        const order = session.find(ending.attempt.order.id);
        if (!order) return busy === "skip" ? "busy" : "over";
        const decision = ended.includes(ending) ? decide(order, ending, asked, now) : undefined;
        if (!decision) return "over";
        session.apply(order, decision);
        endJob(session, ending);
        return "followed";
      });
    });
  }
}

/** If the POS had the order already, the job still has to record what the POS says about it. */
function endJob(session: OrderSession, { attempt: { job }, outcome }: Ending): void {
  if (job && outcome.kind !== "found") session.end(job);
}

/** undefined if the order is not as the attempt left it, so that there are no consequences. */
function decide(
  order: Order,
  { attempt, outcome }: Ending,
  asked: Asked,
  now: Date,
): Decision | undefined {
  const end = { number: attempt.number, sentAs: attempt.order.posOrderId, outcome };
  const facts = {
    settings: asked.settings.get(order.branchId),
    toldLast: asked.toldLast.get(order.id),
    unwanted: asked.wishes.get(order.id),
  };
  return decideAttemptEnd(order, end, facts, now);
}

/** Reads what decisions need besides the orders; nothing in the usual case. */
async function ask(session: OrderSession, ended: readonly Ending[], now: Date) {
  const { tx } = session;
  const ordersOf = (those: readonly Ending[]) =>
    those.flatMap(({ attempt }) => session.find(attempt.order.id) ?? []);
  const failed = ended.filter(({ outcome }) => outcome.kind === "failed");
  const unsent = failed.filter(
    ({ outcome }) => outcome.kind === "failed" && outcome.failure.unsent,
  );
  const created = ended.filter(({ outcome }) => outcome.kind === "created");
  return {
    settings: await settingsOf(tx, ordersOf(failed)),
    toldLast: await toldLast(tx, ordersOf(unsent)),
    wishes: await wishesFor(tx, ordersOf(created), now),
  };
}

/** @returns those that had not ended before */
async function endAttempts(
  tx: Transaction,
  endings: readonly Ending[],
  finishedAt: Date,
): Promise<Ending[]> {
  if (endings.length === 0) return [];
  const rows = endings.map(({ attempt: { order, number }, outcome }) =>
    toRow(tx, InjectionAttempt, {
      orderId: order.id,
      number,
      finishedAt,
      ...noted(outcome, order),
    }),
  );
  const ended = await tx.rows<{ orderId: string; number: number }>(END, [JSON.stringify(rows)]);
  const keys = new Set(ended.map(({ orderId, number }) => `${orderId} ${number}`));
  return endings.filter(({ attempt: { order, number } }) => keys.has(`${order.id} ${number}`));
}

/** Guest data repeated by the POS is not stored; the decision leaves it out on its own. */
function noted(outcome: Outcome, order: Order): Partial<InjectionAttempt> {
  if (outcome.kind === "found") return { outcome: AttemptOutcome.FOUND_EXISTING };
  if (outcome.kind === "failed") {
    const words = wordsOfOrder(order);
    const { exchange } = outcome.failure;
    const fault = failureWithoutWords(outcome.failure.fault, words);
    return {
      outcome: outcomeOf(outcome.failure),
      fault,
      correlationId: fault.correlationId,
      request: exchange?.request ?? null,
      response: words.hideIn(exchange?.response ?? null),
    };
  }
  const { correlationId, request, response } = outcome.submission.exchange;
  const is = outcome.kind === "created" ? AttemptOutcome.ACCEPTED : AttemptOutcome.IN_PROGRESS;
  return { outcome: is, correlationId, request, response };
}

function outcomeOf(failure: CallFailure): AttemptOutcome {
  if (failure.unsent) return AttemptOutcome.NOT_SENT;
  if (isOurOwn(failure)) return AttemptOutcome.GATEWAY_FAILED;
  if (failure.kind !== RefusalKind.AMBIGUOUS) return AttemptOutcome.REJECTED;
  return failure.silent ? AttemptOutcome.TIMED_OUT : AttemptOutcome.NETWORK_ERROR;
}
