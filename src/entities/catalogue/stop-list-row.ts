import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";

import { type TerminalGroupStopList } from "../../domain/catalogue/stop-list";
import { Branch } from "../branches/branch";

/** What a branch's till cannot make without limits, as last read; and when to read it again. */
@Entity("stop_lists")
export class StopListRow {
  @PrimaryColumn("uuid", { name: "branch_id" })
  @ForeignKey(() => Branch, { name: "stop_lists_branch_id_fkey", onDelete: "CASCADE" })
  branchId!: string;

  /** The branch's own terminal group; all of its organization when the branch has none. */
  @Column("jsonb", { default: [] })
  groups!: TerminalGroupStopList[];

  /** Grows with every change of `groups`. */
  @Column("integer", { default: 0 })
  revision!: number;

  /** When the POS was last asked and answered; null: never. */
  @Column("timestamptz", { name: "read_at", nullable: true })
  readAt!: Date | null;

  /** Since when the POS does not answer, or refuses. */
  @Column("timestamptz", { name: "failing_since", nullable: true })
  failingSince!: Date | null;

  @Column("timestamptz", { name: "due_at" })
  dueAt!: Date;
}
