import { Observation } from "../../../domain/order-event";
import { PosRejected, RefusalKind } from "../../../errors";
import { type PosOrderUpdate, type Submission } from "../../../ports/pos";
import { type PosConnection, type PosConnections } from "../../branches/pos-connections";
import { type RecordPosUpdate } from "../status/record-pos-update";
import { type AttemptGuards } from "./attempt-guards";
import { type FinishAttempt } from "./finish-attempt";
import { type HoldPoints } from "./hold-points";
import { orderTicketOf } from "./order-ticket-of";
import { troubleOf } from "./pos-fault-of";
import { type StartAttempts, type StartedAttempt } from "./start-attempts";

function tooLate(): PosRejected {
  const message = "It is too late to send the order without asking whether it is still wanted";
  return new PosRejected(message, { posCode: "SENT_TOO_LATE", kind: RefusalKind.FINAL });
}

/** Puts one order into its till (the job `send-order`). */
export class SendOrder {
  constructor(
    private readonly parts: {
      readonly connections: PosConnections;
      readonly attemptGuards: AttemptGuards;
      readonly holdPoints: HoldPoints;
      readonly startAttempts: StartAttempts;
      readonly finishAttempt: FinishAttempt;
      readonly recordPosUpdate: RecordPosUpdate;
    },
  ) {}

  /**
   * Makes one attempt and writes all that follows from it. Safe to repeat at any point: the POS id is stored before the
   * call and stays the same, and the POS is asked about it before it is sent a second time.
   */
  async execute({ orderId }: { orderId: string }): Promise<void> {
    const attempt = await this.parts.startAttempts.execute(orderId);
    if (!attempt) return;
    const { order, lines, settings, timeZone } = attempt;
    try {
      const connection = this.parts.connections.ofSettings(settings, timeZone);
      if (attempt.repeated && (await this.adopt(connection, attempt))) return;
      if (attempt.tooLate) throw tooLate();
      const ticket = orderTicketOf(order, lines, settings);
      const guard = this.parts.attemptGuards.of(attempt);
      await this.parts.holdPoints.execute(attempt, connection, guard);
      const submission = await connection.pos.submitOrder(connection.branch, ticket, guard);
      await this.submitted(connection, attempt, submission);
    } catch (error) {
      const trouble = troubleOf(error);
      await this.parts.finishAttempt.failed(attempt, trouble);
    }
  }

  private async submitted(connection: PosConnection, attempt: StartedAttempt, submission: Submission): Promise<void> {
    // "Already there" says nothing of how it fares there: the POS is asked.
    if (submission.existed && (await this.adopt(connection, attempt))) return;
    const counts = await this.parts.finishAttempt.answered(attempt, submission);
    // An answer so late that others went on without it: what the till has is looked at, as for any of them.
    if (!counts) await this.adopt(connection, attempt);
  }

  /** Looks for the order in the POS and takes over what is found. False when the POS does not know it. */
  private async adopt(connection: PosConnection, attempt: StartedAttempt): Promise<boolean> {
    const { pos, branch } = connection;
    const { posOrderId } = attempt.order;
    const found = await pos.findOrders(branch.credential, branch.organizationId, [posOrderId]);
    const update = found.find((each: PosOrderUpdate) => each.posOrderId === posOrderId);
    if (!update) return false;
    await this.parts.finishAttempt.found(attempt);
    await this.parts.recordPosUpdate.execute(update, { observedBy: Observation.READ_THROUGH, confirmed: true });
    return true;
  }
}
