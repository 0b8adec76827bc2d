import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

import { Order } from "./order";

/**
 * Every id under which an order was, or may have been, sent to the POS. Written before the call
 * that uses it.
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
   * The organization that the order was sent or moved to; null: not recorded, so the branch's own
   * organization applies.
   */
  @Column("text", { name: "organization_id_in_pos", nullable: true })
  organizationId!: string | null;

  /**
   * The key to the POS with which it was sent (the id of a PosAccess); null: not recorded, so the
   * branch's own applies.
   */
  @Column("text", { name: "key_id", nullable: true })
  keyId!: string | null;

  @Column("timestamptz", { name: "created_at", default: () => "now()" })
  createdAt!: Date;
}
