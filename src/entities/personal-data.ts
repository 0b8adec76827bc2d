import { CATALOGUE_TABLES } from "./catalogue-tables";

/**
 * What every column of every table holds about people, and how it is removed when a guest is
 * erased. This is the only list: erasing and exporting are driven by it, and a test compares it
 * with the catalogue of the real database. A column missing here fails that test: decide whether it
 * says anything about a guest, then add it.
 */
export interface TableOfPeople {
  /** Names of columns that say nothing about a person, separated by single spaces. */
  readonly plain: string;
  /**
   * Likewise, the columns about staff: who acted, which keys exist, where messages go. No guest can
   * have them removed.
   */
  readonly staff?: string;
  /**
   * Columns about guests, each with the SQL expression that replaces it. `guest` is the order's row
   * of `ErasedGuest`.
   */
  readonly guest?: Readonly<Record<string, string>>;
  /**
   * Texts that are not an order's own and may quote any guest; the guest's words are struck out of
   * them. `id` identifies a row.
   */
  readonly quoting?: Readonly<Record<string, "text" | "json">>;
  /**
   * The rows of such a column that may quote a guest; omitted: all. Rows that others work with
   * should not be locked needlessly.
   */
  readonly quotingOnly?: Readonly<Record<string, string>>;
  /** The column with the order's id, if rows belong to an order. */
  readonly order?: string;
  /** The column with a phone, if rows belong to no order; such rows are deleted. */
  readonly phone?: string;
}

/**
 * One row per erased order: the new values of its columns where they hold something about the
 * guest.
 */
export interface ErasedGuest {
  readonly id: string;
  readonly idempotency_key: string;
  readonly external_payment_id: string | null;
  readonly pos_number: string | null;
  readonly erased_at: string;
}

const NOTHING = "null";
const EMPTY = "''";
/** A refusal keeps its code and its reason, which are ours; the POS's own words are removed. */
const withoutWords = (fault: string, path = "message") =>
  `case when jsonb_typeof(${fault}) = 'object' then jsonb_set(${fault}, '{${path}}', '""', false) end`;

const ORDERS: TableOfPeople = {
  order: "id",
  plain: `id number branch_id company_id version fulfilment joins_loyalty wanted_at payment_method paid_online change_from
    currency_code subtotal total status raw_pos_status status_changed_at pos_timestamp injection_state generation
    pos_order_id id_in_pos failures next_attempt_at pending_since duplicates_prevented handed_over_at estimated_at created_at
    alerted_at delayed_to promised_at discount delivery_fee bonus_spent promotions repeats_payment unproven place_at
    tracking_generation guest_count place_unchecked first_promised_at promised_from promised_to`,
  staff: "claim",
  guest: {
    customer_name: EMPTY,
    customer_phone: EMPTY,
    address: `case when o.address is null then null else '{"city": null, "street": "", "house": "", "building": null,
      "flat": null, "entrance": null, "floor": null, "doorphone": null, "comment": null, "latitude": null,
      "longitude": null}'::jsonb end`,
    // Reveals roughly where the guest lives.
    delivery_zone: NOTHING,
    delivery_product_id_in_pos: NOTHING,
    comment: NOTHING,
    // Opaque for most sites, and kept in that case: the same key never creates a second order.
    idempotency_key: "guest.idempotency_key",
    // Equal for equal input, so anyone who guesses the input finds the guest.
    input_hash: "'erased ' || o.id",
    // A guest's owner is derived from the phone. Unless another order has the same key, the key
    // stays closed to everyone.
    key_owner: `case when exists (
        select from orders other
        where other.branch_id = o.branch_id and other.idempotency_key = o.idempotency_key and other.id <> o.id
      ) then 'ERASED ' || o.id else 'ANYBODY' end`,
    // A keyed hash of an address.
    source: NOTHING,
    // Part of the accounting, and one payment pays for only one order; kept unless it holds
    // something about the guest.
    external_payment_id: "guest.external_payment_id",
    pos_number: "guest.pos_number",
    last_fault: withoutWords("o.last_fault"),
    courier: NOTHING,
    tracking_url: NOTHING,
    cancel_reason: NOTHING,
    erased_at: "guest.erased_at",
  },
};

