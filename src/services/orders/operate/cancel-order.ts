import { type DataSource } from "typeorm";

import { actorOf, type Viewer } from "../../../domain/access/viewer";
import { isPrintable } from "../../../domain/errors/text-errors";
import { type UserError } from "../../../domain/errors/user-error";
import { decideCancellation } from "../../../domain/orders/decide-cancellation";
import { endedClaim } from "../../../domain/orders/decide-claim";
import { InjectionState } from "../../../domain/orders/injection-state";
import { notCancellable, textOutOfRange } from "../../../domain/orders/operator-errors";
import { isLonger } from "../../../domain/texts/text-length";
import { proseOf } from "../../../domain/texts/typed-text";
import { InjectionAttempt } from "../../../entities/orders/injection-attempt";
import { type Order } from "../../../entities/orders/order";
import { CommandKind } from "../../../entities/orders/order-command";
import { Refused } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { isStuck } from "../read/find-stuck";
import { maySeeOrder } from "../read/may-see-order";
import { type OrderSession, type OrderSessions } from "../session/order-session";
import { actOnOrder } from "./act-on-order";
import { refuseIfClaimed } from "./claims";
import { mayCancelOrder } from "./may-cancel-order";
import { newCommand } from "./new-command";

export const LONGEST_REASON = 250;

export interface CancelRequest {
  readonly id: string;
  readonly reason: string;
  /** A repeated key never makes a second request. */
  readonly idempotencyKey: string | null;
}

/** Cancels an order: immediately if it has not been sent, by a job once the POS has it. */
export class CancelOrder {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly sessions: OrderSessions;
      readonly clock: Clock;
    },
  ) {}

  /**
   * An order that is in the POS comes back unchanged: its `cancellation` shows what becomes of the
   * request.
   *
   * @throws {Refused} NOT_FOUND, INVALID; CONFLICT: it cannot be cancelled now, or somebody else is
   *   working on it or has it locked
   */
  execute(viewer: Viewer, request: CancelRequest): Promise<Order> {
    const maySee = (order: Order) => maySeeOrder(viewer, order);
    return actOnOrder(this.parts, request.id, maySee, (session, order) =>
      this.cancel(session, order, viewer, request),
    );
  }

  private async cancel(
    session: OrderSession,
    order: Order,
    viewer: Viewer,
    { reason: written, idempotencyKey }: CancelRequest,
  ): Promise<void> {
    const reason = proseOf(written);
    if (!reason || isLonger(reason, LONGEST_REASON) || !isPrintable(reason))
      throw new Refused<UserError>([textOutOfRange("reason", LONGEST_REASON)]);
    const { tx } = session;
    const now = this.parts.clock.now();
    const stuck = await isStuck(tx, order, now);
    const asked = { idempotencyKey, actor: actorOf(viewer), reason, requestedAt: now };
    const command = await newCommand(tx, order, CommandKind.CANCEL, asked);
    if (command === undefined) return;
    refuseIfClaimed(viewer, order, now);
    if (!mayCancelOrder(viewer, order, stuck)) throw new Refused<UserError>([notCancellable()]);
    const inTill = order.injectionState === InjectionState.IN_POS;
    const sent = !inTill && (await tx.existsBy(InjectionAttempt, { orderId: order.id }));
    session.apply(order, endedClaim(decideCancellation(order, command, { stuck, sent }, now)));
  }
}
