import { type EntityManager } from "typeorm";

import { reservationEnd } from "../../domain/reservation-end";
import { BonusReservation, ReservationState } from "../../entities/bonus-reservation";
import { type Order } from "../../entities/order";

/**
 * Ends the reservation of a locked order's points, when what the order has come to ends it. Part of `tx`, which moves the
 * order: both happen or neither. Once ended it stays so, whatever the order comes to later.
 */
export async function endReservation(tx: EntityManager, order: Order, at: Date): Promise<void> {
  const end = order.bonusSpent > 0 ? reservationEnd(order.status, order.injectionState) : undefined;
  if (!end) return;
  const held = { orderId: order.id, state: ReservationState.HELD };
  await tx.update(BonusReservation, held, { state: ReservationState[end.state], endedAt: at, reason: end.reason });
}
