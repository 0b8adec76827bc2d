import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from "typeorm";

import { type ChangeReason } from "../../domain/catalogue/plan-change";
import { Branch } from "../branches/branch";
import { BranchesPlan } from "./branches-plan";
import { CataloguePlan } from "./catalogue-plan";

export enum BranchesPlanEntryState {
  /** Has yet to be worked out. */
  WAITING = "WAITING",
  PLANNED = "PLANNED",
  /** The branch already is as the plan wants it. */
  UNCHANGED = "UNCHANGED",
  /** Something looks like a mistake; only a person can apply it. */
  STOPPED = "STOPPED",
  APPLIED = "APPLIED",
  /** None of it was applied. */
  FAILED = "FAILED",
  UNDONE = "UNDONE",
  /** It should have been undone, but someone has changed the branch since. */
  CHANGED_SINCE = "CHANGED_SINCE",
}

/** A section that the branch lacks and that the plan creates. */
export interface NewSection {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly position: number;
}

/** A setting that the plan changes, as the history records it. */
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

  /** From 0, in the order in which the branches were named, or oldest first. */
  @PrimaryColumn("integer", { primaryKeyConstraintName: "branches_plan_entries_pkey" })
  position!: number;

  @Column("uuid", { name: "branch_id" })
  @ForeignKey(() => Branch, { name: "branches_plan_entries_branch_id_fkey", onDelete: "CASCADE" })
  branchId!: string;

  @Column("text", { default: BranchesPlanEntryState.WAITING })
  state!: BranchesPlanEntryState;

  /** Why the entry is STOPPED, FAILED or CHANGED_SINCE. */
  @Column("jsonb", { nullable: true })
  reason!: ChangeReason | null;

  /** For a plan for catalogues: the branch's own plan. */
  @Column("uuid", { name: "catalog_plan_id", nullable: true })
  @ForeignKey(() => CataloguePlan, {
    name: "branches_plan_entries_catalog_plan_id_fkey",
    onDelete: "SET NULL",
  })
  catalogPlanId!: string | null;

  @Column("jsonb", { name: "new_section", nullable: true })
  newSection!: NewSection | null;

  /** For a plan for settings: what changes. */
  @Column("jsonb", { nullable: true })
  differences!: SettingDifference[] | null;

  /** For a plan for settings: the version of the branch that it was worked out from. */
  @Column("integer", { name: "base_version", nullable: true })
  baseVersion!: number | null;

  /** What applying it replaced. May be megabytes, so it is read by name only. */
  @Column("jsonb", { nullable: true, select: false })
  before!: object | null;

  /** The version of the catalogue, or of the settings, that applying it created. */
  @Column("integer", { name: "applied_version", nullable: true })
  appliedVersion!: number | null;

  @Column("timestamptz", { name: "applied_at", nullable: true })
  appliedAt!: Date | null;

  @Column("timestamptz", { name: "undone_at", nullable: true })
  undoneAt!: Date | null;
}
