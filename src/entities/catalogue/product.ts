import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from "typeorm";

import { type ImportField } from "../../domain/catalogue/import-field";
import { type SnapshotComboGroup } from "../../domain/catalogue/menu-snapshot";
import { type PosMenuNutrition } from "../../domain/catalogue/pos-menu";
import { Branch } from "../branches/branch";
import { Section } from "./section";

/** Where the value of a field comes from, and since when. */
export interface FieldOrigin {
  readonly source: "POS" | "OPERATOR";
  /** ISO 8601. */
  readonly updatedAt: string;
}

/** A dish or drink of a branch's catalogue («товар»). */
@Entity("products")
@Unique("products_branch_id_article_key", ["branchId", "article"])
@Index("products_section_id_position_idx", ["sectionId", "position"])
@Check("products_article_check", "article ~ '^[0-9]{1,20}$'")
@Check("products_name_check", "name <> ''")
@Check("products_position_check", "position >= 0")
export class Product {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid", { name: "branch_id" })
  @ForeignKey(() => Branch, { name: "products_branch_id_fkey", onDelete: "CASCADE" })
  branchId!: string;

  @Column("uuid", { name: "section_id" })
  @ForeignKey(() => Section, { name: "products_section_id_fkey", onDelete: "CASCADE" })
  sectionId!: string;

  /** Orders products inside a section; gaps and ties are allowed. */
  @Column("integer")
  position!: number;

  @Column("text")
  article!: string;

  @Column("text")
  name!: string;

  @Column("text", { nullable: true })
  description!: string | null;

  @Column("text", { name: "image_urls", array: true })
  imageUrls!: string[];

  /** The id under which orders name the product in the POS. */
  @Column("text", { name: "pos_product_id" })
  posProductId!: string;

  @Column("boolean")
  compound!: boolean;

  @Column("jsonb", { nullable: true })
  nutrition!: PosMenuNutrition | null;

  /** The parts of a combo; empty for every other product. */
  @Column("jsonb", { name: "combo_groups", default: [] })
  comboGroups!: SnapshotComboGroup[];

  /** Fields that imports and price syncs leave unchanged. */
  @Column("text", { name: "locked_fields", array: true, default: () => "'{}'" })
  lockedFields!: ImportField[];

  /** Origins of the fields that were ever imported or locked. */
  @Column("jsonb", { name: "field_sources", default: () => "'{}'" })
  fieldSources!: Partial<Record<ImportField, FieldOrigin>>;

  @Column("timestamptz", { name: "created_at", default: () => "now()" })
  createdAt!: Date;
}
