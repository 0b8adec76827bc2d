import { type DataSource } from "typeorm";

import { actorOf, operatesBranch, type Viewer } from "../../../domain/access/viewer";
import { endedClaim } from "../../../domain/orders/decide-claim";
import { decideRetry } from "../../../domain/orders/decide-retry";
import { type Order } from "../../../entities/orders/order";
import { CommandKind } from "../../../entities/orders/order-command";
import { type Clock } from "../../../ports/clock";
import { isStuck } from "../read/find-stuck";
import { type OrderSession, type OrderSessions } from "../session/order-session";
import { actOnOrder, agreed } from "./act-on-order";
import { refuseIfClaimed } from "./claims";
import { newCommand } from "./new-command";

export interface RetryRequest {
  readonly id: string;
  /** Retries although the POS may have the order already. */
  readonly force: boolean;
  /** A repeated key never makes a second request. */
  readonly idempotencyKey: string | null;
}

/** An operator submits a stuck order to the POS again. */
export class RetryOrder {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly sessions: OrderSessions;
      readonly clock: Clock;
    },
  ) {}

  /**
   * Never creates a second order: the job probes the POS before it sends, and sends the same id.
   *
   * @throws {Refused} NOT_FOUND, ALREADY_IN_POS, NOT_RETRYABLE, OUTCOME_UNKNOWN (without `force`);
   *   CONFLICT: somebody else is working on it, or has it locked
   */
  execute(viewer: Viewer, request: RetryRequest): Promise<Order> {
    const operates = ({ branchId }: Order) => operatesBranch(viewer, branchId);
    return actOnOrder(this.parts, request.id, operates, (session, order) =>
      this.retry(session, order, request, viewer),
    );
  }

  private async retry(
    session: OrderSession,
    order: Order,
    { force, idempotencyKey }: RetryRequest,
    viewer: Viewer,
  ): Promise<void> {
    const now = this.parts.clock.now();
    const actor = actorOf(viewer);
    const asked = { idempotencyKey, actor, reason: null, requestedAt: now };
    const command = await newCommand(session.tx, order, CommandKind.RETRY, asked);
    if (command === undefined) return;
    refuseIfClaimed(viewer, order, now);
    const stuck = await isStuck(session.tx, order, now);
    const decision = agreed(decideRetry(order, { stuck, force }, { actor, now }));
    const noted = { kind: "RECORD_COMMAND", of: CommandKind.RETRY, command } as const;
    const effects = [...decision.effects, noted];
    session.apply(order, endedClaim({ ...decision, effects }));
  }
}
