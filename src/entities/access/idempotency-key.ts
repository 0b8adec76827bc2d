import { Check, Column, Entity, PrimaryColumn } from "typeorm";

/**
 * A call that created something, kept for those who repeat it. The keys of orders are stored with
 * the orders.
 */
@Entity("idempotency_keys")
@Check("idempotency_keys_bounded", "octet_length(key) <= 1000")
export class IdempotencyKey {
  /** The mutation, such as createBranch. */
  @PrimaryColumn("text", { primaryKeyConstraintName: "idempotency_keys_pkey" })
  operation!: string;

  /**
   * The scope of the key, such as a branch or a promotion; "" where there is none. The same key in
   * another scope is a different key.
   */
  @PrimaryColumn("text", { primaryKeyConstraintName: "idempotency_keys_pkey" })
  place!: string;

  @PrimaryColumn("text", { primaryKeyConstraintName: "idempotency_keys_pkey" })
  key!: string;

  @Column("text", { name: "input_hash" })
  inputHash!: string;

  /** What was created, as ids and plain values; no secret. null only while it is being created. */
  @Column("jsonb", { nullable: true })
  result!: object | null;

  @Column("timestamptz", { name: "made_at", default: () => "now()" })
  madeAt!: Date;
}
