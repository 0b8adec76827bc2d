import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from "typeorm";

import { DEFAULT_COMPANY_ID } from "../../domain/access/default-company";
import { Branch } from "./branch";

/**
 * Who changed what, and when. Written in the transaction of the change; the gateway itself never
 * changes or reads it.
 */
@Entity("settings_changes")
@Index("settings_changes_branch", ["branchId", "id"])
@Index("settings_changes_of_company", ["companyId", "id"], { where: "branch_id is null" })
@ObjectType({
  simpleResolvers: true,
  description: "A change of one setting of a branch.",
})
export class SettingsChange {
  /** A bigint whose order is the order of the changes. */
  @Field(() => ID, { description: "Increases from one change to the next." })
  @PrimaryGeneratedColumn("identity", {
    type: "bigint",
    generatedIdentity: "ALWAYS",
    primaryKeyConstraintName: "settings_changes_pkey",
  })
  id!: string;

  /** null: the change concerns the whole company, such as a key that is valid for every branch. */
  @Column("uuid", { name: "branch_id", nullable: true })
  @ForeignKey(() => Branch, { name: "settings_changes_branch_fk", onDelete: "CASCADE" })
  branchId!: string | null;

  /** Relevant only for changes that do not belong to a single branch. */
  @Column("uuid", { name: "company_id", nullable: true, default: DEFAULT_COMPANY_ID })
  companyId!: string | null;

  @Field(() => Date, { description: "When it was saved." })
  @Column("timestamptz", { default: () => "now()" })
  at!: Date;

  @Field(() => String, { description: "Label of the API key that was used." })
  @Column("text")
  actor!: string;

  @Field(() => String, {
    description: "Path of the setting as in BranchSettingField.name, for example delivery.fee.",
  })
  @Column("text")
  field!: string;

  @Field(() => String, {
    nullable: true,
    description: "The previous value. Secrets are masked, lists are JSON; null is «не выбрано».",
  })
  @Column("text", { nullable: true })
  before!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The new value, in the same form as `before`.",
  })
  @Column("text", { nullable: true })
  after!: string | null;
}
