import { Check, Column, Entity, Index, PrimaryColumn } from "typeorm";

export enum BranchesPlanKind {
  IMPORT_SECTION = "IMPORT_SECTION",
  SYNC_PRICES = "SYNC_PRICES",
  CHANGE_SETTINGS = "CHANGE_SETTINGS",
}

/** The step that the plan's job is at or has yet to do. */
export enum BranchesPlanStep {
  PLAN = "PLAN",
  APPLY = "APPLY",
  UNDO = "UNDO",
}

/** One change for many branches: worked out, tried at one of them, applied to the rest, undone. */
@Entity("branches_plans")
@Index("branches_plans_unfinished_idx", ["id"], { where: "step is not null" })
@Index("branches_plans_created_at_idx", ["createdAt", "id"])
@Check("branches_plans_kind_check", "kind in ('IMPORT_SECTION', 'SYNC_PRICES', 'CHANGE_SETTINGS')")
@Check("branches_plans_step_check", "step in ('PLAN', 'APPLY', 'UNDO')")
export class BranchesPlan {
  @PrimaryColumn("uuid", { primaryKeyConstraintName: "branches_plans_pkey" })
  id!: string;

  @Column("text")
  kind!: BranchesPlanKind;

  /**
   * The request, in the form of its kind. Contains no secret: keys are changed branch by branch.
   */
  @Column("jsonb")
  request!: object;

  /** Label of the API key that created it. */
  @Column("text")
  actor!: string;

  /** null: nothing is in progress. */
  @Column("text", { nullable: true })
  step!: BranchesPlanStep | null;

  /** The job that was added most recently. */
  @Column("text", { name: "job_id", nullable: true })
  jobId!: string | null;

  @Column("timestamptz", { name: "created_at", default: () => "now()" })
  createdAt!: Date;

  @Column("timestamptz", { name: "expires_at" })
  expiresAt!: Date;

  /** When someone approved it for all the others after seeing it at one branch. */
  @Column("timestamptz", { name: "rest_asked_at", nullable: true })
  restAskedAt!: Date | null;

  @Column("timestamptz", { name: "undo_asked_at", nullable: true })
  undoAskedAt!: Date | null;
}
