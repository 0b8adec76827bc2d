import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from "typeorm";

import { type PlanCounts, type PlanGuard, type PlanKind } from "../../domain/catalogue/plan";
import { Branch } from "../branches/branch";
import { Section } from "./section";

/** Changes of the catalogue, worked out and not yet, or already, made. */
@Entity("catalog_plans")
@Unique("catalog_plans_branch_id_apply_key_key", ["branchId", "applyKey"])
@Index("catalog_plans_branch_id_expires_at_idx", ["branchId", "expiresAt"])
@Check("catalog_plans_kind_check", "kind in ('IMPORT_SECTION', 'SYNC_PRICES')")
export class CataloguePlan {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid", { name: "branch_id" })
  @ForeignKey(() => Branch, { name: "catalog_plans_branch_id_fkey", onDelete: "CASCADE" })
  branchId!: string;

  /** null: the plan spans several sections. */
  @Column("uuid", { name: "section_id", nullable: true })
  @ForeignKey(() => Section, { name: "catalog_plans_section_id_fkey", onDelete: "CASCADE" })
  sectionId!: string | null;

  @Column("text")
  kind!: PlanKind;

  /** The branch's catalogueVersion the plan was worked out from; it can be applied to no other. */
  @Column("integer", { name: "base_version" })
  baseVersion!: number;

  /** The POS menu's own revision. */
  @Column("text", { name: "source_revision", nullable: true })
  sourceRevision!: string | null;

  /**
   * When the POS menu that it was worked out from was read; null: a plan from before this was
   * noted.
   */
  @Column("timestamptz", { name: "pos_menu_read_at", nullable: true })
  posMenuReadAt!: Date | null;

  @Column("jsonb")
  summary!: PlanCounts;

  /** What stops the plan unless it is accepted by name. */
  @Column("jsonb", { default: () => "'[]'" })
  guards!: PlanGuard[];

  @Column("timestamptz", { name: "created_at", default: () => "now()" })
  createdAt!: Date;

  @Column("timestamptz", { name: "expires_at" })
  expiresAt!: Date;

  @Column("timestamptz", { name: "applied_at", nullable: true })
  appliedAt!: Date | null;

  /** The client's idempotency key of the call that applied the plan. */
  @Column("text", { name: "apply_key", nullable: true })
  applyKey!: string | null;
}
