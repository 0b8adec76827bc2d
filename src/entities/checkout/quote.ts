import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

import { type PosPromotion } from "../../domain/ticket/pos-promotion";
import { bigintAsNumber } from "../bigint-as-number";
import { Branch } from "../branches/branch";

/**
 * The price of a basket as quoted to a guest. Amounts are kopecks. Anyone who has the id can open
 * the quote, so it must stay unguessable.
 */
@Entity("quotes")
@Index("quotes_expired", ["expiresAt"])
@Check("quotes_amounts", "price >= 0 and delivery_fee >= 0 and pos_bonus_limit >= 0")
export class Quote {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid", { name: "branch_id" })
  @ForeignKey(() => Branch, { name: "quotes_branch_fk", onDelete: "CASCADE" })
  branchId!: string;

  /** E.164; null: the guest has not given it. */
  @Column("text", { nullable: true })
  phone!: string | null;

  /** Equal for equal baskets, however they were written. */
  @Column("text", { name: "basket_hash" })
  basketHash!: string;

  /** Revision of the catalogue that the prices come from. */
  @Column("integer", { name: "menu_revision" })
  menuRevision!: number;

  /** Amount due before points: dishes, less discounts, plus delivery. */
  @Column("bigint", { transformer: bigintAsNumber })
  price!: number;

  @Column("bigint", { name: "delivery_fee", transformer: bigintAsNumber })
  deliveryFee!: number;

  /** The zone whose fee applies; null: the branch's own fee. */
  @Column("text", { name: "delivery_zone", nullable: true })
  deliveryZone!: string | null;

  /** What the POS's own loyalty programme takes off. */
  @Column("jsonb", { name: "pos_promotions", default: [] })
  posPromotions!: PosPromotion[];

  /** The most that the POS lets points pay; null: it was not asked. */
  @Column("bigint", { name: "pos_bonus_limit", nullable: true, transformer: bigintAsNumber })
  posBonusLimit!: number | null;

  /**
   * The order that has used what the POS's programme grants; null: it is still available, or there
   * is nothing to use.
   */
  @Column("uuid", { name: "used_by", nullable: true })
  usedBy!: string | null;

  @Column("timestamptz", { name: "expires_at" })
  expiresAt!: Date;
}
