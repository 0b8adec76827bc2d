import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

import { Product } from "./product";

/**
 * A choice that a guest has with a product: between `min` and `max` units of its options, the first
 * `freeAmount` of them free.
 */
@Entity("option_groups")
@Index("option_groups_product_id_idx", ["productId"])
@Check("option_groups_amounts_check", "min >= 0 and max >= 0 and free_amount >= 0")
@Check("option_groups_position_check", "position >= 0")
export class OptionGroup {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid", { name: "product_id" })
  @ForeignKey(() => Product, { name: "option_groups_product_id_fkey", onDelete: "CASCADE" })
  productId!: string;

  /** null: in the POS, these options are ordered without a group. */
  @Column("text", { name: "pos_group_id", nullable: true })
  posGroupId!: string | null;

  @Column("text")
  name!: string;

  @Column("integer")
  min!: number;

  @Column("integer")
  max!: number;

  @Column("integer", { name: "free_amount" })
  freeAmount!: number;

  @Column("integer")
  position!: number;
}
