/**
 * Returns a moment in the till's local time, in iiko's form `2026-10-12 19:30:00.000`.
 *
 * @param timeZone an IANA name
 */
export function toTerminalTime(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((candidate) => candidate.type === type)?.value ?? "";
  const date = [part("year"), part("month"), part("day")].join("-");
  const time = [part("hour"), part("minute"), part("second")].join(":");
  return `${date} ${time}.${String(moment.getUTCMilliseconds()).padStart(3, "0")}`;
}

/**
 * Returns how many minutes a terminal group's clock is ahead of UTC, from iiko's `10:00:00` or
 * `-03:30:00`. `00:00:00` yields null: unconfigured groups have it, wherever they are.
 */
export function readUtcOffset(text: string | null): number | null {
  const [, sign, hours, minutes] = /^([+-]?)(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text ?? "") ?? [];
  const offset = Number(hours) * 60 + Number(minutes);
  if (!offset || offset > 15 * 60) return null;
  return sign === "-" ? -offset : offset;
}
