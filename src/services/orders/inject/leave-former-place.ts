import { IsNull } from "typeorm";

import { decideElsewhere } from "../../../domain/orders/decide-notes";
import { InjectionState } from "../../../domain/orders/injection-state";
import { InjectionAttempt } from "../../../entities/orders/injection-attempt";
import { PosOrder } from "../../../entities/orders/pos-order";
import { type Clock } from "../../../ports/clock";
import { type OrderSession, type OrderSessions } from "../session/order-session";
import { type StartedAttempt } from "./start-attempts";

/**
 * Prepares an attempt for the place where the branch is connected now, once the place of the
 * earlier attempts has said that it does not have the order. Another organization gets the order
 * under a separate id: two POSes never share one.
 */
export class LeaveFormerPlace {
  constructor(
    private readonly parts: { readonly sessions: OrderSessions; readonly clock: Clock },
  ) {}

  /**
   * Returns the attempt to continue with; undefined if more has become known about the order in the
   * meantime and nothing may be sent.
   */
  execute(attempt: StartedAttempt): Promise<StartedAttempt | undefined> {
    return this.parts.sessions.change([attempt.order.id], "wait", (session) =>
      this.ready(session, attempt),
    );
  }

  private async ready(
    session: OrderSession,
    attempt: StartedAttempt,
  ): Promise<StartedAttempt | undefined> {
    const { tx } = session;
    const { place, number } = attempt;
    const { posOrderId, id: orderId } = attempt.order;
    const order = session.find(orderId);
    const isUnderWay =
      order?.injectionState === InjectionState.SENDING && order.posOrderId === posOrderId;
    if (!isUnderWay || !place) return undefined;
    if (!(await tx.existsBy(InjectionAttempt, { orderId, number, finishedAt: IsNull() })))
      return undefined;
    const sent = await tx.findOneBy(PosOrder, { posOrderId });
    if (sent?.organizationId === place.organizationId) {
      await tx.update(PosOrder, { posOrderId }, { keyId: place.keyId });
      return attempt;
    }
    session.apply(order, decideElsewhere(order, place, this.parts.clock.now()));
    await tx.update(InjectionAttempt, { orderId, number }, { generation: order.generation });
    return { ...attempt, order };
  }
}
