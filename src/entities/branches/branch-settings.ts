import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

import { StreetUse } from "../../domain/delivery/street-use";
import { UnlocatedAddresses } from "../../domain/delivery/unlocated-addresses";
import { WeekStart } from "../../domain/delivery/week-start";
import { ZoneSource } from "../../domain/delivery/zone-source";
import { type DayHours, type WeekHours } from "../../domain/hours/branch-hours";
import { type OrderStatus } from "../../domain/orders/order-status";
import { type Locale } from "../../domain/texts/locale";
import { HalfPrices } from "../../domain/ticket/half-prices";
import { type PaymentMethod } from "../../domain/ticket/payment-method";
import { bigintAsNumber } from "../bigint-as-number";
import { Branch } from "./branch";

/** The `kind` of a vendor of `src/vendors.ts`, or NONE: the branch is not connected. */
export type PosKind = string;
export const PosKind = { NONE: "NONE" } as const;

/** The `kind` of a channel's vendor, see `src/vendors.ts`. */
export type FallbackKind = string;

export interface PaymentTypeMapping {
  method: PaymentMethod;
  /** null is «не выбрано»: the order goes without a payment and the till asks. */
  posPaymentTypeId: string | null;
  processedExternally: boolean;
}

export interface FallbackTarget {
  kind: FallbackKind;
  /** As the channel's vendor checks it: an e-mail address, a chat id. */
  target: string;
  enabled: boolean;
  /** Of the messages; Russian when left out. */
  language?: Locale | null | undefined;
}

/** How a branch is tied to its POS, and what happens when the POS does not take an order. */
@Entity("branch_settings")
@Index("branch_settings_organization_in_pos", ["organizationId"], {
  where: "organization_id_in_pos is not null",
})
@Check(
  "branch_settings_pos_connected",
  `pos = 'NONE' or (credential_sealed is not null and organization_id_in_pos is not null)`,
)
@Check(
  "branch_settings_credential_whole",
  `num_nulls(credential_sealed, credential_masked, credential_kind) in (0, 3)`,
)
@Check(
  "branch_settings_retry_delays",
  `cardinality(retry_delays_seconds) <= 10
   and 0 <= all (retry_delays_seconds) and 3600 >= all (retry_delays_seconds)`,
)
@Check("branch_settings_accept_timeout", `accept_timeout_seconds between 10 and 900`)
@Check("branch_settings_unlocated_addresses", `unlocated_addresses in ('ACCEPT', 'REFUSE')`)
@Check("branch_settings_delivery_zones_from", `delivery_zones_from in ('OWN', 'POS', 'NONE')`)
@Check("branch_settings_delivery_streets", `delivery_streets in ('NONE', 'OFFERED', 'REQUIRED')`)
@Check("branch_settings_week_starts_at", `week_starts_at in ('MONDAY', 'SUNDAY')`)
@Check("branch_settings_delivery_fee", "delivery_fee >= 0 and free_delivery_from > 0")
@Check("branch_settings_bonus_write_off_limit", `bonus_write_off_limit_percent between 0 and 100`)
@Check(
  "branch_settings_alert",
  `alert_if_not_accepted_after_seconds = 0 or alert_if_not_accepted_after_seconds between 30 and 86400`,
)
@Check(
  "branch_settings_preorders",
  "preorder_min_minutes between 0 and 1440 and preorder_max_days between 0 and 60",
)
@Check(
  "branch_settings_slots",
  "slot_minutes between 10 and 240 and slot_orders between 0 and 1000",
)
@Check("branch_settings_guest_orders_most_open", "guest_orders_most_open between 0 and 1000")
@Check("branch_settings_guest_challenge_bits", "guest_challenge_bits between 8 and 24")
@Check("branch_settings_half_prices_known", `half_prices in ('HALVED', 'WHOLE')`)
export class BranchSettings {
  @PrimaryColumn("uuid", { name: "branch_id" })
  @ForeignKey(() => Branch, { name: "branch_settings_branch_fk", onDelete: "CASCADE" })
  branchId!: string;

  @Column("text", { default: PosKind.NONE })
  pos!: PosKind;

  @Column("text", { name: "organization_id_in_pos", nullable: true })
  organizationId!: string | null;

  @Column("text", { name: "terminal_group_id_in_pos", nullable: true })
  terminalGroupId!: string | null;

  @Column("text", { name: "external_menu_id", nullable: true })
  externalMenuId!: string | null;

  /** Whose menu and prices the branch has, as the POS knows it; null: its own organization's. */
  @Column("text", { name: "menu_organization_id_in_pos", nullable: true })
  menuOrganizationId!: string | null;

