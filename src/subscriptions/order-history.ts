import { type DataSource } from "typeorm";

import { OrderEventRow } from "../entities/order-event-row";

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
