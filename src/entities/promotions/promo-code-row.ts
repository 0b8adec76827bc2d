import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

import { Promotion } from "./promotion";

/**
 * The code that guests enter for a promotion. Of all promotions of a branch, only one may have a
 * given code; the table's trigger enforces this.
 */
@Entity("promo_codes")
@Index("promo_codes_promotion", ["promotionId", "code"])
export class PromoCodeRow {
  /** As spelled by `normalisePromoCode`. */
  @PrimaryColumn("text")
  code!: string;

  @PrimaryColumn("uuid", { name: "promotion_id" })
  @ForeignKey(() => Promotion, { name: "promo_codes_promotion_fk", onDelete: "CASCADE" })
  promotionId!: string;

  @Column("timestamptz", { name: "created_at" })
  createdAt!: Date;
}
