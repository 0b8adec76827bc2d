import { Column, Entity, PrimaryColumn } from "typeorm";

/**
 * An organization that a key to a POS may no longer query. The row is deleted when it may again.
 */
@Entity("lost_organizations")
export class LostOrganization {
  /** As in OrderPoll. */
  @PrimaryColumn("text", { name: "key_id" })
  keyId!: string;

  @PrimaryColumn("text", { name: "organization_id_in_pos" })
  organizationId!: string;

  @Column("timestamptz", { name: "lost_at" })
  lostAt!: Date;

  /** Until then, the POS is not asked whether the key may query it again. */
  @Column("timestamptz", { name: "ask_at" })
  askAt!: Date;
}
