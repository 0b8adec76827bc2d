import { Check, Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";

import { type Text } from "../domain/locale";
import { type SnapshotProduct } from "../domain/menu-snapshot";
import { type UserErrorCode } from "../domain/user-error-code";
import { CatalogPlan } from "./catalog-plan";

export enum ChangeAction {
  CREATE = "CREATE",
  UPDATE = "UPDATE",
  UNCHANGED = "UNCHANGED",
  BLOCKED = "BLOCKED",
}

export interface FieldDifference {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface BlockReason {
  readonly code: UserErrorCode;
  readonly message: Text;
}

/** What a plan does to one article. */
@Entity("catalog_plan_changes")
@Check("catalog_plan_changes_action_check", "action in ('CREATE', 'UPDATE', 'UNCHANGED', 'BLOCKED')")
@Check("catalog_plan_changes_target_check", "(action in ('CREATE', 'UPDATE')) = (target is not null)")
@Check("catalog_plan_changes_reason_check", "(action = 'BLOCKED') = (reason is not null)")
export class CatalogPlanChange {
  @PrimaryColumn("uuid", { name: "plan_id" })
  @ForeignKey(() => CatalogPlan, { name: "catalog_plan_changes_plan_id_fkey", onDelete: "CASCADE" })
  planId!: string;

  @PrimaryColumn("integer")
  position!: number;

  @Column("text")
  article!: string;

  @Column("text")
  action!: ChangeAction;

  @Column("text", { nullable: true })
  name!: string | null;

  /** Set exactly for BLOCKED. */
  @Column("jsonb", { nullable: true })
  reason!: BlockReason | null;

  @Column("jsonb")
  fields!: FieldDifference[];

  /** The whole product as it will be, ids included; set exactly for CREATE and UPDATE. */
  @Column("jsonb", { nullable: true })
  target!: SnapshotProduct | null;
}
