import { type DataSource } from "typeorm";

import { actorOf, operatesBranch, type Viewer } from "../../../domain/viewer";
import { type Order } from "../../../entities/order";
import { CommandKind, CommandOutcome } from "../../../entities/order-command";
import { type Clock } from "../../../ports/clock";
import { beginCommand } from "./begin-command";
import { actOnOrder } from "./act-on-order";
import { type OrderActions } from "./order-actions";

export interface RetryRequest {
  readonly id: string;
  /** Although the till may have the order already. */
  readonly force: boolean;
  /** The same key never asks twice. */
  readonly idempotencyKey: string | null;
}

/** An operator sends a stuck order to the till again. */
export class RetryOrder {
  constructor(
    private readonly db: DataSource,
    private readonly actions: OrderActions,
    private readonly clock: Clock,
  ) {}

  /**
   * Never makes a second order: the job looks into the till before it sends, and sends the same id.
   *
   * @throws {Refused} NOT_FOUND, ALREADY_IN_POS, NOT_RETRYABLE, OUTCOME_UNKNOWN (without `force`); CONFLICT: somebody has it
   *   locked
   */
  async execute(viewer: Viewer, { id, force, idempotencyKey }: RetryRequest): Promise<Order> {
    const operates = ({ branchId }: Order) => operatesBranch(viewer, branchId);
    return actOnOrder(this.db, id, operates, async (tx, order) => {
      const [actor, now] = [actorOf(viewer), this.clock.now()];
      const details = { kind: CommandKind.RETRY, idempotencyKey, actor, reason: null, requestedAt: now };
      const done = { outcome: CommandOutcome.DONE, finishedAt: now };
      if (!(await beginCommand(tx, order, { ...details, ...done }))) return order;
      await this.actions.retry(tx, order, force, { actor, now });
      return order;
    });
  }
}
