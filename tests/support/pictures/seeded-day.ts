import { Client } from "pg";

/**
 * The till cooked them all within seconds; now they are spread over ten hours, today and a week
 * ago, and the kitchen took its minutes.
 */
export async function spreadOverTheDay(url: string): Promise<void> {
  await changeDatabase(
    url,
    `      with place as (
        select id, row_number() over (order by created_at desc) as back, count(*) over () as all
          from orders),
      shift as (
        select id, back, make_interval(mins => (back * 20)::int, days => case when back % 4 = 0 then 7 else 0 end) as by
          from place),
      moved as (
        update orders o
           set created_at = o.created_at - shift.by, status_changed_at = o.status_changed_at - shift.by,
               status = case when back % 9 = 5 then 'CANCELLED' else o.status end,
               paid_online = back % 18 = 5
          from shift where shift.id = o.id)
      update order_events e
         set at = e.at - shift.by + case e.detail ->> 'to'
               when 'READY' then make_interval(mins => (12 + (back * 7) % 15)::int)
               when 'WAITING_FOR_COURIER' then make_interval(mins => (13 + (back * 7) % 15)::int)
               when 'ON_THE_WAY' then make_interval(mins => (15 + (back * 7) % 15)::int)
               when 'DELIVERED' then make_interval(mins => (31 + (back * 5) % 20)::int)
               when 'CLOSED' then make_interval(mins => (32 + (back * 5) % 20)::int)
               else interval '0' end
        from shift where shift.id = e.order_id`,
  );
}

/** The orders under way were placed one after the other, some minutes ago. */
export async function makeSomeWait(url: string): Promise<void> {
  await changeDatabase(
    url,
    `with place as (
       select id, make_interval(mins => (row_number() over (order by created_at desc) * 6)::int) as by
         from orders where created_at > now() - interval '10 minutes'),
     moved as (
       update orders o
          set created_at = o.created_at - place.by, status_changed_at = o.status_changed_at - place.by / 2,
              promised_at = o.promised_at - place.by, handed_over_at = o.handed_over_at - place.by
         from place where place.id = o.id)
     update order_events e set at = e.at - place.by from place where place.id = e.order_id`,
  );
}

async function changeDatabase(url: string, sql: string): Promise<void> {
  const db = new Client({ connectionString: url });
  await db.connect();
  try {
    await db.query(sql);
  } finally {
    await db.end();
  }
}
