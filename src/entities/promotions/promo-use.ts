import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

import { Order } from "../orders/order";
import { Promotion } from "./promotion";

/** One order's use of a promotion. Released once, together with the order's cancellation. */
@Entity("promo_uses")
@Index("promo_uses_promotion", ["promotionId", "phone"], { where: "returned_at is null" })
@Index("promo_uses_code", ["promotionId", "code"], { where: "returned_at is null" })
export class PromoUse {
  @PrimaryColumn("uuid", { name: "order_id" })
  @ForeignKey(() => Order, { name: "promo_uses_order_fk", onDelete: "CASCADE" })
  orderId!: string;

  @PrimaryColumn("uuid", { name: "promotion_id" })
  @ForeignKey(() => Promotion, { name: "promo_uses_promotion_fk" })
  promotionId!: string;

  @Column("text")
  code!: string;

  /** E.164. */
  @Column("text")
  phone!: string;

  @Column("timestamptz", { name: "used_at" })
  usedAt!: Date;

  @Column("timestamptz", { name: "returned_at", nullable: true })
  returnedAt!: Date | null;
}
