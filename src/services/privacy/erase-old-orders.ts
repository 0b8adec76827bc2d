import { type DataSource, type EntityManager } from "typeorm";

import { type EventFeed } from "../../ports/event-feed";
import { longTransaction } from "../../postgres/long-transaction";
import { eraseOrders } from "./erase-orders";
import { IS_UNDER_WAY } from "./under-way";

/** Orders per transaction: few enough not to hold anyone up. */
const SLICE = 200;
const DAY_MS = 24 * 3_600_000;

/** Removes guest data from orders that are older than the retention period. */
export class EraseOldOrders {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly feed: EventFeed;
      /** 0 means that orders keep their guest data permanently. */
      readonly orderRetentionDays: number;
    },
  ) {}

  /**
   * Safe to repeat, and to run in many processes simultaneously: orders that somebody else has
   * locked, or is still working on, are erased next time.
   */
  async execute(now: Date): Promise<void> {
    const { db, feed, orderRetentionDays: days } = this.parts;
    if (days === 0) return;
    const before = new Date(now.getTime() - days * DAY_MS);
    const slice = async (tx: EntityManager) => {
      const orders = await tx.query<{ id: string }[]>(OLDEST, [now, before]);
      await eraseOrders(
        tx,
        feed,
        orders.map(({ id }) => id),
        now,
      );
      return orders.length;
    };
    while ((await longTransaction(db, slice)) === SLICE);
  }
}

const OLDEST = `
  select o.id from orders o
  where o.erased_at is null and o.created_at < $2 and coalesce(o.wanted_at, o.created_at) < $2 and not ${IS_UNDER_WAY}
  order by o.created_at limit ${SLICE} for no key update of o skip locked`;
