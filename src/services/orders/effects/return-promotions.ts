import { type EntityManager } from "typeorm";

import { type OfOrder, only } from "./effect-of-order";

/**
 * Returns what cancelled orders have used of promotions. Once returned it stays so, whatever
 * happens to an order later.
 */
export async function returnPromotions(
  tx: EntityManager,
  effects: readonly OfOrder[],
): Promise<void> {
  const returned = only(effects, "RETURN_PROMOTIONS");
  if (returned.length === 0) return;
  await tx.query(
    `update promo_uses used set returned_at = back.at
     from jsonb_to_recordset($1) as back ("orderId" uuid, at timestamptz)
     where used.order_id = back."orderId" and used.returned_at is null`,
    [JSON.stringify(returned.map(({ order, effect }) => ({ orderId: order.id, at: effect.at })))],
  );
}
