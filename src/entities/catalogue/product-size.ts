import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from "typeorm";

import { type Kopecks } from "../../domain/money/money";
import { bigintAsNumber } from "../bigint-as-number";
import { Product } from "./product";

/** A size in which a product is sold. A product without sizes has a single one without a name. */
@Entity("product_sizes")
@Unique("product_sizes_product_id_pos_size_id_key", ["productId", "posSizeId"])
@Check("product_sizes_price_check", "price >= 0")
@Check("product_sizes_position_check", "position >= 0")
export class ProductSize {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid", { name: "product_id" })
  @ForeignKey(() => Product, { name: "product_sizes_product_id_fkey", onDelete: "CASCADE" })
  productId!: string;

  /** null: the POS has no sizes for this product. */
  @Column("text", { name: "pos_size_id", nullable: true })
  posSizeId!: string | null;

  @Column("text", { nullable: true })
  name!: string | null;

  /** null: not sold; 0: free. */
  @Column("bigint", { nullable: true, transformer: bigintAsNumber })
  price!: Kopecks | null;

  @Column("boolean", { name: "is_default" })
  isDefault!: boolean;

  @Column("integer")
  position!: number;
}
