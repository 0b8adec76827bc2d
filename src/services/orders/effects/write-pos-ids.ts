import { type EntityManager } from "typeorm";

import { PosOrder } from "../../../entities/orders/pos-order";
import { type OfOrder, only } from "./effect-of-order";

/** Stores further ids under which POSes know orders. */
export async function writePosIds(tx: EntityManager, effects: readonly OfOrder[]): Promise<void> {
  const renewed = only(effects, "RENEW_POS_ID");
  if (renewed.length === 0) return;
  const rows = renewed.map(
    ({ order, effect: { posOrderId, generation, organizationId = null, keyId = null } }) => {
      return { posOrderId, orderId: order.id, generation, organizationId, keyId };
    },
  );
  await tx.insert(PosOrder, rows);
}
