import { type EntityManager } from "typeorm";

import { MessagePurpose, StaffMessage } from "../../entities/orders/staff-message";

/** Returns the number of the order's latest hand-over to the staff; 0 before the first. */
export async function currentRound(tx: EntityManager, orderId: string): Promise<number> {
  return (
    (await tx.maximum(StaffMessage, "round", {
      orderId,
      purpose: MessagePurpose.HAND_OVER,
    })) ?? 0
  );
}
