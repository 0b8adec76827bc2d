import { maskPhone } from "../../domain/phone";
import { beginning } from "./iiko-text";

const HIDDEN = "***";
/** Longer texts (an HTML page, a stack trace) are cut: an exchange is kept with every attempt. */
const MAX_TEXT = 1_000;

/** Whole branches that describe a person or where one lives; of these only ids and discriminators are kept. */
const PERSONAL_BRANCHES = new Set(["customer", "deliverypoint", "address", "courierinfo", "courier", "operator"]);

const SECRETS = new Set([
  ...["apilogin", "apiloginname", "apikey", "clientsecret", "token", "authtoken", "authorization"],
  ...["comment", "cancelcomment", "surname", "email", "birthdate", "credential", "track", "trackinglink"],
  ...["coordinates", "latitude", "longitude", "phoneextension", "coupon"],
]);

/** Digits here are articles and numbers of orders, not phones. */
const PLAIN = new Set(["sku", "article", "code", "number", "externalnumber", "timestamp", "price", "sum", "amount"]);

/** A copy of an iiko body that is safe to keep and to show: ids, articles, sums and codes stay, people and secrets do not. */
export function mask(value: unknown): unknown {
  return maskValue(value, "", false);
}

/** Hides phones, e-mail addresses, bearer tokens and the login that iiko repeats in its refusals. */
export function maskText(text: string): string {
  const shown = text
    .replace(/(?<![\w-])(?:\+\d[\d ()-]{6,18}\d|[78]\d{10})(?![\w-])/g, (phone) => maskPhone(phone))
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, HIDDEN)
    .replace(/\bey[\w-]{5,}\.[\w-]+\.[\w-]*/g, HIDDEN)
    .replace(/\bLogin \S+ is not authorized/gi, `Login ${HIDDEN} is not authorized`);
  return shown.length > MAX_TEXT ? `${beginning(shown, MAX_TEXT)}…` : shown;
}

function maskValue(value: unknown, key: string, personal: boolean): unknown {
  if (value === null || value === undefined || typeof value === "boolean") return value;
  if (SECRETS.has(key)) return HIDDEN;
  if (Array.isArray(value)) return value.map((entry) => maskValue(entry, key, personal));
  if (typeof value === "object") {
    const within = personal || PERSONAL_BRANCHES.has(key);
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [name, maskValue(entry, name.toLowerCase(), within)]),
    );
  }
  return maskScalar(value, key, personal);
}

function maskScalar(value: unknown, key: string, personal: boolean): unknown {
  if (key === "phone") return typeof value === "string" ? maskPhone(value) : HIDDEN;
  if (key === "id" || key.endsWith("id") || key === "type") return value;
  if (personal) return HIDDEN;
  return typeof value === "string" && !PLAIN.has(key) ? maskText(value) : value;
}
