import { type DestinationStream, type Logger, pino } from "pino";

import { scrub } from "./security/scrub";

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
    { write: (line) => output.write(scrub(options.production ? line : readable(line))) },
  );
}

function readable(line: string): string {
  const { level, time, msg, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const label = pino.levels.labels[Number(level)] ?? "info";
  const clock = new Date(Number(time)).toISOString().slice(11, 23);
  const details = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : "";
  const message = (typeof msg === "string" ? msg : "").replace(/[\r\n]+/g, " ");
  return `${clock} ${label.toUpperCase().padEnd(5)} ${message}${details}\n`;
}
