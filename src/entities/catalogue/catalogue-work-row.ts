import { Check, Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";

import { Branch } from "../branches/branch";

export enum CatalogueWorkKind {
  REFRESH = "REFRESH",
  PLAN = "PLAN",
  APPLY = "APPLY",
}

export enum CatalogueWorkStep {
  READING = "READING",
  COMPARING = "COMPARING",
  WRITING = "WRITING",
}

/**
 * Progress of the latest long work of one kind on a branch's catalogue. Work that finishes
 * immediately has no row.
 */
@Entity("catalogue_works")
@Check("catalogue_works_kind_check", "kind in ('REFRESH', 'PLAN', 'APPLY')")
@Check("catalogue_works_step_check", "step in ('READING', 'COMPARING', 'WRITING')")
export class CatalogueWorkRow {
  @PrimaryColumn("uuid", { name: "branch_id", primaryKeyConstraintName: "catalogue_works_pkey" })
  @ForeignKey(() => Branch, { name: "catalogue_works_branch_id_fkey", onDelete: "CASCADE" })
  branchId!: string;

  @PrimaryColumn("text", { primaryKeyConstraintName: "catalogue_works_pkey" })
  kind!: CatalogueWorkKind;

  /** The run that owns the row: a run that another one has overtaken no longer writes. */
  @Column("uuid", { name: "run_id" })
  runId!: string;

  @Column("text")
  step!: CatalogueWorkStep;

  @Column("integer")
  done!: number;

  /** null: unknown until the POS has answered. */
  @Column("integer", { nullable: true })
  total!: number | null;

  @Column("timestamptz", { name: "begun_at", default: () => "now()" })
  begunAt!: Date;

  /** When the process that does the work last reported. */
  @Column("timestamptz", { name: "told_at", default: () => "now()" })
  toldAt!: Date;

  @Column("timestamptz", { name: "ended_at", nullable: true })
  endedAt!: Date | null;

  @Column("boolean", { default: false })
  failed!: boolean;
}
