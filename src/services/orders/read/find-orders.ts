import { type DataSource } from "typeorm";

import { type Viewer } from "../../../domain/access/viewer";
import { Order } from "../../../entities/orders/order";
import { type Clock } from "../../../ports/clock";
import { newestOrders, someOrders } from "./newest-orders-sql";
import { type OrderFilter, type OrderPosition, type OrderUrgency } from "./order-filter";
import { wantedOrders } from "./wanted-orders";

/** Counting more would read more rows than any page does. */
const MOST_COUNTED = 10_000;

/** The position in a list that is sorted by urgency first. */
export interface UrgentPosition {
  /** Index in the requested list of urgencies. */
  readonly rank: number;
  readonly position: OrderPosition;
}

/** Finds orders of the branches an operator works for, or a guest's own, newest first. */
export class FindOrders {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async execute(
    viewer: Viewer,
    filter: OrderFilter,
    limit: number,
    after: OrderPosition | null,
  ): Promise<Order[]> {
    const wanted = wantedOrders(viewer, filter, this.clock.now());
    if (!wanted) return [];
    const { sql, values } = newestOrders(wanted, limit, after);
    return this.db
      .createQueryBuilder(Order, "o")
      .where(`o.id in (${sql})`, values)
      .orderBy("o.createdAt", "DESC")
      .addOrderBy("o.id", "DESC")
      .getMany();
  }

  /**
   * Returns the most urgent first, however many newer ones there are, and the newest within each
   * urgency. Uses one index for each urgency.
   */
  async byUrgency(
    viewer: Viewer,
    filter: OrderFilter,
    urgencies: readonly OrderUrgency[],
    limit: number,
    after: UrgentPosition | null,
  ): Promise<{ readonly rank: number; readonly order: Order }[]> {
    const found: { rank: number; order: Order }[] = [];
    for (let rank = after?.rank ?? 0; rank < urgencies.length && found.length < limit; rank++) {
      const position = rank === after?.rank ? after.position : null;
      const asked = { ...filter, urgency: urgencies[rank] };
      const orders = await this.execute(viewer, asked, limit - found.length, position);
      found.push(...orders.map((order) => ({ rank, order })));
    }
    return found;
  }

  /** Returns how many there are on all pages together; null if more than 10,000. */
  async count(
    viewer: Viewer,
    filter: OrderFilter,
    urgencies: readonly OrderUrgency[] = [],
  ): Promise<number | null> {
    const all =
      urgencies.length === 0 ? [filter] : urgencies.map((urgency) => ({ ...filter, urgency }));
    const counts = await Promise.all(all.map((each) => this.countOne(viewer, each)));
    const sum = counts.reduce((total, count) => total + count, 0);
    return sum > MOST_COUNTED ? null : sum;
  }

  private async countOne(viewer: Viewer, filter: OrderFilter): Promise<number> {
    const wanted = wantedOrders(viewer, filter, this.clock.now());
    if (!wanted) return 0;
    const { sql, values } = someOrders(wanted, MOST_COUNTED + 1);
    const counted = this.db.createQueryBuilder().from(`(${sql})`, "found").setParameters(values);
    const row = await counted.select("count(*)::int", "count").getRawOne<{ count: number }>();
    return row?.count ?? 0;
  }
}
