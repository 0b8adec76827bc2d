import { type DataSource } from "typeorm";

import { DeliveryPurpose } from "../../entities/fallback-delivery";
import { type Order } from "../../entities/order";
import { type Clock } from "../../ports/clock";
import { type JobQueue } from "../../ports/job-queue";
import { type ReportUnexpected } from "../orders/unexpected";
import { lockOrders, saveOrder } from "../orders/lock-order";
import { writeToPeople } from "./write-to-people";

const EVERY_MS = 15_000;
const MOST = 200;

export type LateOrder = Pick<Order, "id" | "branchId" | "injectionState">;

/** Warns people once of each order that is still not in its till (the job `alert-late-orders`). */
export class AlertLateOrders {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly jobs: JobQueue;
      readonly clock: Clock;
      /** Called once for each late order. */
      readonly report: (late: LateOrder) => void;
      readonly reportUnexpected: ReportUnexpected;
    },
  ) {}

  /** Safe to call at every start of every process: one round waits at most. */
  async plan(): Promise<void> {
    const { db, jobs } = this.parts;
    await jobs.enqueue(db.manager, "alert-late-orders", {}, { delayMs: EVERY_MS, key: "alert-late-orders" });
  }

  /**
   * Plans the next round; one statement finds the late ones among the open orders of all branches. One that somebody else
   * has locked is left to the next round.
   *
   * @throws what went wrong with one of them, after the others
   */
  async execute(): Promise<void> {
    await this.plan();
    const { db, clock } = this.parts;
    const late = await db.query<{ id: string }[]>(
      `select o.id from orders o join branch_settings s on s.branch_id = o.branch_id
       where o.alerted_at is null
         and o.injection_state not in ('IN_POS', 'ENTERED_BY_HAND', 'CANCELLED_BEFORE_SEND', 'NOT_REQUIRED')
         and s.alert_if_not_accepted_after_seconds > 0
         and o.created_at <= $1::timestamptz - make_interval(secs => s.alert_if_not_accepted_after_seconds)
       order by o.created_at limit ${MOST}`,
      [clock.now()],
    );
    for (const { id } of late) await this.alertAnyhow(id);
  }

  /** One that cannot be told of does not hold up the others, and is tried again the next time. */
  private async alertAnyhow(orderId: string): Promise<void> {
    try {
      await this.alert(orderId);
    } catch (error) {
      this.parts.reportUnexpected({ orderId, during: "alert-late-orders", error });
    }
  }

  private async alert(orderId: string): Promise<void> {
    const { db, jobs, clock, report } = this.parts;
    const order = await db.transaction(async (tx) => {
      const [found] = await lockOrders(tx, [orderId], "skip");
      if (!found || found.alertedAt) return undefined;
      found.alertedAt = clock.now();
      await saveOrder(tx, found, ["alertedAt"]);
      // Whoever has the order itself needs no word that it is late.
      if (found.handedOverAt === null) await writeToPeople(tx, jobs, found, DeliveryPurpose.ALERT);
      return found;
    });
    if (order) report({ id: order.id, branchId: order.branchId, injectionState: order.injectionState });
  }
}
