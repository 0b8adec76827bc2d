import { decideFailure } from "../../../domain/orders/decide-failure";
import { isAsItsAttemptLeftIt, maySend } from "../../../domain/orders/decide-start";
import { InjectionAttempt } from "../../../entities/orders/injection-attempt";
import { type Clock } from "../../../ports/clock";
import { settingsOf, toldLast } from "../session/ask-of-orders";
import { type CallFailure } from "../session/call-failure";
import { type OrderSession, type OrderSessions } from "../session/order-session";

/**
 * Counts a failure that is not the end of an attempt: either none could be started, or it had ended
 * well and what the POS said about it was lost.
 */
export class CountFailure {
  constructor(
    private readonly parts: { readonly sessions: OrderSessions; readonly clock: Clock },
  ) {}

  /**
   * Counts it with all consequences in one transaction. Does nothing if the order has moved on in
   * the meantime.
   *
   * @param attempt the attempt that had ended; null if none could be started
   */
  execute(orderId: string, attempt: number | null, failure: CallFailure): Promise<void> {
    return this.parts.sessions.change([orderId], "wait", (session) =>
      this.count(session, attempt, failure),
    );
  }

  private async count(
    session: OrderSession,
    attempt: number | null,
    failure: CallFailure,
  ): Promise<void> {
    const { tx } = session;
    const [order] = session.orders;
    if (!order || !(attempt === null ? maySend(order) : isAsItsAttemptLeftIt(order))) return;
    const last = await tx.maximum(InjectionAttempt, "number", { orderId: order.id });
    if (attempt !== null && last !== attempt) return;
    const settings = (await settingsOf(tx, [order])).get(order.branchId);
    if (!settings) throw new Error(`Branch ${order.branchId} has no settings`);
    const told = (await toldLast(tx, failure.unsent ? [order] : [])).get(order.id);
    const context = {
      now: this.parts.clock.now(),
      source: "GATEWAY",
      attempt,
      provenFailed: false,
    } as const;
    session.apply(order, decideFailure(order, settings, failure, { ...context, toldLast: told }));
  }
}
