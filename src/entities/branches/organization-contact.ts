import { Column, Entity, PrimaryColumn } from "typeorm";

/** When an organization of a POS was last heard, and last asked. */
@Entity("organization_contacts")
export class OrganizationContact {
  @PrimaryColumn("uuid", { name: "organization_id" })
  organizationId!: string;

  @Column("timestamptz", { name: "webhook_at", nullable: true })
  webhookAt!: Date | null;

  @Column("timestamptz", { name: "polled_at", nullable: true })
  polledAt!: Date | null;
}
