import { z } from "zod";

import { isUuid } from "../../../domain/ids";
import { beginning } from "../../../domain/texts/cut-text";

/**
 * How individual fields and lists of iiko's answers are read. Code behind this file never meets an
 * overlong text or an endless list.
 */

/** Limit for codes, statuses, times and kinds. */
const WORD = 100;
const NAME = 250;
/**
 * Limit for texts written by people, and for iiko's messages: they are interpreted, and masked
 * before they are shown.
 */
const WORDS = 4_000;
const ADDRESS = 2_048;
const TOKEN = 8_192;
const COMMENT = 500;
/**
 * Limit for all lists of an answer together. An answer with more is not from iiko, and reading it
 * would hold up all other work.
 */
const MOST_ROWS = 50_000;

export const told = z.string().max(WORD);
export const token = z.string().min(1).max(TOKEN);
/** A longer id is not cut, because the remainder might be another id. */
export const id = z
  .union([z.string().min(1).max(WORD), z.number()])
  .transform((value) => inOneSpelling(String(value)));

/** The latest possible date in JavaScript. */
export const LATEST_MS = 8.64e15;

const wholeText = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) =>
    value === null || value === undefined || value === "" ? null : String(value),
  )
  .catch(null);

/** The case of a UUID's letters means nothing, and ids are compared as texts. */
function inOneSpelling(value: string): string {
  return isUuid(value) ? value.toLowerCase() : value;
}

function textUpTo(limit: number) {
  return wholeText.transform((value) => value && beginning(value, limit));
}

export const word = textUpTo(WORD);
export const words = textUpTo(WORDS);
export const comment = textUpTo(COMMENT);
export const optionalName = textUpTo(NAME);
export const name = optionalName.transform((value) => value?.trim() ?? "");
/** Id of a call: nothing is looked up by it, and it is reported to support unchanged. */
export const callId = wholeText.transform((value) =>
  value !== null && value.length > WORD ? null : value,
);
export const optionalId = callId.transform((value) => value && inOneSpelling(value));
/** A truncated address would lead elsewhere. */
export const address = wholeText.transform((value) =>
  value !== null && value.length > ADDRESS ? null : value,
);

/** Coordinates in degrees. */
export const point = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/** Accepts only `true`: some accounts send the words "true" and "false". */
export const flag = z
  .unknown()
  .optional()
  .transform((value) => value === true);

/** For the answer being read: reading is synchronous, so there is only one at a time. */
let rowsLeft = MOST_ROWS;

/** Reads an answer that may have nested lists. */
export function readRows<T>(read: () => T): T {
  rowsLeft = MOST_ROWS;
  return read();
}

/**
 * @param unreadable what happens to a list with such a row; when there are too many rows, the whole
 *   list is unreadable
 */
function list<Row>(row: z.ZodType<Row>, unreadable: "row is left out" | "list is none") {
  return z.array(z.unknown()).transform((entries, context) => {
    const read: Row[] = [];
    for (const [index, entry] of entries.entries()) {
      rowsLeft -= 1;
      const parsed = rowsLeft < 0 ? undefined : row.safeParse(entry);
      if (parsed?.success) read.push(parsed.data);
      if (parsed?.success || (rowsLeft >= 0 && unreadable === "row is left out")) continue;
      context.addIssue({ code: "custom", path: [index, ...(parsed?.error.issues[0]?.path ?? [])] });
      return z.NEVER;
    }
    return read;
  });
}

/** A list without its unreadable rows. */
export function rows<Row>(row: z.ZodType<Row>) {
  return list(row, "row is left out");
}

/** A list in which all rows must be readable. If several are not, the first one is reported. */
export function allRows<Row>(row: z.ZodType<Row>) {
  return list(row, "list is none");
}

/** iiko writes null, or nothing, for some empty lists. */
export function orNone<Row>(whole: z.ZodType<Row[]>) {
  return whole.nullish().transform((read) => read ?? []);
}

export function rowsOrNone<Row>(row: z.ZodType<Row>) {
  return orNone(rows(row));
}

export function optional<Value>(schema: z.ZodType<Value>) {
  return schema
    .nullish()
    .transform((value) => value ?? null)
    .catch(null);
}
