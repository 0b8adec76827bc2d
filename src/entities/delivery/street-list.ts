import { Column, Entity, PrimaryColumn } from "typeorm";

/** When the streets of an organization were last read, and what they were then. */
@Entity("street_lists")
export class StreetList {
  @PrimaryColumn("text", { name: "organization_id_in_pos" })
  organizationId!: string;

  /** Changes whenever any of the streets changes; empty: they were never read. */
  @Column("text", { name: "content_hash", default: "" })
  contentHash!: string;

  /** Number of streets. */
  @Column("integer", { default: 0 })
  streets!: number;

  @Column("timestamptz", { name: "read_at", nullable: true })
  readAt!: Date | null;

  /** When the POS is next asked. */
  @Column("timestamptz", { name: "due_at" })
  dueAt!: Date;
}
