import { type Pool } from "pg";

/**
 * A code is used up as long as its order exists, whether the till makes it or the staff enter it by
 * hand. It becomes free again when the order is cancelled, even if the till continues with it all
 * the same.
 */
const AMISS = `
  select count(*)::int as count
  from orders o left join promo_uses u on u.order_id = o.id
  where o.promotions @> '[{"source": "RESULT_REST"}]' and case
    when u.order_id is null then true
    when o.status = 'CANCELLED' or o.injection_state = 'CANCELLED_BEFORE_SEND' then u.returned_at is null
    else u.returned_at is not null
      and not exists (select from order_commands c where c.order_id = o.id and c.kind = 'CANCEL')
  end`;

/**
 * Number of orders whose promo codes are not used as their outcome requires, although all has come
 * to rest.
 */
export async function promoCodesUsed(pool: Pool): Promise<number> {
  return (await pool.query<{ count: number }>(AMISS)).rows[0]?.count ?? NaN;
}
