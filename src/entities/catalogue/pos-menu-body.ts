import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";

import { PosMenuRow } from "./pos-menu-row";

/** The POS's raw answer behind a branch's menu, for anyone looking for a mistake. */
@Entity("pos_menu_bodies")
export class PosMenuBody {
  @PrimaryColumn("uuid", { name: "branch_id" })
  @ForeignKey(() => PosMenuRow, { name: "pos_menu_bodies_branch_id_fkey", onDelete: "CASCADE" })
  branchId!: string;

  /** Whether this is the answer waiting for an operator's approval rather than the one in use. */
  @PrimaryColumn("boolean", { name: "held_back" })
  heldBack!: boolean;

  @Column("bytea", { name: "body_gzip" })
  bodyGzip!: Buffer;

  @Column("timestamptz", { name: "received_at" })
  receivedAt!: Date;
}
