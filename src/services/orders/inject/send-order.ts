import { type DataSource, IsNull } from "typeorm";

import { AttemptOutcome } from "../../../domain/attempt-outcome";
import { InjectionEvent, InjectionState, isSendable } from "../../../domain/injection-state";
import { Observation } from "../../../domain/order-event";
import { BranchSettings } from "../../../entities/branch-settings";
import { InjectionAttempt } from "../../../entities/injection-attempt";
import { type Order } from "../../../entities/order";
import { type Clock } from "../../../ports/clock";
import { type EventFeed } from "../../../ports/event-feed";
import { type PosOrderUpdate, type Submission } from "../../../ports/pos";
import { type PosConnection, type PosConnections } from "../../branches/pos-connections";
import { type FinishAttempt } from "./finish-attempt";
import { lockOrder, saveOrder } from "../lock-order";
import { moveInjection } from "./move-injection";
import { orderTicketOf } from "./order-ticket-of";
import { troubleOf } from "./pos-fault-of";
import { type RecordPosUpdate } from "../status/record-pos-update";

interface StartedAttempt {
  readonly order: Order;
  readonly settings: BranchSettings;
  readonly number: number;
  /** An earlier attempt used the same POS id: the POS may have the order already. */
  readonly repeated: boolean;
}

/** Puts one order into its till (the job `send-order`). */
export class SendOrder {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly connections: PosConnections;
      readonly finishAttempt: FinishAttempt;
      readonly recordPosUpdate: RecordPosUpdate;
      readonly feed: EventFeed;
      readonly clock: Clock;
    },
  ) {}

  /**
   * Makes one attempt and writes all that follows from it. Safe to repeat at any point: the POS id is stored before the
   * call and stays the same, and the POS is asked about it before it is sent a second time.
   */
  async execute({ orderId }: { orderId: string }): Promise<void> {
    const attempt = await this.start(orderId);
    if (!attempt) return;
    try {
      const connection = await this.parts.connections.of(attempt.order.branchId);
      if (attempt.repeated && (await this.adopt(connection, attempt))) return;
      const ticket = await orderTicketOf(this.parts.db.manager, attempt.order, attempt.settings);
      const submission = await connection.pos.submitOrder(connection.branch, ticket);
      await this.submitted(connection, attempt, submission);
    } catch (error) {
      const trouble = troubleOf(error);
      await this.parts.finishAttempt.failed(orderId, attempt.number, trouble);
    }
  }

  private async start(orderId: string): Promise<StartedAttempt | undefined> {
    const { db, feed, clock } = this.parts;
    return db.transaction(async (tx) => {
      const order = await lockOrder(tx, orderId);
      if (!order || order.handedOverAt || !isSendable(order.injectionState)) return undefined;
      const now = clock.now();
      const unfinished = { orderId, finishedAt: IsNull() };
      const abandoned = await tx.update(InjectionAttempt, unfinished, {
        finishedAt: now,
        outcome: AttemptOutcome.ABANDONED_BY_CRASH,
      });
      const number = 1 + ((await tx.maximum(InjectionAttempt, "number", { orderId })) ?? 0);
      const { generation } = order;
      const repeated = await tx.existsBy(InjectionAttempt, { orderId, generation });
      await tx.insert(InjectionAttempt, { orderId, number, generation, startedAt: now });
      order.nextAttemptAt = null;
      // Waiting for the key's budget is no event of its own.
      if (order.injectionState !== InjectionState.SENDING || abandoned.affected) {
        await moveInjection(tx, feed, order, InjectionEvent.SEND_STARTED, { at: now, attempt: number });
      }
      await saveOrder(tx, order, ["injectionState", "nextAttemptAt"]);
      const settings = await tx.findOneByOrFail(BranchSettings, { branchId: order.branchId });
      return { order, settings, number, repeated };
    });
  }

  private async submitted(connection: PosConnection, attempt: StartedAttempt, submission: Submission): Promise<void> {
    // "Already there" says nothing of how it fares there: the POS is asked.
    if (submission.existed && (await this.adopt(connection, attempt))) return;
    await this.parts.finishAttempt.answered(attempt.order.id, attempt.number, submission);
  }

  /** Looks for the order in the POS and takes over what is found. False when the POS does not know it. */
  private async adopt(connection: PosConnection, attempt: StartedAttempt): Promise<boolean> {
    const { pos, branch } = connection;
    const { posOrderId } = attempt.order;
    const found = await pos.findOrders(branch.credential, branch.organizationId, [posOrderId]);
    const update = found.find((each: PosOrderUpdate) => each.posOrderId === posOrderId);
    if (!update) return false;
    await this.parts.finishAttempt.found(attempt.order.id, attempt.number);
    await this.parts.recordPosUpdate.execute(update, { observedBy: Observation.READ_THROUGH, confirmed: true });
    return true;
  }
}
