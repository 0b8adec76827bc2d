import { Column, Entity, Index, PrimaryColumn } from "typeorm";

/**
 * The body of a web hook that was answered with 200 and is not recorded yet. Its row goes once what
 * it says is recorded.
 */
@Entity("waiting_webhooks")
@Index("waiting_webhooks_unreadable", ["receivedAt"], { where: "needs_look" })
export class WaitingWebhook {
  /** In the order in which they came. */
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("text", { name: "organization_id_in_pos" })
  organizationId!: string;

  /** JSON, kept as text: PostgreSQL would refuse some that is valid. */
  @Column("text")
  body!: string;

  /** It could not be recorded with the others: a job of its own looks into the POS for it. */
  @Column("boolean", { name: "needs_look", default: false })
  needsLook!: boolean;

  @Column("timestamptz", { name: "received_at", default: () => "now()" })
  receivedAt!: Date;
}
