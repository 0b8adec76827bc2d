import { type DestinationStream, type Logger, pino } from "pino";

import { scrub, scrubBeginning } from "./security/scrub";

/** A stack with its causes has a few thousand. What has more quotes somebody else's text. */
const LONGEST_LINE = 16_000;
const LONGEST_MESSAGE = 2_000;

/** Personal data and secrets, whatever object carries them. */
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

/** pino's wildcards stand for exactly one level, so each level is spelled out. */
const DEPTHS = ["", "*.", "*.*.", "*.*.*.", "*.*.*.*."];

/** JSON lines in production, readable ones otherwise; one line per event, personal data and secrets struck out. */
export function createLogger(
  options: { level: string; production: boolean },
  output: DestinationStream = process.stdout,
): Logger {
  const paths = DEPTHS.flatMap((depth) => REDACTED_KEYS.map((key) => `${depth}${key}`));
  return pino(
    { level: options.level, base: null, redact: { paths, censor: "[redacted]" } },
    { write: (line) => output.write(scrub(options.production ? bounded(line) : readable(bounded(line)))) },
  );
}

/** The same line; of one that is too long the message, and how it began. */
function bounded(line: string): string {
  if (line.length <= LONGEST_LINE) return line;
  const { level, time, msg } = JSON.parse(line) as Record<string, unknown>;
  const message = typeof msg === "string" ? scrubBeginning(msg, LONGEST_MESSAGE) : "";
  const rest = { length: line.length, beginning: scrubBeginning(line, LONGEST_LINE) };
  return `${JSON.stringify({ level, time, msg: `${message}…`, cut: rest })}\n`;
}

function readable(line: string): string {
  const { level, time, msg, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const label = pino.levels.labels[Number(level)] ?? "info";
  const clock = new Date(Number(time)).toISOString().slice(11, 23);
  const details = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : "";
  const message = (typeof msg === "string" ? msg : "").replace(/[\r\n]+/g, " ");
  return `${clock} ${label.toUpperCase().padEnd(5)} ${message}${details}\n`;
}
