import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

import { Order } from "./order";

/**
 * Every id under which an order was, or may have been, sent to the POS. Written before the call it
 * is used in.
 */
@Entity("pos_orders")
@Index("pos_orders_order", ["orderId"])
export class PosOrder {
  @PrimaryColumn("text", { name: "id_in_pos" })
  posOrderId!: string;

  @Column("uuid", { name: "order_id" })
  @ForeignKey(() => Order, { name: "pos_orders_order_fk", onDelete: "CASCADE" })
  orderId!: string;

  @Column("integer")
  generation!: number;

  /**
   * Where the order was sent, or moved to; null: nobody noted it, and the branch's own organization
   * is meant.
   */
  @Column("text", { name: "organization_id_in_pos", nullable: true })
  organizationId!: string | null;

  /**
   * The key to the POS that it was sent with (the id of a PosAccess); null: nobody noted it, the
   * branch's own is meant.
   */
  @Column("text", { name: "key_id", nullable: true })
  keyId!: string | null;

  @Column("timestamptz", { name: "created_at", default: () => "now()" })
  createdAt!: Date;
}
