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

  /** A poll of the key is under way, or has failed: no other one begins before. */
  @Column("timestamptz", { name: "not_before", nullable: true })
  notBefore!: Date | null;

  /** When a poll last told what a web hook should have told. */
  @Column("timestamptz", { name: "untold_at", nullable: true })
  untoldAt!: Date | null;
}
