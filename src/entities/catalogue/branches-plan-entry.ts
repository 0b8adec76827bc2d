import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from "typeorm";

import { type ChangeReason } from "../../domain/catalogue/plan-change";
import { Branch } from "../branches/branch";
import { BranchesPlan } from "./branches-plan";
import { CataloguePlan } from "./catalogue-plan";

export enum BranchesPlanEntryState {
  /** It has yet to be worked out. */
  WAITING = "WAITING",
  PLANNED = "PLANNED",
  /** The branch is as the plan wants it already. */
  UNCHANGED = "UNCHANGED",
  /** Something looks like a mistake: only a person applies it. */
  STOPPED = "STOPPED",
  APPLIED = "APPLIED",
  /** Nothing of it happened. */
  FAILED = "FAILED",
  UNDONE = "UNDONE",
  /** It was to be undone, and somebody has changed the branch since. */
  CHANGED_SINCE = "CHANGED_SINCE",
}

/** A section that the branch lacks, and that comes with the plan. */
export interface NewSection {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly position: number;
}

/** A setting that the plan changes, as the history has it. */
export interface SettingDifference {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a plan for many branches does to one of them. */
@Entity("branches_plan_entries")
@Unique("branches_plan_entries_plan_id_branch_id_key", ["planId", "branchId"])
@Index("branches_plan_entries_plan_id_state_position_idx", ["planId", "state", "position"])
@Index("branches_plan_entries_branch_id_idx", ["branchId"])
@Index("branches_plan_entries_catalog_plan_id_idx", ["catalogPlanId"])
@Check(
  "branches_plan_entries_state_check",
  `state in ('WAITING', 'PLANNED', 'UNCHANGED', 'STOPPED', 'APPLIED', 'FAILED', 'UNDONE', 'CHANGED_SINCE')`,
)
@Check(
  "branches_plan_entries_applied_check",
  `state not in ('APPLIED', 'UNDONE', 'CHANGED_SINCE') or (before is not null and applied_version is not null)`,
)
export class BranchesPlanEntry {
  @PrimaryColumn("uuid", {
    name: "plan_id",
    primaryKeyConstraintName: "branches_plan_entries_pkey",
  })
  @ForeignKey(() => BranchesPlan, {
    name: "branches_plan_entries_plan_id_fkey",
    onDelete: "CASCADE",
  })
  planId!: string;

  /** From 0, in the order the branches were named, or the oldest first. */
  @PrimaryColumn("integer", { primaryKeyConstraintName: "branches_plan_entries_pkey" })
  position!: number;

  @Column("uuid", { name: "branch_id" })
  @ForeignKey(() => Branch, { name: "branches_plan_entries_branch_id_fkey", onDelete: "CASCADE" })
  branchId!: string;

  @Column("text", { default: BranchesPlanEntryState.WAITING })
  state!: BranchesPlanEntryState;

  /** Why it is STOPPED, FAILED or CHANGED_SINCE. */
  @Column("jsonb", { nullable: true })
  reason!: ChangeReason | null;

  /** Of a plan for catalogues: the branch's own plan. */
  @Column("uuid", { name: "catalog_plan_id", nullable: true })
  @ForeignKey(() => CataloguePlan, {
    name: "branches_plan_entries_catalog_plan_id_fkey",
    onDelete: "SET NULL",
  })
  catalogPlanId!: string | null;

  @Column("jsonb", { name: "new_section", nullable: true })
  newSection!: NewSection | null;

  /** Of a plan for settings: what changes. */
  @Column("jsonb", { nullable: true })
  differences!: SettingDifference[] | null;

  /** Of a plan for settings: the branch's version that it was worked out from. */
  @Column("integer", { name: "base_version", nullable: true })
  baseVersion!: number | null;

  /** What applying it has replaced. Megabytes at times: read by name only. */
  @Column("jsonb", { nullable: true, select: false })
  before!: object | null;

  /** The version of the catalogue, or of the settings, that applying it has made. */
  @Column("integer", { name: "applied_version", nullable: true })
  appliedVersion!: number | null;

  @Column("timestamptz", { name: "applied_at", nullable: true })
  appliedAt!: Date | null;

  @Column("timestamptz", { name: "undone_at", nullable: true })
  undoneAt!: Date | null;
}
