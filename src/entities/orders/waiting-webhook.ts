import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/**
 * The body of a web hook that was answered with 200 but has not been processed yet. The row is
 * deleted once its content is recorded.
 */
@Entity("waiting_webhooks")
@Index("waiting_webhooks_unreadable", ["receivedAt"], { where: "needs_look" })
export class WaitingWebhook {
  /** In order of arrival. */
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("text", { name: "organization_id_in_pos" })
  organizationId!: string;

  /** JSON, stored as text because PostgreSQL would refuse some valid JSON. */
  @Column("text")
  body!: string;

  /** It could not be processed with the others; a separate job checks the POS for it. */
  @Column("boolean", { name: "needs_look", default: false })
  needsLook!: boolean;

  @Column("timestamptz", { name: "received_at", default: () => "now()" })
  receivedAt!: Date;
}
