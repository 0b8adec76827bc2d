import { Observation } from "../../../domain/orders/order-event";
import { isMomentary, PosRejected, PosUnavailable, RefusalKind } from "../../../errors";
import { type HeldJob } from "../../../ports/job-queue";
import { type PosOrderUpdate, type Submission } from "../../../ports/pos/pos-orders";
import { type PosConnections } from "../../pos/pos-connections";
import { isPosError } from "../../pos/pos-user-error";
import { type CallFailure, callFailureOf, CRASHED, isOurOwn } from "../session/call-failure";
import { type SentOrders } from "../session/sent-orders";
import { ONCE_MORE, tryAgain } from "../session/try-again";
import { type ReportUnexpected } from "../session/unexpected";
import { type RecordPosUpdate } from "../status/record-pos-update";
import { type AttemptGuards } from "./attempt-guards";
import { type CountFailure } from "./count-failure";
import { type FinishAttempt } from "./finish-attempt";
import { type HoldPoints } from "./hold-points";
import { type LeaveFormerPlace } from "./leave-former-place";
import { orderTicketOf } from "./order-ticket-of";
import { type StartAttempts, type StartedAttempt } from "./start-attempts";

/**
 * After this many consecutive attempts that crashed together with their process, the order is
 * handed over to the staff: it may be what causes the crash.
 */
const MOST_CRASHES = 3;
const CANNOT_TELL = "POS_CANNOT_TELL";

/** Submits one order to its POS (the job `send-order`). */
export class SendOrder {
  constructor(
    private readonly parts: {
      readonly connections: PosConnections;
      readonly attemptGuards: AttemptGuards;
      readonly sentOrders: SentOrders;
      readonly leaveFormerPlace: LeaveFormerPlace;
      readonly holdPoints: HoldPoints;
      readonly startAttempts: StartAttempts;
      readonly finishAttempt: FinishAttempt;
      readonly recordPosUpdate: RecordPosUpdate;
      readonly countFailure: CountFailure;
      /** Called for unexpected errors; each counts as a failed attempt. */
      readonly report: ReportUnexpected;
    },
  ) {}

  /**
   * Makes one attempt and records all its consequences. Safe to repeat at any point: the POS id is
   * stored before the call and stays the same, and the POS is probed before the order is sent a
   * second time.
   *
   * @param job the job that makes the attempt
   * @returns "ended" if the job has ended together with the consequences
   */
  async execute({ orderId }: { orderId: string }, job?: HeldJob): Promise<void | "ended"> {
    const started = await this.start(orderId);
    if (!started) return;
    const attempt = { ...started, job };
    if (attempt.crashes >= MOST_CRASHES) return this.broken(attempt, CRASHED);
    // The outcome of an earlier attempt is unknown until the POS has been probed.
    const progress = { asked: attempt.repeated };
    try {
      const goesOn = attempt.repeated ? await this.afterProbe(attempt) : attempt;
      return goesOn && (await this.send(goesOn, progress));
    } catch (error) {
      return this.broken(
        attempt,
        this.orPeople(attempt, callFailureOf(error, progress.asked)),
        error,
      );
    }
  }

  private async start(orderId: string): Promise<StartedAttempt | undefined> {
    try {
      return await tryAgain(() => this.parts.startAttempts.execute(orderId), ONCE_MORE);
    } catch (error) {
      // The job is retried and no failure is counted, because this says nothing about the order.
      if (isMomentary(error)) throw error;
      await this.parts.countFailure.execute(orderId, null, callFailureOf(error, false));
      this.parts.report({ orderId, during: "send-order", error });
      return undefined;
    }
  }

  /**
   * Returns the attempt to continue with, unless the POS that received the earlier ones has the
   * order, or may have it and does not answer.
   */
  private async afterProbe(attempt: StartedAttempt): Promise<StartedAttempt | undefined> {
    const { sentElsewhere, mayExist } = attempt;
    try {
      // A former place that refused the order need not be probed; it may be one that the key could
      // never access.
      if ((mayExist || !sentElsewhere) && (await this.adopt(attempt))) return undefined;
    } catch (error) {
      // A POS that does not say whether it has the order may have it.
      const { fault, ...failure } = this.orPeople(attempt, callFailureOf(error, true));
      await this.broken(
        attempt,
        { ...failure, fault: { ...fault, mayExist: mayExist || fault.mayExist } },
        error,
      );
      return undefined;
    }
    if (!sentElsewhere) return attempt;
    // The branch is connected nowhere: sending fails for that reason, and the staff get the order.
    if (attempt.place === null) return attempt;
    const readied = await this.parts.leaveFormerPlace.execute(attempt);
    if (!readied) await this.parts.finishAttempt.found(attempt);
    return readied;
  }

