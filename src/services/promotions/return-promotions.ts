import { type EntityManager, IsNull } from "typeorm";

import { InjectionState } from "../../domain/injection-state";
import { OrderStatus } from "../../domain/order-status";
import { type Order } from "../../entities/order";
import { PromoUse } from "../../entities/promo-use";

/**
 * Gives back what a locked order has used of promotions, when the order has come to be cancelled. Part of `tx`, which moves
 * the order: both happen or neither. Once given back it stays so, whatever the order comes to later.
 */
export async function returnPromotions(tx: EntityManager, order: Order, at: Date): Promise<void> {
  const { status, injectionState, promotions } = order;
  const cancelled = status === OrderStatus.CANCELLED || injectionState === InjectionState.CANCELLED_BEFORE_SEND;
  if (!cancelled || !promotions.some(({ code, source }) => code !== null && source === "RESULT_REST")) return;
  await tx.update(PromoUse, { orderId: order.id, returnedAt: IsNull() }, { returnedAt: at });
}
