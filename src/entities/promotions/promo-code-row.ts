import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

import { Promotion } from "./promotion";

/**
 * What guests type for a promotion. Of the promotions of one branch only one has a code: the
 * table's trigger sees to it.
 */
@Entity("promo_codes")
@Index("promo_codes_promotion", ["promotionId", "code"])
export class PromoCodeRow {
  /** In the spelling of `normalisePromoCode`. */
  @PrimaryColumn("text")
  code!: string;

  @PrimaryColumn("uuid", { name: "promotion_id" })
  @ForeignKey(() => Promotion, { name: "promo_codes_promotion_fk", onDelete: "CASCADE" })
  promotionId!: string;

  @Column("timestamptz", { name: "created_at" })
  createdAt!: Date;
}
