import { type EntityManager } from "typeorm";

import { reservationEnd } from "../../domain/reservation-end";
import { BonusReservation, ReservationState } from "../../entities/bonus-reservation";
import { type Order } from "../../entities/order";
import { type JobQueue } from "../../ports/job-queue";
import { cancelHoldLater } from "./cancel-hold-later";

/**
 * Ends the reservation of a locked order's points, when what the order has come to ends it; what the POS may hold for it is
 * given back by a job. Part of `tx`, which moves the order: all happens or nothing. Once ended it stays so, whatever the
 * order comes to later.
 */
export async function endReservation(tx: EntityManager, jobs: JobQueue, order: Order, at: Date): Promise<void> {
  const end = order.bonusSpent > 0 ? reservationEnd(order.status, order.injectionState) : undefined;
  if (!end) return;
  const result = await tx
    .createQueryBuilder()
    .update(BonusReservation)
    .set({ state: ReservationState[end.state], endedAt: at, reason: end.reason })
    .where({ orderId: order.id, state: ReservationState.HELD })
    .returning("pos_customer_id")
    .execute();
  const [ended] = result.raw as { pos_customer_id: string | null }[];
  const mayBeHeld = ended && ended.pos_customer_id !== null;
  if (mayBeHeld && end.state === "RELEASED") await cancelHoldLater(tx, jobs, order);
}
