import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from "typeorm";

import { type Kopecks } from "../../domain/money/money";
import { bigintAsNumber } from "../bigint-as-number";
import { OptionGroup } from "./option-group";

/** Something a guest adds to a product («опция»). */
@Entity("options")
@Unique("options_option_group_id_pos_product_id_key", ["optionGroupId", "posProductId"])
@Check("options_article_check", "article ~ '^[0-9]{1,20}$'")
@Check("options_price_check", "price >= 0")
@Check("options_amounts_check", "min >= 0 and max >= 0 and by_default >= 0 and free_amount >= 0")
@Check("options_position_check", "position >= 0")
export class Option {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid", { name: "option_group_id" })
  @ForeignKey(() => OptionGroup, { name: "options_option_group_id_fkey", onDelete: "CASCADE" })
  optionGroupId!: string;

  @Column("text", { name: "pos_product_id" })
  posProductId!: string;

  /** null: the POS's article is missing or not a number. */
  @Column("text", { nullable: true })
  article!: string | null;

  @Column("text")
  name!: string;

  @Column("bigint", { transformer: bigintAsNumber })
  price!: Kopecks;

  /** By our size id, where it differs from `price`; null: not available with that size. */
  @Column("jsonb", { name: "price_by_size" })
  priceBySize!: Record<string, Kopecks | null>;

  @Column("integer")
  min!: number;

  @Column("integer")
  max!: number;

  @Column("integer", { name: "by_default" })
  byDefault!: number;

  @Column("integer", { name: "free_amount" })
  freeAmount!: number;

  @Column("integer")
  position!: number;
}
