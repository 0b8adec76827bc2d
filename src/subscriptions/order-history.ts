import { type DataSource } from "typeorm";

import { OrderEventRow } from "../entities/order-event-row";
import { type BranchPlace } from "./event-cursor";

/** Reads what happened to an order. */
export class OrderHistory {
  constructor(private readonly db: DataSource) {}

  /** Events after `sequence`, oldest first. */
  after(orderId: string, sequence: number, limit: number): Promise<OrderEventRow[]> {
    return this.db
      .createQueryBuilder(OrderEventRow, "event")
      .where("event.orderId = :orderId and event.sequence > :sequence", { orderId, sequence })
      .orderBy("event.sequence")
      .limit(limit)
      .getMany();
  }

  /**
   * Events of a branch's orders after a place, in the order of their transactions. An event waits (`heldBack`) while an
   * older transaction is under way, as that one may still write before it; so a place is never passed by.
   */
  async afterInBranch(
    branchId: string,
    { xid, position }: BranchPlace,
    limit: number,
  ): Promise<{ events: OrderEventRow[]; heldBack: boolean }> {
    const { entities, raw } = await this.db
      .createQueryBuilder(OrderEventRow, "event")
      .addSelect("event.xid < pg_snapshot_xmin(pg_current_snapshot())", "settled")
      .where("event.branchId = :branchId", { branchId })
      .andWhere("(event.xid, event.position) > (:xid::xid8, :position::bigint)", { xid, position })
      .orderBy({ "event.xid": "ASC", "event.position": "ASC" })
      .limit(limit)
      .getRawAndEntities<{ settled: boolean }>();
    const unsettled = raw.findIndex(({ settled }) => !settled);
    return unsettled === -1
      ? { events: entities, heldBack: false }
      : { events: entities.slice(0, unsettled), heldBack: true };
  }

  /**
   * After the branch's newest event that no transaction under way can write before; so the same for everybody who begins
   * to follow between two events.
   */
  async lastPlace(branchId: string): Promise<BranchPlace> {
    const [row] = await this.db.query<BranchPlace[]>(
      `select e.xid::text, e.position::text from order_events e
       where e.branch_id = $1 and e.xid < pg_snapshot_xmin(pg_current_snapshot())
       order by e.xid desc, e.position desc limit 1`,
      [branchId],
    );
    return row ?? { xid: "0", position: "0" };
  }

  /** The newest change of status: what a client that knows nothing is shown first. */
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
