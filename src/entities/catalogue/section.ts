import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from "typeorm";

import { Branch } from "../branches/branch";

/** A heading of a branch's catalogue («раздел»). */
@Entity("sections")
@Unique("sections_branch_id_slug_key", ["branchId", "slug"])
@Check("sections_name_check", "char_length(name) between 1 and 100")
@Check("sections_slug_check", "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'")
@Check("sections_position_check", "position >= 0")
export class Section {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid", { name: "branch_id" })
  @ForeignKey(() => Branch, { name: "sections_branch_id_fkey", onDelete: "CASCADE" })
  branchId!: string;

  @Column("text")
  name!: string;

  /** The name as part of a URL, unique within the branch. */
  @Column("text")
  slug!: string;

  /** From 0, in the order in which storefronts show the sections. */
  @Column("integer")
  position!: number;
}
