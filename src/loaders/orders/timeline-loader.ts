import DataLoader from "dataloader";
import { type DataSource } from "typeorm";

import { type OrderEventRow } from "../../entities/orders/order-event-row";
import { perRequest } from "../per-request";

/** A page of an order's events. */
interface EventsAsked {
  readonly orderId: string;
  /** The last sequence seen; 0: start with the first. */
  readonly after: number;
  readonly limit: number;
}

/** Loads pages of events, oldest first, for any number of orders in one query per request. */
export class TimelineLoader {
  readonly of: (context: object) => DataLoader<EventsAsked, OrderEventRow[], string>;

  constructor(db: DataSource) {
    this.of = perRequest(
      () =>
        new DataLoader((asked: readonly EventsAsked[]) => load(db, asked), {
          cacheKeyFn: JSON.stringify,
        }),
    );
  }
}

async function load(db: DataSource, asked: readonly EventsAsked[]): Promise<OrderEventRow[][]> {
  const rows = await db.query<(OrderEventRow & { place: number })[]>(
    `select a.place::int - 1 as place, e.id, e.order_id as "orderId", e.branch_id as "branchId", e.sequence, e.at,
       e.source, e.actor, e.summary, e.detail, e.xid::text, e.position::float8,
       e.branch_position::float8 as "branchPosition"
     from unnest($1::uuid[], $2::int[], $3::int[]) with ordinality as a (order_id, after, most, place)
     cross join lateral (
       select * from order_events where order_id = a.order_id and sequence > a.after order by sequence limit a.most
     ) as e
     order by a.place, e.sequence`,
    [
      asked.map(({ orderId }) => orderId),
      asked.map(({ after }) => after),
      asked.map(({ limit }) => limit),
    ],
  );
  const pages = asked.map((): OrderEventRow[] => []);
  for (const { place, ...row } of rows) pages[place]?.push(row);
  return pages;
}
