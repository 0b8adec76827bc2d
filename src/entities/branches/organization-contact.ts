import { Column, Entity, PrimaryColumn } from "typeorm";

/** When an organization of a POS last sent something, and when it was last polled. */
@Entity("organization_contacts")
export class OrganizationContact {
  @PrimaryColumn("text", { name: "organization_id_in_pos" })
  organizationId!: string;

  @Column("timestamptz", { name: "webhook_at", nullable: true })
  webhookAt!: Date | null;

  @Column("timestamptz", { name: "polled_at", nullable: true })
  polledAt!: Date | null;
}
