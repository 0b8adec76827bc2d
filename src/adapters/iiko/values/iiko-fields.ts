import { z } from "zod";

import { isUuid } from "../../../domain/ids";
import { beginning } from "../../../domain/texts/cut-text";

/**
 * What single fields and lists of iiko's answers are read as. Nothing behind this file meets a text
 * that is longer than what it is there for, or a list without an end.
 */

/** Codes, statuses, times, kinds. */
const WORD = 100;
const NAME = 250;
/**
 * What people wrote, and what iiko tells them: read for what it says, and masked before it is
 * shown.
 */
const WORDS = 4_000;
const ADDRESS = 2_048;
const TOKEN = 8_192;
const COMMENT = 500;
/**
 * Of all lists of an answer together. One that has more is none of iiko's, and reading it would
 * hold up everybody else.
 */
const MOST_ROWS = 50_000;

export const told = z.string().max(WORD);
export const token = z.string().min(1).max(TOKEN);
/** A longer one is not cut: what is left might be another's. */
export const id = z
  .union([z.string().min(1).max(WORD), z.number()])
  .transform((value) => inOneSpelling(String(value)));

/** No date is later, in JavaScript. */
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
/** Of a call: nothing is found by it, and support is told it as it came. */
export const callId = wholeText.transform((value) =>
  value !== null && value.length > WORD ? null : value,
);
export const optionalId = callId.transform((value) => value && inOneSpelling(value));
/** Half an address leads elsewhere. */
export const address = wholeText.transform((value) =>
  value !== null && value.length > ADDRESS ? null : value,
);

/** In degrees. */
export const point = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/** `true` only: some accounts send the words "true" and "false". */
export const flag = z
  .unknown()
  .optional()
  .transform((value) => value === true);

/** Of the answer that is being read: reading waits for nothing, so there is one at a time. */
let rowsLeft = MOST_ROWS;

/** Reads an answer that may have lists in lists. */
export function readRows<T>(read: () => T): T {
  rowsLeft = MOST_ROWS;
  return read();
}

/**
 * @param unreadable what becomes of a list with such a row; rows that are too many are unreadable
 * all together
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

/** A list without the rows that cannot be read. */
export function rows<Row>(row: z.ZodType<Row>) {
  return list(row, "row is left out");
}

/** A list all of whose rows can be read. Of many that cannot, the first is told. */
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
