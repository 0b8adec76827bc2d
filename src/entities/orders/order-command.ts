import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from "typeorm";

import { type PosFailure } from "../../domain/pos/pos-failure";
import { Order } from "./order";

export enum CommandKind {
  CANCEL = "CANCEL",
  RETRY = "RETRY",
}

export enum CommandOutcome {
  PENDING = "PENDING",
  DONE = "DONE",
  /** The POS refused. */
  REFUSED = "REFUSED",
  /** The POS gave no usable answer, however often it was asked. */
  UNREACHABLE = "UNREACHABLE",
}

/**
 * What a person requested for an order. The key makes repeating the request safe: it is the same
 * command.
 */
@Entity("order_commands")
@Index("order_commands_pending", ["id"], { where: "outcome = 'PENDING'" })
@Index("order_commands_undone", ["orderId"], {
  where: "kind = 'CANCEL' and outcome in ('REFUSED', 'UNREACHABLE')",
})
@Unique("order_commands_once", ["orderId", "kind", "idempotencyKey"])
@Check("order_commands_kind_known", `kind in ('CANCEL', 'RETRY')`)
@Check("order_commands_outcome_known", `outcome in ('PENDING', 'DONE', 'REFUSED', 'UNREACHABLE')`)
@Check("order_commands_finished", `(finished_at is null) = (outcome = 'PENDING')`)
export class OrderCommand {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid", { name: "order_id" })
  @ForeignKey(() => Order, { name: "order_commands_order_fk", onDelete: "CASCADE" })
  orderId!: string;

  @Column("text")
  kind!: CommandKind;

  /** The caller's key, or one that we generated when the caller gave none. */
  @Column("text", { name: "idempotency_key" })
  idempotencyKey!: string;

  @Column("text", { nullable: true })
  actor!: string | null;

  @Column("text", { nullable: true })
  reason!: string | null;

  @Column("timestamptz", { name: "requested_at" })
  requestedAt!: Date;

  @Column("integer", { default: 0 })
  failures!: number;

  @Column("timestamptz", { name: "finished_at", nullable: true })
  finishedAt!: Date | null;

  @Column("text", { default: CommandOutcome.PENDING })
  outcome!: CommandOutcome;

  /** Receipt with which the POS can be asked what became of its part. */
  @Column("text", { name: "pos_receipt", nullable: true })
  posReceipt!: string | null;

  @Column("jsonb", { nullable: true })
  fault!: PosFailure | null;
}
