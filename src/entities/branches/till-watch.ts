import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";

import { Branch } from "./branch";

/** What probes of a branch's till have shown, see `domain/tills`. */
@Entity("till_watches")
export class TillWatchRow {
  @PrimaryColumn("uuid", { name: "branch_id" })
  @ForeignKey(() => Branch, { name: "till_watches_branch_fk", onDelete: "CASCADE" })
  branchId!: string;

  @Column("boolean")
  known!: boolean;

  @Column("integer")
  answers!: number;

  @Column("integer")
  silences!: number;

  /** The staff have been notified of the pause. */
  @Column("boolean", { default: false })
  told!: boolean;
}
