import { isOpenAtTill } from "../../domain/orders/open-orders";

/**
 * Whether something still has to be done for the order, or reported about it, as an SQL condition
 * on `orders o`; $1 is now. If an order's time is a week ago, no POS reports anything about it any
 * more: then only what the gateway itself has to do counts.
 */
export const IS_UNDER_WAY = `(
  ${isOpenAtTill("o", "$1::timestamptz")}
  or exists (select from fallback_deliveries d where d.order_id = o.id and d.sent_at is null and d.given_up_at is null)
  or exists (select from order_commands c where c.order_id = o.id and c.outcome = 'PENDING')
  or exists (
    select from bonus_reservations r
    where r.order_id = o.id and r.state = 'RELEASED' and r.customer_id_in_pos is not null and r.given_back_at is null
      and r.ended_at > $1::timestamptz - interval '2 days'
  )
)`;
