import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";

import { type PosMenuCategory, type PosMenuSource } from "../domain/pos-menu";
import { Branch } from "./branch";

/** The POS's menu of a branch as last read. */
@Entity("pos_menus")
export class PosMenuRow {
  @PrimaryColumn("uuid", { name: "branch_id" })
  @ForeignKey(() => Branch, { name: "pos_menus_branch_id_fkey", onDelete: "CASCADE" })
  branchId!: string;

  @Column("text")
  source!: PosMenuSource;

  @Column("text", { nullable: true })
  revision!: string | null;

  @Column("text", { name: "content_hash" })
  contentHash!: string;

  @Column("jsonb")
  categories!: PosMenuCategory[];

  @Column("timestamptz", { name: "refreshed_at" })
  refreshedAt!: Date;
}
