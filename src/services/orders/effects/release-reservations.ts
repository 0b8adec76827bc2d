import { type EntityManager } from "typeorm";

import { ReservationState } from "../../../entities/loyalty/bonus-reservation";
import { type AnyJob } from "../../../ports/job-queue";
import { holdCancellation } from "../rows/order-jobs";
import { type OfOrder, only } from "./effect-of-order";

const END = `
  with ended as (
    update bonus_reservations held set state = ends.state, ended_at = ends.at, reason = ends.reason
    from jsonb_to_recordset($1) as ends ("orderId" uuid, state text, at timestamptz, reason text)
    where held.order_id = ends."orderId" and held.state = 'HELD'
    returning held.order_id, held.state, held.customer_id_in_pos
  )
  select order_id as id, branch_id as "branchId" from ended join orders on orders.id = order_id
  where ended.state = 'RELEASED' and customer_id_in_pos is not null`;

/**
 * Ends the reservations of orders' points; any points that a POS may hold for them are released.
 */
export async function releaseReservations(
  tx: EntityManager,
  effects: readonly OfOrder[],
): Promise<AnyJob[]> {
  const ends = only(effects, "RELEASE_RESERVATIONS");
  if (ends.length === 0) return [];
  const rows = new Map<string, object>();
  // If an order's reservation is ended several times, the first end counts: it stays ended whatever
  // happens to the order later.
  for (const { order, effect } of ends) {
    const { state, at, reason } = effect;
    if (!rows.has(order.id))
      rows.set(order.id, { orderId: order.id, state: ReservationState[state], at, reason });
  }
  const held = await tx.query<{ id: string; branchId: string }[]>(END, [
    JSON.stringify([...rows.values()]),
  ]);
  return held.map((order) => ({ task: "cancel-hold", ...holdCancellation(order) }));
}
