const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(timeZone, format);
  return format;
}

/**
 * Formats milliseconds since 1970 as iiko's `yyyy-MM-dd HH:mm:ss.fff` on the wall clock of
 * `timeZone` (IANA).
 */
export function toTerminalTime(epochMs: number, timeZone: string): string {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(epochMs)
      .map((part) => [part.type, part.value]),
  );
  const [year, month, day, hour, minute, second] = [
    "year",
    "month",
    "day",
    "hour",
    "minute",
    "second",
  ].map((name) => parts.get(name as Intl.DateTimeFormatPartTypes));
  const fraction = String(epochMs % 1000).padStart(3, "0");
  return `${year ?? ""}-${month ?? ""}-${day ?? ""} ${hour ?? ""}:${minute ?? ""}:${second ?? ""}.${fraction}`;
}

export function toUtcTime(epochMs: number): string {
  return toTerminalTime(epochMs, "UTC");
}

/**
 * Parses a wall-clock time in iiko's format to milliseconds since 1970; returns undefined when it
 * is not one.
 */
export function parseTerminalTime(text: string, timeZone: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d{3}$/.test(text)) return undefined;
  const asUtc = Date.parse(`${text.replace(" ", "T")}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  // Done twice, because the first guess may fall on the other side of a clock change.
  const guess = asUtc - offsetMs(asUtc, timeZone);
  return asUtc - offsetMs(guess, timeZone);
}

function offsetMs(epochMs: number, timeZone: string): number {
  return Date.parse(`${toTerminalTime(epochMs, timeZone).replace(" ", "T")}Z`) - epochMs;
}