/** Every table by name. */
export const PERSONAL_DATA: Readonly<Record<string, TableOfPeople>> = {
  orders: ORDERS,
  order_lines: {
    order: "order_id",
    plain: `order_id position article name size_name quantity unit_price total options pos_product_id pos_size_id compound
      halves parts`,
    guest: { comment: NOTHING },
  },
  order_events: {
    order: "order_id",
    plain: "id order_id branch_id sequence at source summary xid position branch_position",
    staff: "actor",
    guest: {
      // A null failure stays null.
      detail: `${withoutWords("o.detail", "fault,message")} - 'remark'`,
    },
  },
  injection_attempts: {
    order: "order_id",
    plain: "order_id number generation started_at finished_at outcome correlation_id",
    guest: { fault: withoutWords("o.fault"), request: NOTHING, response: NOTHING },
  },
  fallback_deliveries: {
    order: "order_id",
    plain: `id order_id kind round failures sent_at given_up_at purpose language parts_taken sending_since repeated
      acknowledged_at message_id put_off_until first_tried_at`,
    staff: "target acknowledged_by",
    guest: { error: NOTHING },
  },
  order_commands: {
    order: "order_id",
    plain: "id order_id kind requested_at failures finished_at outcome pos_receipt",
    staff: "actor",
    guest: {
      idempotency_key: "'erased:' || o.id",
      reason: NOTHING,
      fault: withoutWords("o.fault"),
    },
  },
  bonus_reservations: {
    order: "order_id",
    plain: `order_id wallet_id wallet_id_in_pos amount state reserved_at ended_at reason balance_before shown_at
      given_back_at`,
    guest: { phone: EMPTY, pos_customer_id: NOTHING, customer_id_in_pos: NOTHING },
  },
  promo_uses: {
    order: "order_id",
    plain: "order_id promotion_id code used_at returned_at",
    guest: { phone: EMPTY },
  },
  pos_orders: {
    plain: `pos_order_id id_in_pos order_id generation created_at organization_id organization_id_in_pos key_id`,
  },
  quotes: {
    phone: "phone",
    plain: `id branch_id basket_hash menu_revision price delivery_fee delivery_zone pos_promotions pos_bonus_limit expires_at
      used_by`,
  },
  waiting_webhooks: {
    plain: "id organization_id organization_id_in_pos received_at needs_look",
    quoting: { body: "text" },
  },
  jobs: {
    plain: `id task lane priority branch_id key queue due_at attempts crashes dead owner generation created_at firm
      place_at`,
    quoting: { payload: "json", last_error: "text" },
    // All others contain only ids.
    quotingOnly: { payload: "task = 'record-webhook'" },
  },
  settings_changes: { plain: "id branch_id company_id at field", staff: "actor before after" },
  api_keys: {
    plain: "id company_id scope prefix hash branch_ids created_at last_used_at revoked_at",
    staff: "label",
  },
  idempotency_keys: { plain: "operation place key input_hash result made_at" },
  delivery_zones: {
    plain: "branch_id source zones read_at organization_id_in_pos due_at decided_elsewhere",
  },
  // About an address that someone asked about, stored as a keyed hash; deleted within a month.
  located_addresses: {
    plain: "organization_id_in_pos address_key latitude longitude tills asked_at",
  },
  street_lists: { plain: "organization_id_in_pos content_hash streets read_at due_at" },
  streets: { plain: "organization_id_in_pos id_in_pos city name key words" },
  street_words: { plain: "organization_id_in_pos word street_id_in_pos" },
  companies: { plain: "id name public_key origins order_numbers branches_version created_at" },
  branches: {
    plain: `id company_id name time_zone currency_code country accepting_delivery accepting_pickup version catalogue_version created_at
      delivery_paused_until pickup_paused_until delivery_zones_revision till_silent_since
      busy_minutes busy_until published`,
  },
  till_watches: { plain: "branch_id known answers silences told" },
  branch_settings: {
    plain: `branch_id pos organization_id terminal_group_id external_menu_id price_category_id credential_kind
      payment_types status_map retry_delays_seconds accept_timeout_seconds bonus_payment_type_id bonus_wallet_id
      bonus_write_off_limit_percent universal_discount_id do_not_send_promo_codes do_not_use_bonuses
      do_not_use_pos_promo_codes alert_if_not_accepted_after_seconds delivery_fee free_delivery_from delivery_product_id
      quotes_by_pos_loyalty hold_bonuses send_within_minutes guest_orders_only_proven guest_orders_most_open
      guest_promotions_only_proven guest_challenge_always guest_challenge_bits delivery_order_type_id
      pickup_order_type_id marketing_source_id half_prices organization_id_in_pos terminal_group_id_in_pos
      price_category_id_in_pos bonus_payment_type_id_in_pos bonus_wallet_id_in_pos delivery_order_type_id_in_pos
      pickup_order_type_id_in_pos marketing_source_id_in_pos universal_discount_id_in_pos delivery_product_id_in_pos
      menu_organization_id_in_pos hours_week hours_days preorder_min_minutes preorder_max_days
      slot_minutes slot_orders usual_minutes queue_orders queue_minutes asap_when_closed unlocated_addresses
      pause_while_till_silent delivery_zones_from week_starts_at delivery_streets public_address public_phone public_point
      takes_cash takes_cards takes_online`,
    staff: "credential_sealed credential_masked fallback",
  },
  branch_histories: { plain: "branch_id last_position" },
  menu_demand: { plain: "branch_id asked_at" },
  former_connections: {
    plain: "branch_id organization_id organization_id_in_pos key_id pos left_at",
    staff: "credential_sealed",
  },
  channel_paces: { plain: "kind calls paused_until pauses", staff: "target" },
  ...CATALOGUE_TABLES,
  promotions: {
    plain: `id name kind percent sum gift_article gift_quantity currency_code minimum_sum starts_on ends_on branch_ids
      fulfilments combinable once_per_customer first_order_only usage_limit uses_per_code created_at disabled_at
      paused_at`,
  },
  promo_codes: { plain: "code promotion_id created_at" },
  order_catch_ups: { plain: "order_id tries revision" },
  spent_challenges: { plain: "id order_id expires_at" },
  webhook_tokens: {
    plain: "organization_id organization_id_in_pos generation pos_was_told former_until",
  },
  // The key is a digest of an address, kept for as long as the limit needs it.
  limit_uses: { plain: "key used_until granted wanted burst refill_ms" },
  order_polls: {
    plain: "key_id organization_ids organization_ids_in_pos place polled_at not_before untold_at",
  },
  organization_contacts: {
    plain: "organization_id organization_id_in_pos webhook_at polled_at",
  },
  lost_organizations: { plain: "key_id organization_id organization_id_in_pos lost_at ask_at" },
  pos_keys: {
    plain: `id state trouble blocked_until failures failed_at token_number token_expires_at login_by login_until`,
    staff: "trouble_message token_sealed",
  },
  pos_budgets: {
    plain: `key_id restriction_group per_second burst permits refilled_at paused_until pauses holder held_until waiters`,
  },
  rounds: { plain: "name began_at" },
  worker_leases: { plain: "owner connection beat until" },
  migrations: { plain: "id timestamp name" },
};

/** Returns the names in one of a table's lists. */
export function columnsIn(list = ""): string[] {
  return list.split(/\s+/).filter((name) => name !== "");
}
