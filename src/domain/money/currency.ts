import { formatKopecks, type Kopecks } from "./money";

/** Tills there have no smaller coin than the whole unit, although ISO 4217 knows hundredths. */
const WHOLE_IN_TILLS = ["KZT", "UZS", "AMD"];

/** Signs that every till's font has; other currencies go by their code, which nobody mistakes. */
const SIGNS: Readonly<Record<string, string>> = { RUB: "₽", KZT: "₸", EUR: "€", USD: "$" };

const HUNDREDTH: Kopecks = 1;
const WHOLE: Kopecks = 100;

/**
 * The smallest amount of a currency that tills reckon with: whole units where ISO 4217 has no
 * hundredths, or tills have not.
 */
export function currencyStep(currencyCode: string): Kopecks {
  return WHOLE_IN_TILLS.includes(currencyCode) || digitsOf(currencyCode) === 0 ? WHOLE : HUNDREDTH;
}

/** Down to the step: a till takes nothing finer off, and nobody is promised more than it does. */
export function toStep(amount: Kopecks, step: Kopecks): Kopecks {
  return Math.floor(amount / step) * step;
}

/** As people at a till read a sum: "449.90 ₽", "1998 ₸", "12.50 GEL". */
export function sumInTill(amount: Kopecks, currencyCode: string): string {
  const isWhole = currencyStep(currencyCode) === WHOLE && amount % WHOLE === 0;
  const sum = isWhole ? String(amount / WHOLE) : formatKopecks(amount);
  return `${sum} ${SIGNS[currencyCode] ?? currencyCode}`;
}

/** A format takes long to make, and every order asks. */
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
