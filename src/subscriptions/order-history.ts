import { type DataSource } from "typeorm";

import { Batcher } from "../domain/concurrency/batcher";
import { OrderEventRow } from "../entities/orders/order-event-row";
import { isSeen, type SeenEvent } from "./event-cursor";

/** A cursor in an order's history: after the event with this sequence. */
export interface OrderCursor {
  readonly sequence: number;
  /** That event; null if there is none, or it is no longer stored. */
  readonly id: string | null;
}

/** Reads what happened to an order. */
export class OrderHistory {
  private readonly generations = new Batcher((orderIds: readonly string[]) =>
    this.readGenerations(orderIds),
  );

  constructor(private readonly db: DataSource) {}

  /** How often the order's tracking token was renewed. Simultaneous callers share a statement. */
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
    return this.db
      .createQueryBuilder(OrderEventRow, "event")
      .where("event.orderId = :orderId and event.sequence > :sequence", { orderId, sequence })
      .orderBy("event.sequence")
      .limit(limit)
      .getMany();
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
    return this.db
      .createQueryBuilder(OrderEventRow, "event")
      .where("event.orderId = :orderId", { orderId })
      .andWhere("event.detail ->> 'kind' = 'STATUS' and event.detail ->> 'lateBySeconds' is null")
      .orderBy("event.sequence", "DESC")
      .limit(1)
      .getOne();
  }
}

export function orderCursorOf({ sequence, id }: OrderEventRow): OrderCursor {
  return { sequence, id };
}