  @Column("text", { name: "price_category_id_in_pos", nullable: true })
  priceCategoryId!: string | null;

  /** The PosCredential as JSON, sealed by the keyring; never leaves the server. */
  @Column("text", { name: "credential_sealed", nullable: true })
  credentialSealed!: string | null;

  /** What operators may see of the credential: its last characters. */
  @Column("text", { name: "credential_masked", nullable: true })
  credentialMasked!: string | null;

  @Column("text", { name: "credential_kind", nullable: true })
  credentialKind!: string | null;

  @Column("jsonb", { name: "payment_types", default: [] })
  paymentTypes!: PaymentTypeMapping[];

  /** Only what differs from the POS adapter's default meaning. */
  @Column("jsonb", { name: "status_map", default: [] })
  statusMap!: { posStatus: string; status: OrderStatus }[];

  /** The POS's payment type that spends points; null is «не выбрано»: points cannot be spent. */
  @Column("text", { name: "bonus_payment_type_id_in_pos", nullable: true })
  bonusPaymentTypeId!: string | null;

  /** Which of a guest's wallets holds the points; null: the only one there is. */
  @Column("text", { name: "bonus_wallet_id_in_pos", nullable: true })
  bonusWalletId!: string | null;

  /**
   * How much of an order points may pay. 0 until somebody decides: points are the restaurant's
   * money.
   */
  @Column("integer", { name: "bonus_write_off_limit_percent", default: 0 })
  bonusWriteOffLimitPercent!: number;

  /** The POS is asked to hold an order's points before it gets the order. */
  @Column("boolean", { name: "hold_bonuses", default: false })
  holdBonuses!: boolean;

  /**
   * The POS's order type of deliveries and of pick-ups; null is «не выбрано»: the POS takes its own
   * default.
   */
  @Column("text", { name: "delivery_order_type_id_in_pos", nullable: true })
  deliveryOrderTypeId!: string | null;

  @Column("text", { name: "pickup_order_type_id_in_pos", nullable: true })
  pickupOrderTypeId!: string | null;

  /**
   * What the POS's reports name as the source of orders; some organizations take no delivery
   * without one.
   */
  @Column("text", { name: "marketing_source_id_in_pos", nullable: true })
  marketingSourceId!: string | null;

  /** How the halves of a half-and-half dish are priced in the POS's order. */
  @Column("text", { name: "half_prices", default: HalfPrices.HALVED })
  halfPrices!: HalfPrices;

  /**
   * The POS's discount of the "assign the sum" kind that carries Result.Rest's own; null is «не
   * выбрано».
   */
  @Column("text", { name: "universal_discount_id_in_pos", nullable: true })
  universalDiscountId!: string | null;

  /** Where guests find it, in one line; null: nobody said. */
  @Column("text", { name: "public_address", nullable: true })
  publicAddress!: string | null;

  /** For questions of guests, in E.164. */
  @Column("text", { name: "public_phone", nullable: true })
  publicPhone!: string | null;

  /** Where it stands on a map: latitude and longitude, as `pointText` writes them. */
  @Column("text", { name: "public_point", nullable: true })
  publicPoint!: string | null;

  @Column("boolean", { name: "takes_cash", default: true })
  takesCash!: boolean;

  @Column("boolean", { name: "takes_cards", default: true })
  takesCards!: boolean;

  @Column("boolean", { name: "takes_online", default: true })
  takesOnline!: boolean;

  /** When orders are taken; a way to receive them without rows is open around the clock. */
  @Column("jsonb", { name: "hours_week", default: [] })
  hoursWeek!: WeekHours[];

  @Column("jsonb", { name: "hours_days", default: [] })
  hoursDays!: DayHours[];

  /** How far ahead of the wanted time a pre-order has to be placed at least. */
  @Column("integer", { name: "preorder_min_minutes", default: 0 })
  preorderMinMinutes!: number;

  /** How many days of the calendar ahead at most. */
  @Column("integer", { name: "preorder_max_days", default: 60 })
  preorderMaxDays!: number;

  /** How long a slot of its days is, in minutes. */
  @Column("integer", { name: "slot_minutes", default: 30 })
  slotMinutes!: number;

  /** How many orders for a time in one slot it takes; 0: any number. */
  @Column("integer", { name: "slot_orders", default: 0 })
  slotOrders!: number;

  /** How long an order as soon as possible usually takes, in minutes; 0: nobody said. */
  @Column("integer", { name: "usual_minutes", default: 0 })
  usualMinutes!: number;

  /** For each so many open orders one takes `queueMinutes` longer; 0: it does not matter. */
  @Column("integer", { name: "queue_orders", default: 0 })
  queueOrders!: number;

