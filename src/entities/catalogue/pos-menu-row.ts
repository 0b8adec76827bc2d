import { Check, Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";

import { type MenuDrift } from "../../domain/catalogue/menu-drift";
import { type MenuIssue } from "../../domain/catalogue/menu-issue";
import {
  type PosMenuCategory,
  type PosMenuProduct,
  type PosMenuSource,
} from "../../domain/catalogue/pos-menu";
import { type SaleHours } from "../../domain/catalogue/sale-hours";
import { Branch } from "../branches/branch";

/** A menu that lost so much that it waits for an operator's approval alongside the one in use. */
export interface HeldBackMenu {
  readonly source: PosMenuSource;
  readonly contentHash: string;
  readonly productCount: number;
  /** Number of products that the menu in use has and this one lacks. */
  readonly lostCount: number;
  /** ISO 8601; when a menu with this content was first held back. */
  readonly since: string;
}

/** A branch's POS menu as last read. */
@Entity("pos_menus")
@Check("pos_menus_failure_told", "(failing_since is null) = (last_error is null)")
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

  /** Megabytes for a large menu; only `readPosMenu` reads them. */
  @Column("jsonb", { select: false })
  categories!: PosMenuCategory[];

  /** Every product once, in menu order. Read by name only, like `categories`. */
  @Column("jsonb", { default: [], select: false })
  products!: PosMenuProduct[];

  /** What is wrong with the content itself. */
  @Column("jsonb", { default: [] })
  issues!: MenuIssue[];

  /** What the menu recently lost and renumbered. */
  @Column("jsonb", { default: { vanished: [], renumbered: [] } })
  drift!: MenuDrift;

  /** When it sells what. Read by name only, like `categories`. */
  @Column("jsonb", { name: "sale_hours", default: { menu: [], products: [] }, select: false })
  saleHours!: SaleHours;

  /** POS ids of the products sold by weight; null: the menu was read before this was recorded. */
  @Column("jsonb", { nullable: true, select: false })
  weighed!: string[] | null;

  @Column("jsonb", { name: "held_back", nullable: true })
  heldBack!: HeldBackMenu | null;

  /** When the POS last returned this menu. */
  @Column("timestamptz", { name: "refreshed_at" })
  refreshedAt!: Date;

  /** Since when every attempt to read the menu has failed; null: the latest one succeeded. */
  @Column("timestamptz", { name: "failing_since", nullable: true })
  failingSince!: Date | null;

  /**
   * Why the latest attempt failed, with personal data masked. Set exactly while `failingSince` is.
   */
  @Column("text", { name: "last_error", nullable: true })
  lastError!: string | null;
}
