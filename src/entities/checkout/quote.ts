import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

import { type PosPromotion } from "../../domain/ticket/pos-promotion";
import { bigintAsNumber } from "../bigint-as-number";
import { Branch } from "../branches/branch";

/**
 * What a guest was told a basket costs. Amounts are kopecks. Its id opens it, so it must stay
 * unguessable.
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

  /** E.164; null: the guest had not said. */
  @Column("text", { nullable: true })
  phone!: string | null;

  /** Equal for what is ordered, however it was written. */
  @Column("text", { name: "basket_hash" })
  basketHash!: string;

  /** Of the catalogue that the prices come from. */
  @Column("integer", { name: "menu_revision" })
  menuRevision!: number;

  /** What there is to pay before points: dishes, less discounts, and the delivery. */
  @Column("bigint", { transformer: bigintAsNumber })
  price!: number;

  @Column("bigint", { name: "delivery_fee", transformer: bigintAsNumber })
  deliveryFee!: number;

  /** The zone whose fee that is; null: the branch's own. */
  @Column("text", { name: "delivery_zone", nullable: true })
  deliveryZone!: string | null;

  /** What the POS's own loyalty programme takes off. */
  @Column("jsonb", { name: "pos_promotions", default: [] })
  posPromotions!: PosPromotion[];

  /** What the POS lets points pay at most; null: it was not asked. */
  @Column("bigint", { name: "pos_bonus_limit", nullable: true, transformer: bigintAsNumber })
  posBonusLimit!: number | null;

  /**
   * The order that has what the POS's programme gives; null: it is still to be had, or there is
   * nothing of the kind.
   */
  @Column("uuid", { name: "used_by", nullable: true })
  usedBy!: string | null;

  @Column("timestamptz", { name: "expires_at" })
  expiresAt!: Date;
}
