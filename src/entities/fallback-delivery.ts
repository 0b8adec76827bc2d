import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from "typeorm";

import { type FallbackKind } from "./branch-settings";
import { Order } from "./order";

/** One message to people about one order over one channel. */
@Entity("fallback_deliveries")
@Unique("fallback_deliveries_once", ["orderId", "round", "kind", "target"])
export class FallbackDelivery {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid", { name: "order_id" })
  @ForeignKey(() => Order, { name: "fallback_deliveries_order_fk", onDelete: "CASCADE" })
  orderId!: string;

  @Column("text")
  kind!: FallbackKind;

  @Column("text")
  target!: string;

  /** Which hand-over of the order: an operator's retry may end in a second one. */
  @Column("integer")
  round!: number;

  @Column("integer", { default: 0 })
  failures!: number;

  @Column("timestamptz", { name: "sent_at", nullable: true })
  sentAt!: Date | null;

  /** Set when no further try will be made. */
  @Column("timestamptz", { name: "given_up_at", nullable: true })
  givenUpAt!: Date | null;

  @Column("text", { nullable: true })
  error!: string | null;
}
