import { type EntityManager } from "typeorm";

import { MessagePurpose, StaffMessage } from "../../entities/orders/staff-message";

/** The number of the order's newest hand-over to people; 0 before the first. */
export async function currentRound(tx: EntityManager, orderId: string): Promise<number> {
  return (
    (await tx.maximum(StaffMessage, "round", {
      orderId,
      purpose: MessagePurpose.HAND_OVER,
    })) ?? 0
  );
}
