import { Check, Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";

import { type AttemptOutcome } from "../../domain/orders/attempt-outcome";
import { type PosFailure } from "../../domain/pos/pos-failure";
import { Order } from "./order";

/**
 * One attempt to submit an order to the till; request and answer are kept with personal data
 * masked.
 */
@Entity("injection_attempts")
@Check("injection_attempts_finished", "(finished_at is null) = (outcome is null)")
export class InjectionAttempt {
  @PrimaryColumn("uuid", { name: "order_id" })
  @ForeignKey(() => Order, { name: "injection_attempts_order_fk", onDelete: "CASCADE" })
  orderId!: string;

  @PrimaryColumn("integer")
  number!: number;

  @Column("integer")
  generation!: number;

  @Column("timestamptz", { name: "started_at" })
  startedAt!: Date;

  /** null: it is in progress, or the process died during it. */
  @Column("timestamptz", { name: "finished_at", nullable: true })
  finishedAt!: Date | null;

  @Column("text", { nullable: true })
  outcome!: AttemptOutcome | null;

  @Column("text", { name: "correlation_id", nullable: true })
  correlationId!: string | null;

  @Column("jsonb", { nullable: true })
  fault!: PosFailure | null;

  @Column("jsonb", { nullable: true })
  request!: unknown;

  @Column("jsonb", { nullable: true })
  response!: unknown;
}
