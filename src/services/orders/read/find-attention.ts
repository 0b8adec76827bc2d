import { type DataSource } from "typeorm";

import { type Viewer } from "../../../domain/access/viewer";
import { isUuid } from "../../../domain/ids";
import { type Attention, type AttentionReason } from "../../../domain/orders/order-attention";
import { type Clock } from "../../../ports/clock";
import { gravestAt } from "./attention-sql";

/** How many orders need a person for one reason, and the one that has waited longest. */
export interface AttentionCount {
  readonly branchId: string;
  readonly reason: AttentionReason;
  readonly count: number;
  readonly oldestSince: Date;
  readonly oldestOrderId: string;
}

/**
 * Maximum entries in a response: as many branches as may be named, or fewer with several reasons
 * each.
 */
const MOST_COUNTS = 5_000;

/** Finds which orders need a person, and why. */
export class FindAttention {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Returns the most serious reason of each of these orders that needs a person, by order id. */
  async ofOrders(orderIds: readonly string[]): Promise<ReadonlyMap<string, Attention>> {
    const rows = await this.db.query<(Attention & { orderId: string })[]>(
      `select order_id as "orderId", reason, since from (${gravestAt("$2::timestamptz")}) found
       where order_id = any ($1)`,
      [orderIds, this.clock.now()],
    );
    return new Map(rows.map(({ orderId, ...attention }) => [orderId, attention]));
  }

  /**
   * Counts an order once, under its most serious reason; returns the most serious 5,000 counts.
   * Uses only the indexes of open orders; changes nothing.
   *
   * @param branchIds null for all branches that the viewer works for
   */
  async counts(viewer: Viewer, branchIds: readonly string[] | null): Promise<AttentionCount[]> {
    if (viewer.kind !== "key") return [];
    const asked = branchIds?.filter(isUuid) ?? null;
    return this.db.query<AttentionCount[]>(
      `select branch_id as "branchId", reason, count(*)::int as count, min(since) as "oldestSince",
         (array_agg(order_id order by since, order_id))[1] as "oldestOrderId"
       from (${gravestAt("$1::timestamptz")}) found
       where ($2::uuid[] is null or branch_id = any ($2)) and ($3::uuid[] is null or branch_id = any ($3))
       group by branch_id, reason, rank order by rank, branch_id limit ${MOST_COUNTS}`,
      [this.clock.now(), viewer.branchIds, asked],
    );
  }
}
