import { beginning, cutBetweenWords } from "../../../domain/texts/cut-text";

const HIDDEN = "***";
/** Marks what was left out. */
const MORE = "…";
/**
 * Longer texts (an HTML page, a stack trace) are cut, because an exchange is stored with every
 * attempt.
 */
const MAX_TEXT = 1_000;
const MAX_NAME = 100;
/** iiko's own bodies are about a dozen levels deep. */
const DEEPEST = 32;
/** How much of an answer is kept, in characters of its JSON. */
const MAX_KEPT = 50_000;
/** The same for our requests, which are no longer than what a site may send us. */
const MAX_KEPT_OF_REQUEST = 250_000;

/**
 * Whole branches that describe a person or their home; only ids and discriminators in them are
 * kept.
 */
const PERSONAL_BRANCHES = new Set([
  "customer",
  "deliverypoint",
  "address",
  "deliveryaddress",
  "courierinfo",
  "courier",
  "operator",
]);

const SECRETS = new Set([
  "apilogin",
  "apiloginname",
  "apikey",
  "clientsecret",
  "token",
  "authtoken",
  "authorization",
  "comment",
  "cancelcomment",
  "surname",
  "email",
  "birthdate",
  "credential",
  "track",
  "trackinglink",
  "coordinates",
  "latitude",
  "longitude",
  "phoneextension",
  "coupon",
]);

/** Digits in these fields are articles and order numbers, not phones. */
const PLAIN = new Set([
  "sku",
  "article",
  "code",
  "number",
  "externalnumber",
  "timestamp",
  "price",
  "sum",
  "amount",
]);

/**
 * Each pattern examines a character only a few times, however odd the text, so masking a long text
 * is never slow.
 */
const SECRET_TEXTS: readonly [pattern: RegExp, shown: (found: string) => string][] = [
  [/(?<![\w-])(?:\+\d[\d ()-]{6,18}\d|[78]\d{10})(?![\w-])/g, maskPhone],
  [/(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w-](?:[\w.+@-]*[\w-])?/g, () => HIDDEN],
  [/(?<![\w-])(?=[\w-]*\bey[\w-]{5})[\w-]+\.[\w-]+\.[\w-]*/g, () => HIDDEN],
  [/\bLogin \S+(?= is not authorized)/gi, () => `Login ${HIDDEN}`],
];
/** The same login where the text was cut after it. */
const LAST_LOGIN = /\bLogin \S+(?: is(?: not)?)? ?$/i;

/**
 * Returns a copy of an iiko body that is safe to store and show: ids, articles, sums and codes
 * stay, personal data and secrets do not. Anything too deep, too long or too large is replaced by a
 * mark.
 */
export function mask(value: unknown): unknown {
  return new MaskedCopy(MAX_KEPT).of(value, WHOLE);
}

/** The same for a request of ours. */
export function maskRequest(body: unknown): unknown {
  return new MaskedCopy(MAX_KEPT_OF_REQUEST).of(body, WHOLE);
}

/**
 * Hides phones, e-mail addresses, bearer tokens and the login that iiko repeats in its refusals.
 */
export function maskText(text: string): string {
  if (text.length <= MAX_TEXT) return withoutSecrets(text);
  return withoutSecrets(cutBetweenWords(text, MAX_TEXT).replace(LAST_LOGIN, "")) + MORE;
}

function withoutSecrets(text: string): string {
  return SECRET_TEXTS.reduce((shown, [pattern, hide]) => shown.replace(pattern, hide), text);
}

interface Place {
  /** In lower case; entries of a list use the key of the list. */
  readonly key: string;
  /** Within a branch that describes a person. */
  readonly personal: boolean;
  readonly depth: number;
}

const WHOLE: Place = { key: "", personal: false, depth: 0 };

class MaskedCopy {
  constructor(private charactersLeft: number) {}

  of(value: unknown, place: Place): unknown {
    if (typeof value === "object" && value !== null && !SECRETS.has(place.key))
      return this.within(value, place);
    const shown = maskScalar(value, place);
    this.charactersLeft -= (JSON.stringify(shown) as string | undefined)?.length ?? 0;
    return shown;
  }

  private within(value: object, { key, personal, depth }: Place): unknown {
    if (depth === DEEPEST) return MORE;
    if (Array.isArray(value)) return this.entries(value, { key, personal, depth: depth + 1 });
    return this.fields(value, {
      key,
      personal: personal || PERSONAL_BRANCHES.has(key),
      depth: depth + 1,
    });
  }

  private entries(list: readonly unknown[], place: Place): unknown[] {
    const copies: unknown[] = [];
    for (const entry of list) {
      if (!this.hasRoomFor("")) return [...copies, MORE];
      copies.push(this.of(entry, place));
    }
    return copies;
  }

  private fields(value: object, place: Place): object {
    const copies: [string, unknown][] = [];
    for (const [name, entry] of Object.entries(value)) {
      if (!this.hasRoomFor(name)) return Object.fromEntries([...copies, [MORE, MORE]]);
      copies.push([
        cut(name, MAX_NAME),
        this.of(entry, { ...place, key: name.slice(0, MAX_NAME).toLowerCase() }),
      ]);
    }
    return Object.fromEntries(copies);
  }

  /** Includes brackets, quotation marks and commas. */
  private hasRoomFor(name: string): boolean {
    this.charactersLeft -= Math.min(name.length, MAX_NAME) + 4;
    return this.charactersLeft > 0;
  }
}

function maskScalar(value: unknown, { key, personal }: Place): unknown {
  if (value === null || value === undefined || typeof value === "boolean") return value;
  if (SECRETS.has(key)) return HIDDEN;
  if (key === "phone")
    return typeof value === "string" && /^[\d ()+-]{7,40}$/.test(value) ? maskPhone(value) : HIDDEN;
  if (key === "id" || key.endsWith("id") || key === "type") return shortened(value);
  if (personal) return HIDDEN;
  return typeof value === "string" && !PLAIN.has(key) ? maskText(value) : shortened(value);
}

function shortened(value: unknown): unknown {
  return typeof value === "string" ? cut(value, MAX_TEXT) : value;
}

function cut(text: string, limit: number): string {
  return text.length > limit ? beginning(text, limit) + MORE : text;
}

/** Returns +7***4567: enough to tell guests apart in a log. */
function maskPhone(phone: string): string {
  return `${phone.slice(0, 2)}***${phone.slice(-4)}`;
}
