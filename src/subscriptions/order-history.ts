import { type DataSource } from "typeorm";

import { Batcher } from "../domain/concurrency/batcher";
import { OrderEventRow } from "../entities/orders/order-event-row";
import { searchRows } from "../services/orders/rows/order-rows";
import { isSeen, type SeenEvent } from "./event-cursor";

/** A cursor in an order's history: after the event with this sequence. */
export interface OrderCursor {
  readonly sequence: number;
  /** That event; null if there is none, or it is no longer stored. */
  readonly id: string | null;
}

/** Part of an order's history: at most so many events after that sequence. */
interface Part {
  readonly orderId: string;
  readonly sequence: number;
  readonly limit: number;
}

/** Orders whose history is read by one statement: a page of each still fits into memory easily. */
const MOST_TOGETHER = 100;

/**
 * Reads what happened to orders. Simultaneous callers share a statement, because many orders change
 * within the same moment, and all followers of a process that ends come back at once.
 */
export class OrderHistory {
  private readonly generations = new Batcher((orderIds: readonly string[]) =>
    this.readGenerations(orderIds),
  );
  private readonly parts = new Batcher((parts: readonly Part[]) => this.readParts(parts), {
    most: MOST_TOGETHER,
  });
  private readonly statuses = new Batcher((orderIds: readonly string[]) =>
    this.readStatuses(orderIds),
  );

  constructor(private readonly db: DataSource) {}

  /** How often the order's tracking token was renewed. */
  trackingGeneration(orderId: string): Promise<number> {
    return this.generations.ask(orderId);
  }

  private async readGenerations(orderIds: readonly string[]): Promise<number[]> {
    const rows = await this.db.query<{ id: string; generation: number }[]>(
      "select id, tracking_generation as generation from orders where id = any ($1)",
      [[...new Set(orderIds)]],
    );
    const known = new Map(rows.map(({ id, generation }) => [id, generation]));
    return orderIds.map((id) => known.get(id) ?? -1);
  }

  /** Returns events after `sequence`, oldest first. */
  after(orderId: string, sequence: number, limit: number): Promise<OrderEventRow[]> {
    return this.parts.ask({ orderId, sequence, limit });
  }

  /** Returns the cursor after an event, even a purged one; undefined if the order never had it. */
  async cursorAfter(orderId: string, seen: SeenEvent): Promise<OrderCursor | undefined> {
    const { sequence } = seen;
    const [event] = await this.after(orderId, sequence - 1, 1);
    if (event?.sequence === sequence) return isSeen(seen, event) ? orderCursorOf(event) : undefined;
    return event || sequence <= (await this.lastSequence(orderId))
      ? { sequence, id: null }
      : undefined;
  }

  /** Counts all events that the order ever had. */
  async lastSequence(orderId: string): Promise<number> {
    const [order] = await this.db.query<{ version: number }[]>(
      "select version from orders where id = $1",
      [orderId],
    );
    return order?.version ?? 0;
  }

  /** Returns the newest change of status, which a client that knows nothing is shown first. */
  latestStatus(orderId: string): Promise<OrderEventRow | null> {
    return this.statuses.ask(orderId);
  }

  private async readParts(parts: readonly Part[]): Promise<OrderEventRow[][]> {
    const events = await searchRows(this.db.manager, OrderEventRow, EVENTS_AFTER, [
      parts.map(({ orderId }) => orderId),
      parts.map(({ sequence }) => sequence),
      parts.map(({ limit }) => limit),
    ]);
    const byOrder = new Map<string, OrderEventRow[]>();
    for (const event of events) {
      const known = byOrder.get(event.orderId);
      if (known) known.push(event);
      else byOrder.set(event.orderId, [event]);
    }
    return parts.map(({ orderId, sequence, limit }) =>
      (byOrder.get(orderId) ?? []).filter((event) => event.sequence > sequence).slice(0, limit),
    );
  }

  private async readStatuses(orderIds: readonly string[]): Promise<(OrderEventRow | null)[]> {
    const events = await searchRows(this.db.manager, OrderEventRow, LATEST_STATUS, [orderIds]);
    const byOrder = new Map(events.map((event) => [event.orderId, event]));
    return orderIds.map((id) => byOrder.get(id) ?? null);
  }
}

const EVENTS_AFTER = `
  where id in (
    select part.id
    from unnest($1::uuid[], $2::integer[], $3::integer[]) as asked (of_order, known, most)
    cross join lateral (
      select id from order_events where order_id = of_order and sequence > known
      order by sequence limit most
    ) part
  )
  order by order_id, sequence`;

const LATEST_STATUS = `
  where id in (
    select (
      select id from order_events
      where order_id = of_order and detail ->> 'kind' = 'STATUS' and detail ->> 'lateBySeconds' is null
      order by sequence desc limit 1
    )
    from unnest($1::uuid[]) as asked (of_order)
  )`;

export function orderCursorOf({ sequence, id }: OrderEventRow): OrderCursor {
  return { sequence, id };
}
