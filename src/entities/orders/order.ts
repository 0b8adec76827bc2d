import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";

import { DEFAULT_COMPANY_ID } from "../../domain/access/default-company";
import { ANYBODY } from "../../domain/access/key-owner";
import { InjectionState } from "../../domain/orders/injection-state";
import { type OrderClaim } from "../../domain/orders/order-claim";
import { OrderStatus } from "../../domain/orders/order-status";
import { type PosFailure } from "../../domain/pos/pos-failure";
import { type AppliedPromotion } from "../../domain/promotions/applied-promotion";
import { type Address, Fulfilment } from "../../domain/ticket/order-ticket";
import { type PaymentMethod } from "../../domain/ticket/payment-method";
import { bigintAsNumber } from "../bigint-as-number";
import { Branch } from "../branches/branch";
import { Node } from "../node";
import { OrderChecks, OrderIndexes } from "./order-constraints";

/**
 * One guest's delivery or pick-up. Amounts are kopecks. Columns without @Field never leave the
 * gateway as they are.
 */
@Entity("orders")
@OrderIndexes()
@OrderChecks()
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "One guest's delivery or pick-up.",
})
export class Order extends Node {
  @Field(() => ID, {
    description:
      "Id of the order; it never changes. Staff and guests know the order by its `number`.",
  })
  @PrimaryColumn("uuid")
  override id!: string;

  @Field(() => String, {
    description:
      "The number by which guest and restaurant know the order; no other order of the company has it. It grants no access.",
  })
  @Column("text")
  number!: string;

  /** The company of its branch, which counts its own orders. */
  @Column("uuid", { name: "company_id", default: DEFAULT_COMPANY_ID })
  companyId!: string;

  @Column("uuid", { name: "branch_id" })
  @ForeignKey(() => Branch, { name: "orders_branch_fk" })
  branchId!: string;

  /** Chosen by the client; makes createOrder safe to repeat. Unique per branch and key owner. */
  @Column("text", { name: "idempotency_key" })
  idempotencyKey!: string;

  /** Who chose the key, as `keyOwnerOf` returns it. */
  @Column("text", { name: "key_owner", default: ANYBODY })
  keyOwner!: string;

  /** SHA-256 of everything else that the client sent with the key. */
  @Column("text", { name: "input_hash" })
  inputHash!: string;

  @Field(() => Int, { description: "Number of events so far; it increases with every change." })
  @Column("integer", { default: 0 })
  version!: number;

  @Field(() => Fulfilment, { description: "How the guest receives the order." })
  @Column("text")
  fulfilment!: Fulfilment;

  @Column("text", { name: "customer_name" })
  customerName!: string;

  /** E.164. */
  @Column("text", { name: "customer_phone" })
  customerPhone!: string;

  /** How often the tracking token has been renewed. */
  @Column("integer", { name: "tracking_generation", default: 0 })
  trackingGeneration!: number;

  @Column("boolean", { name: "joins_loyalty", default: false })
  joinsLoyalty!: boolean;

  @Column("jsonb", { nullable: true })
  address!: Address | null;

