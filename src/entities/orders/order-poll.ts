import { Column, Entity, PrimaryColumn } from "typeorm";

/** How far the changes visible to one key to a POS have been read. */
@Entity("order_polls")
export class OrderPoll {
  @PrimaryColumn("text", { name: "key_id" })
  keyId!: string;

  /** The organizations, sorted, to which exactly the place belongs. */
  @Column("text", { name: "organization_ids_in_pos", array: true })
  organizationIds!: string[];

  /** Defined by the POS adapter; opaque. */
  @Column("text")
  place!: string;

  @Column("timestamptz", { name: "polled_at" })
  polledAt!: Date;

  /** A poll of the key is in progress or has failed: no other one starts before this time. */
  @Column("timestamptz", { name: "not_before", nullable: true })
  notBefore!: Date | null;

  /** When a poll last reported something that a web hook should have reported. */
  @Column("timestamptz", { name: "untold_at", nullable: true })
  untoldAt!: Date | null;
}
