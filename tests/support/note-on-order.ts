import { type DataSource } from "typeorm";

import { decideNote } from "../../src/domain/orders/decide-notes";
import { type Order } from "../../src/entities/orders/order";
import { PostgresJobQueue } from "../../src/jobs/postgres-job-queue";
import { type EventFeed } from "../../src/ports/event-feed";
import { NO_ORDER_METER } from "../../src/ports/order-meter";
import { Transactions } from "../../src/postgres/transaction";
import { OrderSessions } from "../../src/services/orders/session/order-session";

const NOTE = { ru: "Заметка", en: "A note" };

interface Notes {
  readonly count?: number;
  /** The feed that announces them. */
  readonly feed: EventFeed | ((order: Order) => EventFeed);
  /** Runs after they are written and before they are committed. */
  readonly during?: (order: Order) => unknown;
}

/** Adds notes to an order's history, in a separate transaction. */
export async function noteOnOrder(
  db: DataSource,
  orderId: string,
  { count = 1, feed, during = () => undefined }: Notes,
): Promise<void> {
  const order = await db.manager.query<Order[]>("select version from orders where id = $1", [
    orderId,
  ]);
  if (!order[0]) throw new Error("The order is gone");
  const announcing = typeof feed === "function" ? feed(order[0]) : feed;
  const transactions = new Transactions(db, new PostgresJobQueue(), announcing);
  const sessions = new OrderSessions({ transactions, meter: NO_ORDER_METER });
  await sessions.change([orderId], "wait", async (session) => {
    const [locked] = session.orders;
    if (!locked) throw new Error("The order is gone");
    for (let each = 0; each < count; each += 1)
      session.apply(locked, decideNote(locked, NOTE, new Date()));
    await session.flush();
    await during(locked);
  });
}
