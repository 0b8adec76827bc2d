import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

import { type ImportField } from "../../domain/catalogue/import-field";
import { type SnapshotProduct } from "../../domain/catalogue/menu-snapshot";
import {
  type ChangeAction,
  type ChangeReason,
  type FieldDifference,
} from "../../domain/catalogue/plan-change";
import { CataloguePlan } from "./catalogue-plan";

/** What a plan does to one article. */
@Entity("catalog_plan_changes")
@Index("catalog_plan_changes_plan_id_action_position_idx", ["planId", "action", "position"])
@Check(
  "catalog_plan_changes_action_check",
  "action in ('CREATE', 'UPDATE', 'UNCHANGED', 'SKIP_LOCKED', 'REMOVE', 'BLOCKED')",
)
@Check(
  "catalog_plan_changes_target_check",
  "(action in ('CREATE', 'UPDATE', 'REMOVE')) = (target is not null)",
)
@Check(
  "catalog_plan_changes_reason_check",
  "reason is not null or action not in ('REMOVE', 'BLOCKED')",
)
export class CataloguePlanChange {
  @PrimaryColumn("uuid", { name: "plan_id" })
  @ForeignKey(() => CataloguePlan, {
    name: "catalog_plan_changes_plan_id_fkey",
    onDelete: "CASCADE",
  })
  planId!: string;

  @PrimaryColumn("integer")
  position!: number;

  @Column("text")
  article!: string;

  @Column("text")
  action!: ChangeAction;

  @Column("text", { nullable: true })
  name!: string | null;

  /** Set for REMOVE and BLOCKED, and when the product cannot be ordered even after the change. */
  @Column("jsonb", { nullable: true })
  reason!: ChangeReason | null;

  @Column("jsonb")
  fields!: FieldDifference[];

  /** The whole product as it will be, ids included; set only for CREATE, UPDATE and REMOVE. */
  @Column("jsonb", { nullable: true })
  target!: SnapshotProduct | null;

  /** The fields that come from the POS once `target` is written. */
  @Column("text", { array: true, default: () => "'{}'" })
  taken!: ImportField[];
}
