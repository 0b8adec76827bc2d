import { Column, Entity, PrimaryColumn } from "typeorm";

import { type AttemptOutcome } from "../domain/attempt-outcome";
import { type PosFault } from "../domain/pos-fault";

/** One try to put an order into the till; request and answer are kept with personal data masked. */
@Entity("injection_attempts")
export class InjectionAttempt {
  @PrimaryColumn("uuid", { name: "order_id" })
  orderId!: string;

  @PrimaryColumn("integer")
  number!: number;

  @Column("integer")
  generation!: number;

  @Column("timestamptz", { name: "started_at" })
  startedAt!: Date;

  /** null: it is under way, or the process died in it. */
  @Column("timestamptz", { name: "finished_at", nullable: true })
  finishedAt!: Date | null;

  @Column("text", { nullable: true })
  outcome!: AttemptOutcome | null;

  @Column("text", { name: "correlation_id", nullable: true })
  correlationId!: string | null;

  @Column("jsonb", { nullable: true })
  fault!: PosFault | null;

  @Column("jsonb", { nullable: true })
  request!: unknown;

  @Column("jsonb", { nullable: true })
  response!: unknown;
}
