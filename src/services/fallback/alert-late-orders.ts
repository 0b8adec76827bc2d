import { type DataSource } from "typeorm";

import { decideLate } from "../../domain/orders/decide-notes";
import { SETTLED_STATES } from "../../domain/orders/settled-states";
import { type Order } from "../../entities/orders/order";
import { type Clock } from "../../ports/clock";
import { type OrderSessions } from "../orders/session/order-session";
import { type ReportUnexpected } from "../orders/session/unexpected";

const MOST = 200;

export type LateOrder = Pick<Order, "id" | "branchId" | "injectionState">;

/**
 * Alerts the staff once about each order that is still not in its POS (the job
 * `alert-late-orders`).
 */
export class AlertLateOrders {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly sessions: OrderSessions;
      readonly clock: Clock;
      /** Called once for each late order. */
      readonly report: (late: LateOrder) => void;
      readonly reportUnexpected: ReportUnexpected;
    },
  ) {}

  /**
   * One statement finds the late orders among the open orders of all branches. An order that
   * somebody else has locked is left to the next round.
   *
   * @throws what went wrong with one of them, after the others have been processed
   */
  async execute(): Promise<void> {
    const { db, clock } = this.parts;
    const late = await db.query<{ id: string }[]>(
      `select o.id from orders o join branch_settings s on s.branch_id = o.branch_id
       where o.alerted_at is null
         and o.injection_state not in ${SETTLED_STATES}
         and s.alert_if_not_accepted_after_seconds > 0
         and o.created_at <= $1::timestamptz - make_interval(secs => s.alert_if_not_accepted_after_seconds)
       order by o.created_at limit ${MOST}`,
      [clock.now()],
    );
    if (late.length > 0) await this.alertAnyhow(late.map(({ id }) => id));
  }

  /** An order whose alert fails does not hold up the others, and is retried next time. */
  private async alertAnyhow(orderIds: readonly string[]): Promise<void> {
    const [orderId = null] = orderIds;
    try {
      await this.alert(orderIds);
    } catch (error) {
      if (orderIds.length > 1) for (const id of orderIds) await this.alertAnyhow([id]);
      else this.parts.reportUnexpected({ orderId, during: "alert-late-orders", error });
    }
  }

  private async alert(orderIds: readonly string[]): Promise<void> {
    const { sessions, clock, report } = this.parts;
    const now = clock.now();
    const alerted = await sessions.change(orderIds, "skip", (session) => {
      const late = session.orders.filter(({ alertedAt }) => alertedAt === null);
      for (const order of late) session.apply(order, decideLate(order, now));
      return Promise.resolve(late);
    });
    for (const { id, branchId, injectionState } of alerted)
      report({ id, branchId, injectionState });
  }
}
