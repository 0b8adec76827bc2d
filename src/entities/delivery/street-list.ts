import { Column, Entity, PrimaryColumn } from "typeorm";

/** When the streets of an organization were last read, and what they were. */
@Entity("street_lists")
export class StreetList {
  @PrimaryColumn("text", { name: "organization_id_in_pos" })
  organizationId!: string;

  /** Another one as soon as any of them is another; empty: they were never read. */
  @Column("text", { name: "content_hash", default: "" })
  contentHash!: string;

  /** How many there are. */
  @Column("integer", { default: 0 })
  streets!: number;

  @Column("timestamptz", { name: "read_at", nullable: true })
  readAt!: Date | null;

  /** When the POS is asked again. */
  @Column("timestamptz", { name: "due_at" })
  dueAt!: Date;
}
