import { Column, Entity, PrimaryColumn } from "typeorm";

/** Every id under which an order was, or may have been, sent to the POS. Written before the call it is used in. */
@Entity("pos_orders")
export class PosOrder {
  @PrimaryColumn("uuid", { name: "pos_order_id" })
  posOrderId!: string;

  @Column("uuid", { name: "order_id" })
  orderId!: string;

  @Column("integer")
  generation!: number;

  @Column("timestamptz", { name: "created_at", default: () => "now()" })
  createdAt!: Date;
}
