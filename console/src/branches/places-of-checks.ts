import { type Group } from "./form/setting-value";

/** Where the subject of a doctor's check is set: a heading of the form, or a tab. */
export type Place = Group | "key" | "hooks" | "fallback" | "catalogue";

export const PLACES: Readonly<Record<string, Place>> = {
  KEY_WORKS: "key",
  ORGANIZATION_VISIBLE: "CONNECTION",
  KEY_KEEPS_ORGANIZATIONS: "key",
  TERMINAL_GROUP_VISIBLE: "CONNECTION",
  TERMINAL_GROUP_ALIVE: "CONNECTION",
  MENU_PUBLISHED: "MENU",
  DUPLICATE_ARTICLES: "catalogue",
  PAYMENT_TYPES_FIT: "PAYMENT_TYPES",
  LOYALTY_CARD_TYPE: "LOYALTY",
  LOYALTY_PROVISIONED: "LOYALTY",
  DISCOUNT_TAKES_SUM: "LOYALTY",
  DELIVERY_PRODUCT_FITS: "DELIVERY",
  DELIVERY_ZONES: "DELIVERY",
  STREETS_KNOWN: "DELIVERY",
  ORDER_TYPES: "POS_ORDERS",
  MARKETING_SOURCE: "POS_ORDERS",
  GUESTS_TAKEN: "GUEST_ORDERS",
  WEBHOOK_OURS: "hooks",
  WEBHOOKS_HEARD: "hooks",
  FALLBACK_READY: "fallback",
  CLOCK_AND_TIME_ZONE: "BRANCH",
};

/** The tab of the branch page that contains the place. */
export function tabOf(place: Place): string {
  if (place === "hooks") return "hooks";
  if (place === "fallback") return "fallback";
  return place === "BRANCH" || place === "DELIVERY" ? "hours" : "connection";
}

/** The wizard step at which it is chosen. */
export function stepOf(place: Place): string {
  if (place === "key") return "key";
  if (place === "CONNECTION") return "restaurant";
  if (place === "MENU") return "menu";
  return place === "fallback" || place === "hooks" ? "messages" : "payments";
}
