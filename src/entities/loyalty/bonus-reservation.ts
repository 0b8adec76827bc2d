import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

import { bigintAsNumber } from "../bigint-as-number";
import { Order } from "../orders/order";

export enum ReservationState {
  /** The order is open; its points must not be promised again. */
  HELD = "HELD",
  /** The order is done, and the till has taken its points. */
  SETTLED = "SETTLED",
  /** The order came to nothing, or the staff have taken it over; nothing is promised any more. */
  RELEASED = "RELEASED",
}

/**
 * The points that one order will take from a guest's wallet. A reservation ends once, together with
 * what ended it.
 */
@Entity("bonus_reservations")
@Index("bonus_reservations_wallet_in_pos", ["walletId", "phone"])
@Index("bonus_reservations_held", ["reservedAt"], { where: "state = 'HELD'" })
@Index("bonus_reservations_unreturned", ["orderId"], {
  where: "state = 'RELEASED' and customer_id_in_pos is not null and given_back_at is null",
})
@Check("bonus_reservations_amount", "amount > 0")
@Check("bonus_reservations_state_known", "state in ('HELD', 'SETTLED', 'RELEASED')")
@Check(
  "bonus_reservations_ended",
  "num_nulls(ended_at, reason) in (0, 2) and (ended_at is null) = (state = 'HELD')",
)
export class BonusReservation {
  @PrimaryColumn("uuid", { name: "order_id" })
  @ForeignKey(() => Order, { name: "bonus_reservations_order_fk", onDelete: "CASCADE" })
  orderId!: string;

  /** The POS's id: branches that share a wallet share its reservations. */
  @Column("text", { name: "wallet_id_in_pos" })
  walletId!: string;

  /** E.164. */
  @Column("text")
  phone!: string;

  /** In kopecks. */
  @Column("bigint", { transformer: bigintAsNumber })
  amount!: number;

  /** The guest's id in the POS, if the POS is also asked to hold the points; null: it is not. */
  @Column("text", { name: "customer_id_in_pos", nullable: true })
  posCustomerId!: string | null;

  /**
   * Balance of the wallet when the points were promised, in kopecks; null if the POS is not asked
   * to hold them.
   */
  @Column("bigint", { name: "balance_before", nullable: true, transformer: bigintAsNumber })
  balanceBefore!: number | null;

  /** When the POS's balance was first seen with the points deducted; null: not observed yet. */
  @Column("timestamptz", { name: "shown_at", nullable: true })
  shownAt!: Date | null;

  @Column("text", { default: ReservationState.HELD })
  state!: ReservationState;

  @Column("timestamptz", { name: "reserved_at" })
  reservedAt!: Date;

  @Column("timestamptz", { name: "ended_at", nullable: true })
  endedAt!: Date | null;

  /** When the POS released what it may have held of released points; null: not yet. */
  @Column("timestamptz", { name: "given_back_at", nullable: true })
  givenBackAt!: Date | null;

  /** What ended it: the order's status or its submission state. */
  @Column("text", { nullable: true })
  reason!: string | null;
}
