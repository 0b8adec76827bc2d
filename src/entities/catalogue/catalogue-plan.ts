import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from "typeorm";

import { type PlanCounts, type PlanGuard, type PlanKind } from "../../domain/catalogue/plan";
import { Branch } from "../branches/branch";
import { Section } from "./section";

/**
 * Changes of the catalogue that have been worked out, whether or not they have been applied yet.
 */
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

  /**
   * The branch's catalogueVersion that the plan was worked out from; it can be applied to no other.
   */
  @Column("integer", { name: "base_version" })
  baseVersion!: number;

  /** The revision of the POS menu itself. */
  @Column("text", { name: "source_revision", nullable: true })
  sourceRevision!: string | null;

  /** When the POS menu behind the plan was read; null: the plan is older than this column. */
  @Column("timestamptz", { name: "pos_menu_read_at", nullable: true })
  posMenuReadAt!: Date | null;

  @Column("jsonb")
  summary!: PlanCounts;

  /** What stops the plan unless it is explicitly accepted by name. */
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
