import { type DataSource } from "typeorm";

import { posHoldIdFor } from "../../domain/ids";
import { BonusReservation } from "../../entities/loyalty/bonus-reservation";
import { Order } from "../../entities/orders/order";
import { LoyaltyDisabled } from "../../errors";
import { type Clock } from "../../ports/clock";
import { type JobQueue } from "../../ports/job-queue";
import { able } from "../../ports/pos/pos";
import { holdCancellation } from "../orders/rows/order-jobs";
import { type SentOrders } from "../orders/session/sent-orders";
import { isPosError } from "../pos/pos-user-error";

/**
 * A call that holds points may reach the POS after the one that releases them, so nothing is
 * certain for this long.
 */
const ON_THE_WAY_MS = 60_000;
const SHORTEST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 300_000;
/** After this the job fails visibly. */
export const PATIENCE_MS = 24 * 3_600_000;

/**
 * Makes the POS release the points it holds for an order that was not completed (the job
 * `cancel-hold`).
 */
export class CancelHold {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly sentOrders: SentOrders;
      readonly jobs: JobQueue;
      readonly clock: Clock;
    },
  ) {}

  /**
   * Safe to repeat.
   *
   * @throws {PosUnavailable} or a similar error if the POS has not released them for a day
   */
  async execute({ orderId }: { orderId: string }): Promise<void> {
    const { manager } = this.parts.db;
    const [order, reservation] = await Promise.all([
      manager.findOneBy(Order, { id: orderId }),
      manager.findOneBy(BonusReservation, { orderId }),
    ]);
    if (!order || !reservation?.endedAt || reservation.givenBackAt) return;
    const passedMs = this.parts.clock.now().getTime() - reservation.endedAt.getTime();
    try {
      const givenBack = await this.giveBack(order);
      if (!givenBack && passedMs < ON_THE_WAY_MS) await this.again(order, ON_THE_WAY_MS);
      else await this.finish(orderId);
    } catch (error) {
      if (error instanceof LoyaltyDisabled) return this.finish(orderId);
      if (!isPosError(error) || passedMs > PATIENCE_MS) throw error;
      await this.again(order, Math.min(Math.max(passedMs, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS));
    }
  }

  /** Points may be held anywhere the order was sent to. */
  private async giveBack(order: Order): Promise<boolean> {
    const answers = await this.parts.sentOrders.askAll(
      order,
      ({ pos, credential, organizationId }) =>
        able(pos, "holds").cancelHold(credential, organizationId, posHoldIdFor(order.id)),
    );
    return answers.includes(true);
  }

  private async finish(orderId: string): Promise<void> {
    const { db, clock } = this.parts;
    await db.manager.update(BonusReservation, { orderId }, { givenBackAt: clock.now() });
  }

  private async again(order: Order, pauseMs: number): Promise<void> {
    const { db, jobs } = this.parts;
    await jobs.enqueueAll(db.manager, "cancel-hold", [holdCancellation(order, pauseMs)]);
  }
}