  @Column("integer", { name: "queue_minutes", default: 0 })
  queueMinutes!: number;

  /** An order as soon as possible outside the hours is taken for the first slot within them. */
  @Column("boolean", { name: "asap_when_closed", default: false })
  asapWhenClosed!: boolean;

  /** No orders as soon as possible while the till does not answer. */
  @Column("boolean", { name: "pause_while_till_silent", default: true })
  pauseWhileTillSilent!: boolean;

  /** What a courier's way costs, in kopecks. */
  @Column("bigint", { name: "delivery_fee", default: 0, transformer: bigintAsNumber })
  deliveryFee!: number;

  /** Dishes for this much are brought for nothing, in kopecks; null: none are. */
  @Column("bigint", { name: "free_delivery_from", nullable: true, transformer: bigintAsNumber })
  freeDeliveryFrom!: number | null;

  /**
   * The POS's product that stands for the delivery; null is «не выбрано»: people at the till read
   * of it.
   */
  @Column("text", { name: "delivery_product_id_in_pos", nullable: true })
  deliveryProductId!: string | null;

  /** Whose zones say where the branch delivers. */
  @Column("text", { name: "delivery_zones_from", default: ZoneSource.OWN })
  deliveryZonesFrom!: ZoneSource;

  /** On which day the week of the POS's zones begins: nobody has written that down. */
  @Column("text", { name: "week_starts_at", default: WeekStart.MONDAY })
  weekStartsAt!: WeekStart;

  /** What the streets that its POS knows are to its orders. */
  @Column("text", { name: "delivery_streets", default: StreetUse.NONE })
  deliveryStreets!: StreetUse;

  /** What becomes of an order for an address that no zone can be told of. */
  @Column("text", { name: "unlocated_addresses", default: UnlocatedAddresses.ACCEPT })
  unlocatedAddresses!: UnlocatedAddresses;

  /** Quotes ask the POS's loyalty programme what it gives and takes. */
  @Column("boolean", { name: "quotes_by_pos_loyalty", default: false })
  quotesByPosLoyalty!: boolean;

  /** Promo codes of Result.Rest never reach the POS. */
  @Column("boolean", { name: "do_not_send_promo_codes", default: false })
  doNotSendPromoCodes!: boolean;

  /** No balance, no write-off, no payment by points. */
  @Column("boolean", { name: "do_not_use_bonuses", default: false })
  doNotUseBonuses!: boolean;

  /** The POS's promo codes never reach Result.Rest. */
  @Column("boolean", { name: "do_not_use_pos_promo_codes", default: false })
  doNotUsePosPromoCodes!: boolean;

  /**
   * Pauses before each repeat of a failed submission, in seconds; their number is the number of
   * repeats.
   */
  @Column("integer", { name: "retry_delays_seconds", array: true, default: [15, 15, 15] })
  retryDelaysSeconds!: number[];

  /** How long a pending submission may stay pending before its outcome counts as unknown. */
  @Column("integer", { name: "accept_timeout_seconds", default: 60 })
  acceptTimeoutSeconds!: number;

  /** When people are alerted that an order is still not in the till, in seconds; 0: never. */
  @Column("integer", { name: "alert_if_not_accepted_after_seconds", default: 300 })
  alertIfNotAcceptedAfterSeconds!: number;

  /**
   * How late the sending of an order may begin, in minutes, before people are asked whether it is
   * still wanted.
   */
  @Column("integer", { name: "send_within_minutes", default: 30 })
  sendWithinMinutes!: number;

  /** Orders are taken from signed-in guests and holders of API keys only. */
  @Column("boolean", { name: "guest_orders_only_proven", default: false })
  guestOrdersOnlyProven!: boolean;

  /** How many open orders of one phone unproven guests may have; 0: any number. */
  @Column("integer", { name: "guest_orders_most_open", default: 5 })
  guestOrdersMostOpen!: number;

  /** Promotions whose uses are counted are for signed-in guests and holders of API keys only. */
  @Column("boolean", { name: "guest_promotions_only_proven", default: false })
  guestPromotionsOnlyProven!: boolean;

  /** Each order of a guest who is not signed in needs a solved challenge. */
  @Column("boolean", { name: "guest_challenge_always", default: false })
  guestChallengeAlways!: boolean;

  /** How hard a challenge is: each bit doubles the work. */
  @Column("integer", { name: "guest_challenge_bits", default: 16 })
  guestChallengeBits!: number;

  @Column("jsonb", { default: [] })
  fallback!: FallbackTarget[];
}

/** What the credential in a branch's settings, or in its former connections, is sealed for. */
export function credentialOwner(branchId: string): string {
  return `branch ${branchId}`;
}
