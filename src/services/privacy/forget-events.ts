import { type DataSource } from "typeorm";

import { longTransaction } from "../../postgres/long-transaction";

/** The last event that was examined, with its time as PostgreSQL writes it: to the microsecond. */
interface Place {
  readonly at: string;
  readonly id: string;
}

const BEFORE_ALL: Place = { at: "-infinity", id: "00000000-0000-0000-0000-000000000000" };

/**
 * Examines the next events in order of time, and deletes those whose orders are old as well. Orders
 * are looked up one by one, because a join would read the whole table.
 */
const FORGET_NEXT = `
  with page as (
    select id, at, (select coalesce(o.wanted_at, o.created_at) from orders o where o.id = e.order_id) as due
    from order_events e where e.at < $1 and (e.at, e.id) > ($2, $3) order by e.at, e.id limit $4
  ), gone as (
    delete from order_events where id = any (array(select id from page where due < $1))
  )
  select at::text, id from page order by page.at desc, id desc limit 1`;

/**
 * Deletes the events before that time whose orders' own time was also before it. Each batch
 * continues where the last one ended, past what is kept and what others have deleted in the
 * meantime; a new run deletes what is left. Sequences continue where they were: `orders.version`
 * also counts deleted events.
 *
 * @param most maximum number of events per transaction
 */
export async function forgetEvents(db: DataSource, before: Date, most: number): Promise<void> {
  let place: Place | undefined = BEFORE_ALL;
  while (place) {
    const values: unknown[] = [before, place.at, place.id, most];
    [place] = await longTransaction(db, (tx) => tx.query<Place[]>(FORGET_NEXT, values));
  }
}
