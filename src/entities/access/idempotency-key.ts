import { Check, Column, Entity, PrimaryColumn } from "typeorm";

/** A call that made something, for those who repeat it. Those of orders stand with the orders. */
@Entity("idempotency_keys")
@Check("idempotency_keys_bounded", "octet_length(key) <= 1000")
export class IdempotencyKey {
  /** The mutation: createBranch. */
  @PrimaryColumn("text", { primaryKeyConstraintName: "idempotency_keys_pkey" })
  operation!: string;

  /** Keys of other places are others: a branch, a promotion; "" where there is none. */
  @PrimaryColumn("text", { primaryKeyConstraintName: "idempotency_keys_pkey" })
  place!: string;

  @PrimaryColumn("text", { primaryKeyConstraintName: "idempotency_keys_pkey" })
  key!: string;

  @Column("text", { name: "input_hash" })
  inputHash!: string;

  /** What was made, by ids and plain values; no secret. null only while it is being made. */
  @Column("jsonb", { nullable: true })
  result!: object | null;

  @Column("timestamptz", { name: "made_at", default: () => "now()" })
  madeAt!: Date;
}
