import { type DestinationStream, type Logger, pino } from "pino";

import { scrub, scrubBeginning } from "./security/scrub";

/**
 * A stack with its causes has a few thousand characters. Anything longer quotes third-party text.
 */
const LONGEST_LINE = 16_000;
/** Limit for each text in a line that is too long. */
const LONGEST_TEXT = 2_000;
const LONGEST_FRAMES = 4_000;

/** Personal data and secrets, whichever object carries them. */
const REDACTED_KEYS = [
  "phone",
  "name",
  "customerName",
  "address",
  "street",
  "token",
  "trackingToken",
  "authorization",
  "Authorization",
  "cookie",
  "apiLogin",
  "apiKey",
  "clientSecret",
  "password",
  "secret",
  "email",
];

/** Each of pino's wildcards stands for exactly one level, so every level is spelled out. */
const DEPTHS = ["", "*.", "*.*.", "*.*.*.", "*.*.*.*."];

/**
 * JSON lines in production, readable ones otherwise; one line per event, with personal data and
 * secrets removed.
 */
export function createLogger(
  options: { level: string; production: boolean },
  output: DestinationStream = process.stdout,
): Logger {
  const paths = DEPTHS.flatMap((depth) => REDACTED_KEYS.map((key) => `${depth}${key}`));
  return pino(
    { level: options.level, base: null, redact: { paths, censor: "[redacted]" } },
    {
      write: (line) =>
        output.write(scrub(options.production ? bounded(line) : readable(bounded(line)))),
    },
  );
}

/**
 * Returns the same line; if it is too long, its texts are cut, so that it can still be found by its
 * ids.
 */
function bounded(line: string): string {
  if (line.length <= LONGEST_LINE) return line;
  const fields = JSON.parse(line) as Record<string, unknown>;
  const short = JSON.stringify(fields, (name, value: unknown) => {
    return typeof value === "string" ? shortened(value, name === "stack") : value;
  });
  return short.length <= LONGEST_LINE ? `${short}\n` : beginningOf(line, fields);
}

/** Returns the beginning of a line that has too much of everything. */
function beginningOf(line: string, { level, time, msg }: Record<string, unknown>): string {
  const message = typeof msg === "string" ? shortened(msg, false) : "";
  const cut = { length: line.length, beginning: scrubBeginning(line, LONGEST_LINE) };
  return `${JSON.stringify({ level, time, msg: message, cut })}\n`;
}

/**
 * @param isStack whether the text before the frames is the error's message, however many lines it
 *   has
 */
function shortened(text: string, isStack: boolean): string {
  const frames = isStack ? text.indexOf("\n    at ") : -1;
  const words = frames < 0 ? text : text.slice(0, frames);
  const cut = words.length <= LONGEST_TEXT ? words : `${scrubBeginning(words, LONGEST_TEXT)}…`;
  return frames < 0 ? cut : cut + wholeLines(text.slice(frames), LONGEST_FRAMES);
}

function wholeLines(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, text.lastIndexOf("\n", limit));
}

function readable(line: string): string {
  const { level, time, msg, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const label = pino.levels.labels[Number(level)] ?? "info";
  const clock = new Date(Number(time)).toISOString().slice(11, 23);
  const details = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : "";
  const message = (typeof msg === "string" ? msg : "").replace(/[\r\n]+/g, " ");
  return `${clock} ${label.toUpperCase().padEnd(5)} ${message}${details}\n`;
}
