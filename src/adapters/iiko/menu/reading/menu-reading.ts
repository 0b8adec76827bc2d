import { type Kopecks } from "../../../../domain/money/money";
import { storableText } from "../../../../domain/texts/storable-text";

/** A JSON object whose fields have not been checked yet. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const LONGEST_ID = 100;
/** Longer texts are neither numbers nor enumeration values. */
const LONGEST_WORD = 100;

/** Returns the objects of a list; null, a missing list and broken rows yield nothing. */
export function readList(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** Returns the first meaningful value: null, a missing one and the text "null" are skipped. */
export function firstTold(...values: readonly unknown[]): unknown {
  return values.find((value) => value !== null && value !== undefined && value !== "null");
}

/** Ids come as strings or numbers; "", "null" and anything else read as null. */
export function readId(value: unknown): string | null {
  return readArticle(value)?.trim() ?? null;
}

/**
 * Returns an article exactly as the POS spells it, including leading zeros, but without anything
 * the database cannot store: one such row would lose the whole menu. Blank and "null" read as null,
 * as does anything too long for an article. So do whole numbers over 2^53: JSON has already lost
 * their last digits, and the remaining digits might be another product's.
 */
export function readArticle(value: unknown): string | null {
  if (typeof value === "number")
    return Number.isFinite(value) && isExact(value) ? String(value) : null;
  if (typeof value !== "string" || value.length > LONGEST_ID) return null;
  const text = value.trim();
  return text === "" || text === "null" ? null : storableText(value);
}

function isExact(value: number): boolean {
  return Number.isSafeInteger(value) || !Number.isInteger(value);
}

export function readNumber(value: unknown): number | null {
  if (typeof value === "string" && value.length <= LONGEST_WORD && value.trim() !== "")
    return readNumber(Number(value));
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** Reads a number of portions: a whole number from 0, or `missing` when there is none. */
export function readAmount(value: unknown, missing = 0): number {
  const amount = readNumber(value);
  return amount === null ? missing : Math.max(0, Math.trunc(amount));
}

/** Clients' caches are known to turn booleans into text, and "false" must not read as true. */
export function readFlag(value: unknown): boolean {
  return value === true || readWord(value) === "TRUE";
}

/** Reads an enumeration value: iiko's own capitalisation differs between its methods. */
export function readWord(value: unknown): string {
  return typeof value === "string" && value.length <= LONGEST_WORD
    ? value.trim().toUpperCase()
    : "";
}

/**
 * Reads roubles, given as a number or text, as kopecks: 19.99 is 1999. null, which iiko uses for
 * "not sold here", stays null, as does anything that is not a price.
 */
export function readPrice(value: unknown): Kopecks | null {
  const roubles = readNumber(value);
  if (roubles === null || roubles < 0) return null;
  const kopecks = Number.isInteger(roubles) ? roubles * 100 : shiftedByTwo(roubles);
  return Number.isSafeInteger(kopecks) ? kopecks : null;
}

/** Shifting the decimal text is exact, unlike multiplying the float: 1.005 * 100 is 100.49999…. */
function shiftedByTwo(roubles: number): number {
  return Math.round(Number(`${roubles}e2`));
}
