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

/** The `kind` of a vendor in `src/vendors.ts`, or NONE: the branch is not connected. */
export type PosKind = string;
export const PosKind = { NONE: "NONE" } as const;

/** The `kind` of a channel's vendor, see `src/vendors.ts`. */
export type FallbackKind = string;

export interface PaymentTypeMapping {
  method: PaymentMethod;
  /** null is «не выбрано»: the order is sent without a payment, and the till asks. */
  posPaymentTypeId: string | null;
  processedExternally: boolean;
}

export interface FallbackTarget {
  kind: FallbackKind;
  /** In the form that the channel's vendor checks: an e-mail address, a chat id. */
  target: string;
  enabled: boolean;
  /** Language of the messages; Russian if omitted. */
  language?: Locale | null | undefined;
}

/** How a branch is connected to its POS, and what happens when the POS does not take an order. */
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

  /** The POS organization whose menu and prices the branch uses; null: its own organization's. */
  @Column("text", { name: "menu_organization_id_in_pos", nullable: true })
  menuOrganizationId!: string | null;

  @Column("text", { name: "price_category_id_in_pos", nullable: true })
  priceCategoryId!: string | null;

  /** The PosCredential as JSON, sealed by the keyring; never leaves the server. */
  @Column("text", { name: "credential_sealed", nullable: true })
  credentialSealed!: string | null;

  /** What operators may see of the credential: its last few characters. */
  @Column("text", { name: "credential_masked", nullable: true })
  credentialMasked!: string | null;

  @Column("text", { name: "credential_kind", nullable: true })
  credentialKind!: string | null;

  @Column("jsonb", { name: "payment_types", default: [] })
  paymentTypes!: PaymentTypeMapping[];

  /** Only what differs from the POS adapter's default mapping. */
  @Column("jsonb", { name: "status_map", default: [] })
  statusMap!: { posStatus: string; status: OrderStatus }[];

  /** The POS's payment type that spends points; null is «не выбрано»: points cannot be spent. */
  @Column("text", { name: "bonus_payment_type_id_in_pos", nullable: true })
  bonusPaymentTypeId!: string | null;

  /** Which of a guest's wallets holds the points; null: the only one. */
  @Column("text", { name: "bonus_wallet_id_in_pos", nullable: true })
  bonusWalletId!: string | null;

  /**
   * Percentage of an order that points may pay. 0 until someone decides, because points are the
   * restaurant's money.
   */
  @Column("integer", { name: "bonus_write_off_limit_percent", default: 0 })
  bonusWriteOffLimitPercent!: number;

  /** Ask the POS to hold an order's points before it receives the order. */
  @Column("boolean", { name: "hold_bonuses", default: false })
  holdBonuses!: boolean;

  /**
   * The POS's order type for deliveries and for pick-ups; null is «не выбрано»: the POS uses its
   * own default.
   */
  @Column("text", { name: "delivery_order_type_id_in_pos", nullable: true })
  deliveryOrderTypeId!: string | null;

  @Column("text", { name: "pickup_order_type_id_in_pos", nullable: true })
  pickupOrderTypeId!: string | null;

  /**
   * What the POS's reports show as the source of orders; some organizations take no delivery
   * without one.
   */
  @Column("text", { name: "marketing_source_id_in_pos", nullable: true })
  marketingSourceId!: string | null;

  /** How the POS's order prices the halves of a half-and-half dish. */
  @Column("text", { name: "half_prices", default: HalfPrices.HALVED })
  halfPrices!: HalfPrices;

  /**
   * The POS's discount of the "assign the sum" kind that carries Result.Rest's own discounts; null
   * is «не выбрано».
   */
  @Column("text", { name: "universal_discount_id_in_pos", nullable: true })
  universalDiscountId!: string | null;

  /** Address that guests see, in one line; null: not given. */
  @Column("text", { name: "public_address", nullable: true })
  publicAddress!: string | null;

  /** Phone number for guests' questions, in E.164. */
  @Column("text", { name: "public_phone", nullable: true })
  publicPhone!: string | null;

  /** Location on the map: latitude and longitude, as `pointText` writes them. */
  @Column("text", { name: "public_point", nullable: true })
  publicPoint!: string | null;

  @Column("boolean", { name: "takes_cash", default: true })
  takesCash!: boolean;

  @Column("boolean", { name: "takes_cards", default: true })
  takesCards!: boolean;

  @Column("boolean", { name: "takes_online", default: true })
  takesOnline!: boolean;

  /** When orders are taken; a fulfilment without rows is open around the clock. */
  @Column("jsonb", { name: "hours_week", default: [] })
  hoursWeek!: WeekHours[];

  @Column("jsonb", { name: "hours_days", default: [] })
  hoursDays!: DayHours[];

  /** Minimum lead time of a pre-order before its wanted time, in minutes. */
  @Column("integer", { name: "preorder_min_minutes", default: 0 })
  preorderMinMinutes!: number;

  /** How many calendar days ahead an order can be placed at most. */
  @Column("integer", { name: "preorder_max_days", default: 60 })
  preorderMaxDays!: number;

  /** Length of a time slot, in minutes. */
  @Column("integer", { name: "slot_minutes", default: 30 })
  slotMinutes!: number;

  /** How many scheduled orders one slot takes; 0: any number. */
  @Column("integer", { name: "slot_orders", default: 0 })
  slotOrders!: number;

  /** How long an order for as soon as possible usually takes, in minutes; 0: not given. */
  @Column("integer", { name: "usual_minutes", default: 0 })
  usualMinutes!: number;

  /**
   * For every this many open orders, a new one takes `queueMinutes` longer; 0: open orders make no
   * difference.
   */
  @Column("integer", { name: "queue_orders", default: 0 })
  queueOrders!: number;

  @Column("integer", { name: "queue_minutes", default: 0 })
  queueMinutes!: number;

  /**
   * An order for as soon as possible placed outside the hours is taken for the first slot within
   * them.
   */
  @Column("boolean", { name: "asap_when_closed", default: false })
  asapWhenClosed!: boolean;

  /** Take no orders for as soon as possible while the till does not answer. */
  @Column("boolean", { name: "pause_while_till_silent", default: true })
  pauseWhileTillSilent!: boolean;

  /** Delivery fee, in kopecks. */
  @Column("bigint", { name: "delivery_fee", default: 0, transformer: bigintAsNumber })
  deliveryFee!: number;

  /** Dishes worth this much are delivered free, in kopecks; null: delivery is never free. */
  @Column("bigint", { name: "free_delivery_from", nullable: true, transformer: bigintAsNumber })
  freeDeliveryFrom!: number | null;

  /**
   * The POS's product that represents the delivery; null is «не выбрано»: the staff at the till
   * read about it instead.
   */
  @Column("text", { name: "delivery_product_id_in_pos", nullable: true })
  deliveryProductId!: string | null;

  /** Whose zones determine where the branch delivers. */
  @Column("text", { name: "delivery_zones_from", default: ZoneSource.OWN })
  deliveryZonesFrom!: ZoneSource;

  /** The day on which the week of the POS's zones begins: this is documented nowhere. */
  @Column("text", { name: "week_starts_at", default: WeekStart.MONDAY })
  weekStartsAt!: WeekStart;

  /** How orders use the streets that the POS knows. */
  @Column("text", { name: "delivery_streets", default: StreetUse.NONE })
  deliveryStreets!: StreetUse;

  /** What happens to an order whose address cannot be matched to a zone. */
  @Column("text", { name: "unlocated_addresses", default: UnlocatedAddresses.ACCEPT })
  unlocatedAddresses!: UnlocatedAddresses;

  /** Quotes ask the POS's loyalty programme what it grants and takes. */
  @Column("boolean", { name: "quotes_by_pos_loyalty", default: false })
  quotesByPosLoyalty!: boolean;

  /** Never send Result.Rest's promo codes to the POS. */
  @Column("boolean", { name: "do_not_send_promo_codes", default: false })
  doNotSendPromoCodes!: boolean;

  /** No balance, no write-off, no payment with points. */
  @Column("boolean", { name: "do_not_use_bonuses", default: false })
  doNotUseBonuses!: boolean;

  /** The POS's promo codes are never used in Result.Rest. */
  @Column("boolean", { name: "do_not_use_pos_promo_codes", default: false })
  doNotUsePosPromoCodes!: boolean;

  /**
   * Pauses before each retry of a failed submission, in seconds; their number is the number of
   * retries.
   */
  @Column("integer", { name: "retry_delays_seconds", array: true, default: [15, 15, 15] })
  retryDelaysSeconds!: number[];

  /** How long a submission may stay pending before its outcome counts as unknown, in seconds. */
  @Column("integer", { name: "accept_timeout_seconds", default: 60 })
  acceptTimeoutSeconds!: number;

  /** When the staff are alerted that an order is still not in the till, in seconds; 0: never. */
  @Column("integer", { name: "alert_if_not_accepted_after_seconds", default: 300 })
  alertIfNotAcceptedAfterSeconds!: number;

  /**
   * How late the submission of an order may begin, in minutes, before the staff are asked whether
   * it is still wanted.
   */
  @Column("integer", { name: "send_within_minutes", default: 30 })
  sendWithinMinutes!: number;

  /** Take orders only from signed-in guests and holders of API keys. */
  @Column("boolean", { name: "guest_orders_only_proven", default: false })
  guestOrdersOnlyProven!: boolean;

  /** How many open orders unproven guests may have under one phone number; 0: any number. */
  @Column("integer", { name: "guest_orders_most_open", default: 5 })
  guestOrdersMostOpen!: number;

  /** Promotions with counted uses are only for signed-in guests and holders of API keys. */
  @Column("boolean", { name: "guest_promotions_only_proven", default: false })
  guestPromotionsOnlyProven!: boolean;

  /** Every order of a guest who is not signed in requires a solved challenge. */
  @Column("boolean", { name: "guest_challenge_always", default: false })
  guestChallengeAlways!: boolean;

  /** Difficulty of a challenge: each bit doubles the work. */
  @Column("integer", { name: "guest_challenge_bits", default: 16 })
  guestChallengeBits!: number;

  @Column("jsonb", { default: [] })
  fallback!: FallbackTarget[];
}

/**
 * Returns the owner for which the credential in a branch's settings, or in its former connections,
 * is sealed.
 */
export function credentialOwner(branchId: string): string {
  return `branch ${branchId}`;
}
