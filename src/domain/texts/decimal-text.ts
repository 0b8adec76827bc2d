import { keyOf } from "./typed-text";

/** Longer than a number in any spelling. */
const LONGEST = 60;

/** The API's spelling of a number. */
export const PLAIN_DECIMAL = /^-?\d{1,12}(?:\.\d{1,12})?$/;

/**
 * Thousands separated by blanks or apostrophes, or by whichever of `.` and `,` is not the decimal
 * point.
 */
const GROUPED: readonly (readonly [shape: RegExp, group: RegExp])[] = [
  [/^-?\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?$/, /[ ']/g],
  [/^-?\d{1,3}(?:,\d{3})+\.\d+$/, /,/g],
  [/^-?\d{1,3}(?:\.\d{3})+,\d+$/, /\./g],
  [/^-?\d{1,3}(?:,\d{3}){2,}$/, /,/g],
  [/^-?\d{1,3}(?:\.\d{3}){2,}$/, /\./g],
];

/**
 * Returns a number as people and documents write it, in the API's spelling: "1 995,00" becomes
 * "1995.00". A single comma is always a decimal point, never a thousands separator. undefined: it
 * is not a number, or too long for one.
 */
export function decimalFromText(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const written = keyOf(text.replaceAll("٫", ".").replaceAll("٬", "'"))
    .replace(/^\+/, "")
    .replace(/^- /, "-");
  const group = GROUPED.find(([shape]) => shape.test(written));
  const whole = group ? written.replace(group[1], "") : written;
  const pointed = whole
    .replace(",", ".")
    .replace(/\.$/, "")
    .replace(/^(-?)\./, "$10.");
  return PLAIN_DECIMAL.test(pointed) ? pointed : undefined;
}

/**
 * Returns a number from JSON or a document exactly as written: no digit is added or rounded away.
 * undefined: it is larger or finer than the API's decimals, or so large that JSON has already lost
 * its last digits.
 *
 * @param value a number, or the text of a numeric literal such as 4.5e2
 */
export function decimalFromNumber(value: number | string): string | undefined {
  if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value))
    return undefined;
  const match = /^(-?)(\d{1,40})(?:\.(\d{1,40}))?(?:e([+-]?\d{1,2}))?$/i.exec(String(value));
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  const shift = Number(exponent);
  const digits = whole + fraction;
  const point = whole.length + shift;
  const before = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  const after = (point > 0 ? digits.slice(point) : "0".repeat(-point) + digits).replace(
    /(?<!0)0+$/,
    "",
  );
  const integer = before.replace(/^0+(?=\d)/, "");
  const text = `${sign}${integer}${after && `.${after}`}`;
  return PLAIN_DECIMAL.test(text) ? text : undefined;
}
