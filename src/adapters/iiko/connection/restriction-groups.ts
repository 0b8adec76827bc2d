/** Order in which waiting calls of one group go out. */
export enum Rank {
  /** An order is waiting for it. */
  ORDER = 0,
  /** An order whose turn in its branch's line has not come yet (docs/adr/0032). */
  ORDER_BEHIND = 1,
  DICTIONARY = 2,
  MENU = 3,
  /** No known caller is waiting for it. */
  ANYBODY = 4,
}

export interface RestrictionGroup {
  /** The name iiko uses. */
  readonly name: string;
  readonly rank: Rank;
  /** How long a call may wait for its permit. */
  readonly patienceMs: number;
  /**
   * One call at a time, each for at most this many milliseconds; null: no limit on concurrent
   * calls.
   */
  readonly exclusiveForMs: number | null;
}

const SOON = { patienceMs: 10_000, exclusiveForMs: null };
const ORDER = { ...SOON, rank: Rank.ORDER };
const DICTIONARY = { ...SOON, rank: Rank.DICTIONARY };
/** The lease outlasts the longest menu request (90 s plus 5 s of grace). */
const MENU = { rank: Rank.MENU, patienceMs: 90_000, exclusiveForMs: 100_000 };

/**
 * iiko's restriction groups: operations that it counts together. Its contract (July 2026) names a
 * group for every operation, but gives no numbers. `*` matches any end of the path; where several
 * patterns match, the longest one counts.
 */
const GROUPS: Readonly<Record<string, { of: Omit<RestrictionGroup, "name">; paths: string }>> = {
  // A create that is refused after waiting goes back into the job queue, where it holds up no other
  // key's orders. The more calls wait concurrently, the longer each may wait: a call that is
  // refused has had as good a chance as before.
  "Orders: creating": {
    of: { ...ORDER, patienceMs: 4_000 },
    paths: "deliveries/create order/create stop_lists/check",
  },
  "Orders: receiving": { of: ORDER, paths: "deliveries/by_* deliveries/history/* order/by_*" },
  "Orders: receiving by revision": { of: ORDER, paths: "deliveries/by_revision" },
  // A guest waits for it, for two seconds at most; no order does.
  "Orders: preparing": {
    of: { ...DICTIONARY, patienceMs: 2_000 },
    paths: "delivery_restrictions/allowed",
  },
  "Orders: changing": {
    of: ORDER,
    paths: `deliveries/add_items deliveries/change_* deliveries/print_delivery_bill deliveries/update_tracking_link
      order/add_items order/add_customer order/change_external_data order/print_bill`,
  },
  "Order status: changing": {
    of: ORDER,
    paths: `deliveries/confirm deliveries/cancel_confirmation deliveries/cancel deliveries/close
      deliveries/update_order_delivery_status deliveries/update_order_problem order/close order/cancel`,
  },
  "Order payments: changing": {
    of: ORDER,
    paths: `deliveries/add_payments deliveries/change_payments deliveries/update_order_payments
      order/add_payments order/change_payments`,
  },
  "Order driver: changing": {
    of: ORDER,
    paths: "deliveries/update_order_courier deliveries/change_driver_info",
  },
  Commands: { of: ORDER, paths: "commands/*" },
  "Data: menu": { of: MENU, paths: "nomenclature menu menu/by_id combo*" },
  "Data: stoplists": { of: DICTIONARY, paths: "stop_lists" },
  "Data: changing stoplists": {
    of: DICTIONARY,
    paths: "stop_lists/add stop_lists/remove stop_lists/clear",
  },
  "Data: dictionaries": {
    of: DICTIONARY,
    paths: `organizations terminal_groups terminal_groups/awake deliveries/order_types payment_types discounts
      cancel_causes removal_types tips_types marketing_sources delivery_restrictions`,
  },
  "Data: geo": { of: DICTIONARY, paths: "cities regions streets/*" },
  "POS: availability": { of: DICTIONARY, paths: "terminal_groups/is_alive" },
  Notifications: { of: DICTIONARY, paths: "notifications/*" },
  "Organizations: settings": { of: DICTIONARY, paths: "organizations/settings" },
  "WebHooks: settings": { of: DICTIONARY, paths: "webhooks/*" },
  "Guests: info": {
    of: DICTIONARY,
    paths: "loyalty/iiko/customer/info loyalty/iiko/customer/transactions/*",
  },
  "Guests: creating": { of: DICTIONARY, paths: "loyalty/iiko/customer/create_or_update" },
  "Guests: changing": { of: DICTIONARY, paths: "loyalty/iiko/customer/*" },
  "Loyalty: wallets": { of: ORDER, paths: "loyalty/iiko/customer/wallet/*" },
  "Loyalty: order calculate": { of: ORDER, paths: "loyalty/iiko/calculate" },
  "Loyalty: coupons": { of: DICTIONARY, paths: "loyalty/iiko/coupons/*" },
  "Loyalty: dictionaries": { of: DICTIONARY, paths: "loyalty/iiko/*" },
};

/** After this, the caller is no longer waiting. */
const PATIENCE_OF_ANYBODY_MS = 5_000;

/** Returns the group with the same budget, but ranked after all other calls. */
export function lastOf(group: RestrictionGroup): RestrictionGroup {
  return {
    ...group,
    rank: Rank.ANYBODY,
    patienceMs: Math.min(group.patienceMs, PATIENCE_OF_ANYBODY_MS),
  };
}

/** Operations unknown to this version share a separate budget. */
const OTHER: RestrictionGroup = { ...DICTIONARY, name: "Other" };

const BY_PATH = Object.entries(GROUPS)
  .flatMap(([name, { of, paths }]) =>
    paths.split(/\s+/).map((path) => ({ path, group: { ...of, name } })),
  )
  .sort((one, other) => other.path.length - one.path.length);

const known = new Map<string, RestrictionGroup>();

/**
 * @param path path of an operation, such as `/api/1/deliveries/create`; versions of one operation
 *   share a group
 */
export function restrictionGroupOf(path: string): RestrictionGroup {
  const seen = known.get(path);
  if (seen) return seen;
  const operation = path.replace(/^\/api\/(?:v?\d+\/)?/, "").replace(/^menu\/v\d+\//, "menu/");
  const fits = (pattern: string) =>
    pattern.endsWith("*") ? operation.startsWith(pattern.slice(0, -1)) : operation === pattern;
  const group = BY_PATH.find(({ path: pattern }) => fits(pattern))?.group ?? OTHER;
  known.set(path, group);
  return group;
}
