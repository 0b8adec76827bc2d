/**
 * The orders of a period: $1 the branches of the viewer, $2 the requested ones, where null means
 * all; $3 and $4 its first and last day, both included, by each branch's calendar. The bounds
 * without a time zone are for the index.
 */
const PLACED = `
  select o.id, o.created_at, o.fulfilment, o.status, o.total, o.currency_code, o.wanted_at, o.paid_online,
         to_char(o.created_at at time zone b.time_zone, 'YYYY-MM-DD') as day,
         extract(hour from o.created_at at time zone b.time_zone)::int as hour
    from orders o join branches b on b.id = o.branch_id
   where ($1::uuid[] is null or o.branch_id = any ($1)) and ($2::uuid[] is null or o.branch_id = any ($2))
     and o.created_at >= $3::date - interval '1 day' and o.created_at < $4::date + interval '2 days'
     and (o.created_at at time zone b.time_zone)::date between $3::date and $4::date`;

const BY_DAY_AND_HOUR = "grouping sets ((), (day), (hour))";

/**
 * What each order went through, according to its history. The kitchen's time starts when the order
 * is in the POS; the time of orders for later says nothing about the kitchen.
 */
const WAYS = `
  select placed.*, extract(epoch from way.arrived - placed.created_at) as seconds, way.handed, way.unreached, way.refused,
         case when wanted_at is null and way.ready >= way.known then extract(epoch from way.ready - way.known) end as cooked,
         case when wanted_at is null and way.received >= way.known then extract(epoch from way.received - way.known) end as served
    from placed left join lateral (
      select min(at) filter (where detail ->> 'state' = 'IN_POS') as arrived,
             min(at) filter (where detail ->> 'state' in ('IN_POS', 'ENTERED_BY_HAND')) as known,
             min(at) filter (where detail ->> 'to' in ('READY', 'WAITING_FOR_COURIER', 'ON_THE_WAY', 'DELIVERED', 'CLOSED')) as ready,
             min(at) filter (where detail ->> 'to' in ('DELIVERED', 'CLOSED')) as received,
             bool_or(detail ->> 'state' in ('FALLBACK_SENT', 'DEAD_LETTERED')) as handed,
             bool_or(detail ->> 'state' = 'DEAD_LETTERED') as unreached,
             bool_or(detail ->> 'state' in ('FALLBACK_SENT', 'DEAD_LETTERED')
               and detail -> 'fault' ->> 'kind' in ('FINAL', 'MAPPING', 'OPERATOR')) as refused
        from order_events where order_id = placed.id and detail ->> 'kind' in ('INJECTION', 'STATUS')
    ) way on true`;

export const FIGURES = `
  with placed as (${PLACED}), ways as (${WAYS})
  select day, hour, count(*)::int as orders,
         count(*) filter (where fulfilment = 'DELIVERY')::int as delivery,
         count(*) filter (where status = 'CANCELLED')::int as cancelled,
         count(*) filter (where status = 'CANCELLED' and paid_online)::int as "cancelledPaid",
         count(seconds)::int as "inTill",
         percentile_cont(0.5) within group (order by seconds)::float8 as "secondsToTill",
         percentile_cont(0.95) within group (order by seconds)::float8 as "secondsToTill95",
         percentile_cont(0.5) within group (order by cooked)::float8 as "secondsToReady",
         percentile_cont(0.95) within group (order by cooked)::float8 as "secondsToReady95",
         percentile_cont(0.5) within group (order by served)::float8 as "secondsToGuest",
         count(*) filter (where handed)::int as "handedOver",
         count(*) filter (where handed and refused and not unreached)::int as refused,
         count(*) filter (where unreached)::int as unreached
    from ways group by ${BY_DAY_AND_HOUR}
   order by grouping(day) + grouping(hour) desc, grouping(day), day, hour`;

/** What was sold, and what had been paid online for orders that have since been cancelled. */
export const SUMS = `
  with placed as (${PLACED})
  select day, hour, currency_code as currency,
         (sum(total) filter (where status <> 'CANCELLED'))::text as sold,
         (sum(total) filter (where status = 'CANCELLED' and paid_online))::text as cancelled
    from placed group by currency_code, ${BY_DAY_AND_HOUR} order by currency_code`;
