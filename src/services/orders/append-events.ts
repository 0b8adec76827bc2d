import { type EntityManager } from "typeorm";

import { newId } from "../../domain/ids";
import { type Text } from "../../domain/locale";
import { type OrderEventDetail } from "../../domain/order-event";
import { type Order } from "../../entities/order";
import { type EventFeed } from "../../ports/event-feed";

export interface NewEvent {
  readonly at: Date;
  readonly source: "RESULT_REST" | "IIKO" | "GATEWAY";
  readonly actor?: string | null;
  readonly summary: Text;
  readonly detail: OrderEventDetail;
}

/**
 * Adds events to an order's history and announces them, all as part of `tx`. The caller holds the order's row lock (or has
 * just inserted the row), so sequences have no gaps. Moves `order.version` on; the caller saves the row.
 */
export async function appendEvents(
  tx: EntityManager,
  feed: EventFeed,
  order: Order,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event, index) => ({
    ...event,
    actor: event.actor ?? null,
    id: newId(),
    sequence: order.version + index + 1,
  }));
  await tx.query(
    `insert into order_events (id, order_id, branch_id, sequence, at, source, actor, summary, detail)
     select e.id, $1, $2, e.sequence, e.at, e.source, e.actor, e.summary, e.detail
     from jsonb_to_recordset($3::jsonb)
       as e(id uuid, sequence integer, at timestamptz, source text, actor text, summary jsonb, detail jsonb)`,
    [order.id, order.branchId, JSON.stringify(rows)],
  );
  order.version += events.length;
  await feed.announce(tx, `order:${order.id}`, `branch:${order.branchId}`);
}
