import { Column, Entity, PrimaryColumn } from "typeorm";

/** How far the changes of one key to a POS have been read. */
@Entity("order_polls")
export class OrderPoll {
  @PrimaryColumn("text", { name: "key_id" })
  keyId!: string;

  /** The place belongs to exactly these organizations, sorted. */
  @Column("text", { name: "organization_ids_in_pos", array: true })
  organizationIds!: string[];

  /** The POS adapter's; opaque. */
  @Column("text")
  place!: string;

  @Column("timestamptz", { name: "polled_at" })
  polledAt!: Date;
}
