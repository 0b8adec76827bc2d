import { type EntityManager } from "typeorm";

import { DeliveryPurpose, FallbackDelivery } from "../../entities/orders/fallback-delivery";

/** The number of the order's newest hand-over to people; 0 before the first. */
export async function currentRound(tx: EntityManager, orderId: string): Promise<number> {
  return (
    (await tx.maximum(FallbackDelivery, "round", {
      orderId,
      purpose: DeliveryPurpose.HAND_OVER,
    })) ?? 0
  );
}