  @Field(() => Date, {
    nullable: true,
    description: "When the guest wants the order; null means as soon as possible.",
  })
  @Column("timestamptz", { name: "wanted_at", nullable: true })
  wantedAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: "Number of people to provide cutlery for; null if the guest did not say.",
  })
  @Column("integer", { name: "guest_count", nullable: true })
  guestCount!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The guest's note for the kitchen and the courier; null if there is none.",
  })
  @Column("text", { nullable: true })
  comment!: string | null;

  @Column("text", { name: "payment_method" })
  paymentMethod!: PaymentMethod;

  @Column("boolean", { name: "paid_online", default: false })
  paidOnline!: boolean;

  @Column("text", { name: "external_payment_id", nullable: true })
  externalPaymentId!: string | null;

  /**
   * Marks an order from before one payment could pay only one order: its payment had already paid
   * an earlier order.
   */
  @Column("boolean", { name: "repeats_payment", default: false })
  repeatsPayment!: boolean;

  @Column("bigint", { name: "change_from", nullable: true, transformer: bigintAsNumber })
  changeFrom!: number | null;

  @Column("text", { name: "currency_code" })
  currencyCode!: string;

  @Column("bigint", { transformer: bigintAsNumber })
  subtotal!: number;

  /** Sum of all Result.Rest discounts. */
  @Column("bigint", { default: 0, transformer: bigintAsNumber })
  discount!: number;

  @Column("bigint", { name: "delivery_fee", default: 0, transformer: bigintAsNumber })
  deliveryFee!: number;

  /** The zone it is delivered to; null: the branch has none, or it is unknown which. */
  @Column("text", { name: "delivery_zone", nullable: true })
  deliveryZone!: string | null;

  /** The POS's product that represents delivery to that zone; null: the branch's own. */
  @Column("text", { name: "delivery_product_id_in_pos", nullable: true })
  deliveryProductId!: string | null;

  /** Whether the branch delivers there could not be determined; the staff are asked to check. */
  @Column("boolean", { name: "place_unchecked", default: false })
  placeUnchecked!: boolean;

  /** Amount paid with the guest's points. */
  @Column("bigint", { name: "bonus_spent", default: 0, transformer: bigintAsNumber })
  bonusSpent!: number;

  /** Amount the guest pays in money: subtotal, less discount and points, plus the delivery fee. */
  @Column("bigint", { transformer: bigintAsNumber })
  total!: number;

  /** The promotions that made the order cheaper. */
  @Column("jsonb", { default: [] })
  promotions!: AppliedPromotion[];

  @Field(() => OrderStatus, {
    description:
      "Kitchen and delivery status of the order. `injection` tells whether the till has it.",
  })
  @Column("text", { default: OrderStatus.NEW })
  status!: OrderStatus;

  @Field(() => String, { nullable: true, description: "The status in the POS's own terms." })
  @Column("text", { name: "raw_pos_status", nullable: true })
  rawPosStatus!: string | null;

  @Field(() => Date, {
    description:
      "When the order reached this status: the time recorded by the restaurant or, if there is none, when the gateway learned of it.",
  })
  @Column("timestamptz", { name: "status_changed_at" })
  statusChangedAt!: Date;

  /** The POS's clock at the newest applied status, in Unix milliseconds; 0 before the first. */
  @Column("bigint", { name: "pos_timestamp", default: 0, transformer: bigintAsNumber })
  posTimestamp!: number;

  @Column("text", { name: "injection_state", default: InjectionState.QUEUED })
  injectionState!: InjectionState;

  /**
   * Part of the POS order id; increases only after the POS has proven that the previous id failed
   * permanently.
   */
  @Column("integer", { default: 1 })
  generation!: number;

  @Column("text", { name: "id_in_pos" })
  posOrderId!: string;

  @Column("text", { name: "pos_number", nullable: true })
  posNumber!: string | null;

  /** Failed attempts since the order was queued or an operator requested a retry. */
  @Column("integer", { default: 0 })
  failures!: number;

  @Column("timestamptz", { name: "next_attempt_at", nullable: true })
  nextAttemptAt!: Date | null;

  /** When the POS answered "pending" for the current generation. */
  @Column("timestamptz", { name: "pending_since", nullable: true })
  pendingSince!: Date | null;

  @Column("jsonb", { name: "last_fault", nullable: true })
  lastFault!: PosFailure | null;

  /** Duplicates that would have been created without probing before each repeat. */
  @Column("integer", { name: "duplicates_prevented", default: 0 })
  duplicatesPrevented!: number;

  /** When the staff were first asked to take over; from then on, no automatic attempts are made. */
  @Column("timestamptz", { name: "handed_over_at", nullable: true })
  handedOverAt!: Date | null;

  /** When the staff were alerted that the order is late in reaching the till; happens once. */
  @Column("timestamptz", { name: "alerted_at", nullable: true })
  alertedAt!: Date | null;

  @Column("jsonb", { nullable: true })
  courier!: { name: string; phone: string | null; updatedAt?: string } | null;

  @Field(() => Date, {
    nullable: true,
    description: "When the POS expects the order to be ready or delivered.",
  })
  @Column("timestamptz", { name: "estimated_at", nullable: true })
  estimatedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description:
      "The time promised to the guest: by the POS, and until it has the order by the branch's own usual time.",
  })
  @Column("timestamptz", { name: "promised_at", nullable: true })
  promisedAt!: Date | null;

  /**
   * The promised time as it was before the POS had the order; what the guest was told is based on
   * it.
   */
  @Column("timestamptz", { name: "first_promised_at", nullable: true })
  firstPromisedAt!: Date | null;

  /** The interval that the guest was given; null: none, as for an order for a set time. */
  @Column("timestamptz", { name: "promised_from", nullable: true })
  promisedFrom!: Date | null;

  @Column("timestamptz", { name: "promised_to", nullable: true })
  promisedTo!: Date | null;

  /**
   * The time given to the till for an order for as soon as possible because the kitchen took longer
   * than usual; null: the till promises its usual time.
   */
  @Column("timestamptz", { name: "delayed_to", nullable: true })
  delayedTo!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "URL of a page that shows where the courier is.",
  })
  @Column("text", { name: "tracking_url", nullable: true })
  trackingUrl!: string | null;

  /**
   * Why the restaurant cancelled, in its own words; only for operators, because it may be about a
   * guest.
   */
  @Column("text", { name: "cancel_reason", nullable: true })
  cancelReason!: string | null;

  /**
   * A keyed hash of the address that the order came from; null: the caller had a key, or the
   * address is unknown.
   */
  @Column("text", { nullable: true })
  source!: string | null;

  /**
   * There is no proof that the phone belongs to the guest, nor that any effort went into the
   * request.
   */
  @Column("boolean", { default: false })
  unproven!: boolean;

  /**
   * The order's place among the orders of its branch that wait to be sent; null: the time at which
   * it was taken.
   */
  @Column("timestamptz", { name: "place_at", nullable: true })
  placeAt!: Date | null;

  /** Who is handling the order, and until when; the claim may have expired. */
  @Column("jsonb", { nullable: true })
  claim!: OrderClaim | null;

  @Field(() => Date, { description: "When the gateway accepted the order." })
  @Column("timestamptz", { name: "created_at" })
  createdAt!: Date;

  /** When all data about the guest was removed from the order; null: it was not. */
  @Field(() => Date, {
    nullable: true,
    description: "When name, phone, address and comments were permanently erased.",
  })
  @Column("timestamptz", { name: "erased_at", nullable: true })
  erasedAt!: Date | null;
}
