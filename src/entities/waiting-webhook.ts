import { Column, Entity, PrimaryColumn } from "typeorm";

/** The body of a web hook that was answered with 200 and is not recorded yet. Its row goes with what it says. */
@Entity("waiting_webhooks")
export class WaitingWebhook {
  /** In the order in which they came. */
  @PrimaryColumn("bigint", { generated: "identity", generatedIdentity: "ALWAYS" })
  id!: string;

  @Column("uuid", { name: "organization_id" })
  organizationId!: string;

  /** JSON, kept as text: PostgreSQL would refuse some that is valid. */
  @Column("text")
  body!: string;

  @Column("timestamptz", { name: "received_at", default: () => "now()" })
  receivedAt!: Date;
}