  private async send(
    attempt: StartedAttempt,
    progress: { asked: boolean },
  ): Promise<void | "ended"> {
    const { order, lines, settings, timeZone } = attempt;
    progress.asked = false;
    if (attempt.tooLate) throw tooLate();
    const connection = this.parts.connections.ofSettings(settings, timeZone);
    const ticket = orderTicketOf(order, lines, settings);
    const guard = this.parts.attemptGuards.of(attempt);
    await this.parts.holdPoints.execute(attempt, connection, guard);
    progress.asked = true;
    const submission = await connection.pos.submitOrder(connection.branch, ticket, guard);
    return this.submitted(attempt, submission);
  }

  /**
   * If it is impossible to know whether the POS has the order already, the order is not sent again:
   * the staff check in the POS.
   */
  private orPeople({ settings }: StartedAttempt, failure: CallFailure): CallFailure {
    const vendor = this.parts.connections.vendorOf(settings.pos);
    const isOpen = failure.kind === RefusalKind.AMBIGUOUS && vendor?.duplicates === "none";
    return isOpen || failure.fault.code === CANNOT_TELL ? { ...failure, final: true } : failure;
  }

  private async broken(
    attempt: StartedAttempt,
    failure: CallFailure,
    error: unknown = failure.fault.message,
  ): Promise<void | "ended"> {
    const { order, number } = attempt;
    const end = await this.parts.finishAttempt.failed(attempt, failure);
    if (isOurOwn(failure)) {
      if (end === "over") await this.parts.countFailure.execute(order.id, number, failure);
      this.parts.report({ orderId: order.id, during: "send-order", error });
    }
    if (end === "followed") return "ended";
  }

  private async submitted(
    attempt: StartedAttempt,
    submission: Submission,
  ): Promise<void | "ended"> {
    // "Already there" does not say what has become of the order, so the POS is asked.
    if (submission.existed && (await this.adoptExisting(attempt))) return;
    const answered = () => this.parts.finishAttempt.answered(attempt, submission);
    if ((await tryAgain(answered, ONCE_MORE)) === "followed") return "ended";
    // The answer came so late that others went on without it: check what the POS has, as for any of
    // them.
    if (submission.kind !== "pending") await this.adopt(attempt);
  }

  /**
   * If the POS cannot say what has become of an order that it has, that does not mean it refused
   * the order.
   */
  private async adoptExisting(attempt: StartedAttempt): Promise<boolean> {
    try {
      return await this.adopt(attempt);
    } catch (error) {
      if (!isPosError(error)) throw error;
      throw new PosUnavailable(
        "The POS has the order already, and does not say how it fares there",
        { cause: error },
      );
    }
  }

  /**
   * Looks for the order where it was sent and reconciles it with what is found. Returns false if
   * the POS does not know it.
   */
  private async adopt(attempt: StartedAttempt): Promise<boolean> {
    const { posOrderId, placeAt } = attempt.order;
    const found = await this.parts.sentOrders.ask(
      attempt.order,
      ({ pos, vendor, credential, organizationId }) => {
        if (vendor.duplicates === "none" && attempt.mayExist) throw cannotTell();
        return pos.findOrders(credential, organizationId, [posOrderId], placeAt);
      },
    );
    const update = found.find((each: PosOrderUpdate) => each.posOrderId === posOrderId);
    if (!update) return false;
    await this.parts.finishAttempt.found(attempt);
    await this.parts.recordPosUpdate.execute(update, {
      observedBy: Observation.READ_THROUGH,
      confirmed: true,
    });
    return true;
  }
}

/** For a POS that would accept the order a second time and does not know which orders are ours. */
function cannotTell(): PosRejected {
  const message = "Nobody can tell whether the POS has the order from an earlier attempt";
  return new PosRejected(message, { posCode: CANNOT_TELL, kind: RefusalKind.AMBIGUOUS });
}

function tooLate(): PosRejected {
  const message = "It is too late to send the order without asking whether it is still wanted";
  return new PosRejected(message, { posCode: "SENT_TOO_LATE", kind: RefusalKind.FINAL });
}
