import { formatKopecks, type Kopecks } from "./money";

/** Tills there use no unit smaller than the whole one, although ISO 4217 has hundredths. */
const WHOLE_IN_TILLS = ["KZT", "UZS", "AMD"];

/** Signs that every till's font contains; other currencies are shown by their unambiguous code. */
const SIGNS: Readonly<Record<string, string>> = { RUB: "₽", KZT: "₸", EUR: "€", USD: "$" };

const HUNDREDTH: Kopecks = 1;
const WHOLE: Kopecks = 100;

/**
 * Returns the smallest amount of a currency that tills use: whole units where either ISO 4217 or
 * tills have no hundredths.
 */
export function currencyStep(currencyCode: string): Kopecks {
  return WHOLE_IN_TILLS.includes(currencyCode) || digitsOf(currencyCode) === 0 ? WHOLE : HUNDREDTH;
}

/**
 * Rounds down to the step: a till takes off nothing finer, and nobody is promised more than it
 * does.
 */
export function toStep(amount: Kopecks, step: Kopecks): Kopecks {
  return Math.floor(amount / step) * step;
}

/** Formats a sum for the staff at a till: "449.90 ₽", "1998 ₸", "12.50 GEL". */
export function sumInTill(amount: Kopecks, currencyCode: string): string {
  const isWhole = currencyStep(currencyCode) === WHOLE && amount % WHOLE === 0;
  const sum = isWhole ? String(amount / WHOLE) : formatKopecks(amount);
  return `${sum} ${SIGNS[currencyCode] ?? currencyCode}`;
}

/** Cached, because creating a format is slow and every order needs one. */
const digits = new Map<string, number>();

function digitsOf(currency: string): number {
  const known = digits.get(currency) ?? readDigits(currency);
  digits.set(currency, known);
  return known;
}

function readDigits(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
