import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";

import { type TerminalGroupStopList } from "../../domain/catalogue/stop-list";
import { Branch } from "../branches/branch";

/**
 * What a branch's till cannot make in unlimited quantity, as last read, and when to read it again.
 */
@Entity("stop_lists")
export class StopListRow {
  @PrimaryColumn("uuid", { name: "branch_id" })
  @ForeignKey(() => Branch, { name: "stop_lists_branch_id_fkey", onDelete: "CASCADE" })
  branchId!: string;

  /** The branch's own terminal group, or all of its organization's if the branch has none. */
  @Column("jsonb", { default: [] })
  groups!: TerminalGroupStopList[];

  /** Increases with every change of `groups`. */
  @Column("integer", { default: 0 })
  revision!: number;

  /** When the POS last answered; null: never. */
  @Column("timestamptz", { name: "read_at", nullable: true })
  readAt!: Date | null;

  /** Since when the POS has not answered or has refused. */
  @Column("timestamptz", { name: "failing_since", nullable: true })
  failingSince!: Date | null;

  @Column("timestamptz", { name: "due_at" })
  dueAt!: Date;
}
