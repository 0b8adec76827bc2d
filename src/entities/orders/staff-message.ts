import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from "typeorm";

import { type Locale } from "../../domain/texts/locale";
import { type FallbackKind } from "../branches/branch-settings";
import { Order } from "./order";

export enum MessagePurpose {
  /** The whole order, to be entered by hand. */
  HAND_OVER = "HAND_OVER",
  /** Something that the same staff were told earlier no longer applies. */
  CORRECTION = "CORRECTION",
  /** The order is late in reaching the till. */
  ALERT = "ALERT",
  /** The order was cancelled, but its till is still processing it. */
  CANCEL_BY_HAND = "CANCEL_BY_HAND",
  /** The till has a duplicate of the order. */
  TWICE_IN_TILL = "TWICE_IN_TILL",
}

/** One message to the staff about one order over one channel. */
@Entity("fallback_deliveries")
@Index("fallback_deliveries_open", ["id"], { where: "sent_at is null and given_up_at is null" })
@Unique("fallback_deliveries_once", ["orderId", "purpose", "round", "kind", "target"])
@Index("fallback_deliveries_waiting", ["kind", "target"], {
  where: "sent_at is null and given_up_at is null",
})
@Check(
  "fallback_deliveries_purpose_known",
  `purpose in ('HAND_OVER', 'CORRECTION', 'ALERT', 'CANCEL_BY_HAND', 'TWICE_IN_TILL')`,
)
@Check("fallback_deliveries_language_known", `language in ('ru', 'en')`)
@Check("fallback_deliveries_parts", "parts_taken >= 0")
@Check(
  "fallback_deliveries_acknowledged_whole",
  "num_nulls(acknowledged_at, acknowledged_by) in (0, 2)",
)
export class StaffMessage {
  @PrimaryColumn("uuid")
  id!: string;

  @Column("uuid", { name: "order_id" })
  @ForeignKey(() => Order, { name: "fallback_deliveries_order_fk", onDelete: "CASCADE" })
  orderId!: string;

  @Column("text", { default: MessagePurpose.HAND_OVER })
  purpose!: MessagePurpose;

  @Column("text")
  kind!: FallbackKind;

  @Column("text")
  target!: string;

  @Column("text", { default: "ru" })
  language!: Locale;

  /** Which hand-over of the order this is: an operator's retry may lead to a second one. */
  @Column("integer")
  round!: number;

  @Column("integer", { default: 0 })
  failures!: number;

  /** How many parts of a long message the channel has confirmed. */
  @Column("integer", { name: "parts_taken", default: 0 })
  partsTaken!: number;

  /**
   * The delivery that leads the combined message in which this one is sent with others; null: sent
   * alone. Kept while the outcome is unknown.
   */
  @Column("uuid", { name: "message_id", nullable: true })
  messageId!: string | null;

  /**
   * The channel demands such a long wait that the staff may have to be notified by other means;
   * null once it has the message.
   */
  @Column("timestamptz", { name: "put_off_until", nullable: true })
  putOffUntil!: Date | null;

  /**
   * Written before the channel is called and cleared when it refuses; while set, the message may
   * have arrived.
   */
  @Column("timestamptz", { name: "sending_since", nullable: true })
  sendingSince!: Date | null;

  /**
   * When the channel was first called for this message; channels that fold duplicates do so only
   * for a certain time after that. null: not yet.
   */
  @Column("timestamptz", { name: "first_tried_at", nullable: true })
  firstTriedAt!: Date | null;

  /**
   * The message was sent marked as a repeat, because it is unknown whether the first copy arrived.
   */
  @Column("boolean", { default: false })
  repeated!: boolean;

  @Column("timestamptz", { name: "sent_at", nullable: true })
  sentAt!: Date | null;

  /** Set when no further attempt will be made. */
  @Column("timestamptz", { name: "given_up_at", nullable: true })
  givenUpAt!: Date | null;

  /** When someone followed a link in this message and acted. */
  @Column("timestamptz", { name: "acknowledged_at", nullable: true })
  acknowledgedAt!: Date | null;

  @Column("text", { name: "acknowledged_by", nullable: true })
  acknowledgedBy!: string | null;

  @Column("text", { nullable: true })
  error!: string | null;
}
