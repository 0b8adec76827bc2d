import { Column, Entity, PrimaryColumn } from "typeorm";

import { type Text } from "../domain/locale";
import { type OrderEventDetail } from "../domain/order-event";
import { bigintAsNumber } from "./bigint-as-number";

/**
 * One thing that happened to an order. `sequence` has no gaps within the order; (xid, position) orders the events of all
 * orders without losing any to a transaction that commits late. The table also is the replay log of every subscription.
 *
 * TypeORM does not know the xid8 type, so it must not compare this table with the class.
 */
@Entity("order_events", { synchronize: false })
export class OrderEventRow {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid", { name: "order_id" })
  orderId!: string;

  @Column("uuid", { name: "branch_id" })
  branchId!: string;

  @Column("integer")
  sequence!: number;

  @Column("timestamptz")
  at!: Date;

  @Column("text")
  source!: "RESULT_REST" | "IIKO" | "GATEWAY";

  @Column("text", { nullable: true })
  actor!: string | null;

  @Column("jsonb")
  summary!: Text;

  @Column("jsonb")
  detail!: OrderEventDetail;

  @Column({ type: "text", insert: false, update: false })
  xid!: string;

  @Column({ type: "bigint", insert: false, update: false, transformer: bigintAsNumber })
  position!: number;
}
