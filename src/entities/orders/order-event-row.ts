import { Column, Entity, PrimaryColumn } from "typeorm";

import { type StoredSource } from "../../domain/orders/event-source";
import { type OrderEventDetail } from "../../domain/orders/order-event";
import { type Text } from "../../domain/texts/locale";
import { bigintAsNumber } from "../bigint-as-number";

/**
 * One thing that happened to an order. `sequence` has no gaps within the order; `branchPosition`
 * orders the events of a branch and is assigned after the commit, so that no event is lost to a
 * transaction that commits late. The table is also the replay log of every subscription.
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
  source!: StoredSource;

  @Column("text", { nullable: true })
  actor!: string | null;

  @Column("jsonb")
  summary!: Text;

  @Column("jsonb")
  detail!: OrderEventDetail;

  /**
   * Id of the transaction, in the cluster that wrote it. Older cursors identify their event by it.
   */
  @Column({ type: "text", insert: false, update: false })
  xid!: string;

  @Column({ type: "bigint", insert: false, update: false, transformer: bigintAsNumber })
  position!: number;

  /** null: nobody has followed the branch since. */
  @Column({
    name: "branch_position",
    type: "bigint",
    nullable: true,
    transformer: bigintAsNumber,
    insert: false,
    update: false,
  })
  branchPosition!: number | null;

  /** Not stored: this event says that a history starts afresh after the given one. */
  startsAfter?: Pick<OrderEventRow, "sequence" | "position" | "id">;

  /** Not stored: the cursor of the event sent before it. */
  previousCursor?: string | null;
}
