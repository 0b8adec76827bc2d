import { type Pool } from "pg";

import { type Sandbox } from "../../sandbox/start-sandbox";

/**
 * Points are held while their order is under way in the till, and no longer. Those of an order that
 * the staff have are free; if the till turns out to have the order after all, they are not taken
 * again.
 */
const AMISS = `
  select count(*)::int as count
  from orders o left join bonus_reservations r on r.order_id = o.id
  where o.bonus_spent > 0 and case
    when r.order_id is null then true
    when o.injection_state <> 'IN_POS' or o.status in ('DELIVERED', 'CLOSED', 'CANCELLED') then r.state = 'HELD'
    else r.state <> 'HELD' and o.handed_over_at is null
  end`;

/**
 * Number of orders whose points are not reserved as their outcome requires, although all has come
 * to rest, plus holds that iiko still has then, which the till has not taken and nobody has
 * released.
 */
export async function pointsReserved(pool: Pool, sandbox: Sandbox): Promise<number> {
  const amiss = (await pool.query<{ count: number }>(AMISS)).rows[0]?.count ?? NaN;
  return amiss + sandbox.holds().filter(({ state }) => state === "held").length;
}
