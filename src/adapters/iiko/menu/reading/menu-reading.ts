import { type Kopecks } from "../../../../domain/money/money";
import { storableText } from "../../../../domain/texts/storable-text";

/** A JSON object whose fields nobody has checked yet. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const LONGEST_ID = 100;
/** Longer texts are no numbers and no words of an enumeration. */
const LONGEST_WORD = 100;

/** The objects of a list; null, a missing list and broken rows read as nothing. */
export function readList(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** The first value that says something: null, a missing one and the text "null" do not. */
export function firstTold(...values: readonly unknown[]): unknown {
  return values.find((value) => value !== null && value !== undefined && value !== "null");
}

/** Ids come as strings or numbers; "", "null" and anything else read as null. */
export function readId(value: unknown): string | null {
  return readArticle(value)?.trim() ?? null;
}

/**
 * An article exactly as the POS spells it, leading zeros and all, but for what the database cannot
 * store: one such row would lose the whole menu. Blank and "null" read as null, and so does what is
 * too long for one. So do whole numbers over 2^53: JSON has already lost their last digits, and
 * another product might have what is left.
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

/** A count of portions: a whole number from 0, `missing` when there is none. */
export function readAmount(value: unknown, missing = 0): number {
  const amount = readNumber(value);
  return amount === null ? missing : Math.max(0, Math.trunc(amount));
}

/** Clients' caches are known to turn booleans into text, and "false" must not read as true. */
export function readFlag(value: unknown): boolean {
  return value === true || readWord(value) === "TRUE";
}

/** A word of an enumeration: iiko's own spelling differs in case between its methods. */
export function readWord(value: unknown): string {
  return typeof value === "string" && value.length <= LONGEST_WORD
    ? value.trim().toUpperCase()
    : "";
}

/**
 * Roubles, as a number or text, in kopecks: 19.99 is 1999.
 * null, which iiko uses for "not sold here", stays null; so does what is no price at all.
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
