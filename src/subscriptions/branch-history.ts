import { type DataSource, type SelectQueryBuilder } from "typeorm";

import { OrderEventRow } from "../entities/orders/order-event-row";
import { type SeenEvent } from "./event-cursor";

/** Events numbered by one transaction: few enough not to hold anyone up. */
const NUMBERED_AT_ONCE = 5_000;

/** A cursor among the events of a branch: after the event with this number. */
export interface BranchCursor {
  readonly position: number;
  /** That event; null if it is unknown, or no longer stored. */
  readonly id: string | null;
}

/** Reads what happened to the orders of a branch, in the order in which it became visible. */
export class BranchHistory {
  constructor(private readonly db: DataSource) {}

  /**
   * Numbers what is committed and has no number yet; returns the last number given. What commits
   * later gets later numbers, so a cursor never skips anything. Safe to call from anywhere
   * simultaneously: one caller numbers, the others wait for it.
   */
  async number(branchId: string): Promise<number> {
    for (;;) {
      const [row] = await this.db.query<{ last: string; more: boolean }[]>(
        "select last, more from number_branch_events($1, $2)",
        [branchId, NUMBERED_AT_ONCE],
      );
      if (!row?.more) return Number(row?.last);
    }
  }

  /** Returns numbered events from `position` on, oldest first. */
  from(branchId: string, position: number, limit: number): Promise<OrderEventRow[]> {
    return this.of(branchId)
      .andWhere("event.branchPosition >= :position", { position })
      .orderBy("event.branchPosition")
      .limit(limit)
      .getMany();
  }

  /** Returns the cursor after everything that has happened until now, and the newest event. */
  async end(
    branchId: string,
  ): Promise<{ readonly cursor: BranchCursor; readonly newest: OrderEventRow | null }> {
    const position = await this.number(branchId);
    const newest = await this.of(branchId)
      .andWhere("event.branchPosition is not null")
      .orderBy("event.branchPosition", "DESC")
      .limit(1)
      .getOne();
    const isLast = newest !== null && (newest.branchPosition ?? 0) >= position;
    return { cursor: isLast ? branchCursorOf(newest) : { position, id: null }, newest };
  }

  /**
   * Returns the cursor after an event; undefined if the branch has no such event. An event older
   * than everything stored has been purged, and everything stored came after it.
   */
  async cursorAfter(branchId: string, seen: SeenEvent): Promise<BranchCursor | undefined> {
    await this.number(branchId);
    const event = await this.find(branchId, seen);
    if (event) return branchCursorOf(event);
    const [oldest] = await this.from(branchId, 0, 1);
    return oldest && BigInt(oldest.position) > BigInt(seen.position)
      ? { position: 0, id: null }
      : undefined;
  }

  private find(
    branchId: string,
    { sequence, position, name }: SeenEvent,
  ): Promise<OrderEventRow | null> {
    const query = this.of(branchId);
    if ("id" in name) return query.andWhere("event.id = :id", name).getOne();
    return query
      .andWhere("event.xid = :xid::xid8 and event.position = :position::bigint", {
        ...name,
        position,
      })
      .andWhere("event.sequence = :sequence", { sequence })
      .getOne();
  }

  private of(branchId: string): SelectQueryBuilder<OrderEventRow> {
    return this.db
      .createQueryBuilder(OrderEventRow, "event")
      .where("event.branchId = :branchId", { branchId });
  }
}

export function branchCursorOf({ branchPosition, id }: OrderEventRow): BranchCursor {
  return { position: branchPosition ?? 0, id };
}
