const DAY_MS = 86_400_000;

/**
 * The day of a moment in a zone, as 2026-11-30: the Canadian locale writes dates as ISO 8601 does.
 */
export function dayOf(moment: Date | number, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(moment);
}

/** @param day in the form 2026-11-30 */
export function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Converts «вчера», "yesterday", "21.11" or "21.11.2026" to the form 2026-11-21; undefined when it
 * is not a date.
 */
export function dayTyped(typed: string, today: string): string | undefined {
  if (/^(вчера|yesterday)$/i.test(typed)) return daysBefore(today, 1);
  if (/^(сегодня|today)$/i.test(typed)) return today;
  const [, day = "", month = "", year] = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?$/.exec(typed) ?? [];
  if (day === "") return undefined;
  const two = (text: string) => text.padStart(2, "0");
  const written = `${year ?? today.slice(0, 4)}-${two(month)}-${two(day)}`;
  // Date parsing turns the 31st of February into a day in March.
  if (Number.isNaN(Date.parse(written)) || daysBefore(written, 0) !== written) return undefined;
  // A day without a year means its most recent occurrence.
  return year === undefined && written > today
    ? `${Number(today.slice(0, 4)) - 1}${written.slice(4)}`
    : written;
}

/**
 * The moments at which the days begin and end in a zone, or in the browser's zone when none is
 * given.
 */
export function dayBounds(
  from: string,
  to: string,
  timeZone: string | undefined,
): { readonly createdFrom: string; readonly createdTo: string } {
  const begin = (day: string) => new Date(beginOf(Date.parse(day), timeZone)).toISOString();
  return { createdFrom: begin(from), createdTo: begin(daysBefore(to, -1)) };
}

/**
 * When a day begins on the zone's clock. The zone's offset may differ at the moment that was
 * guessed first; where the clocks change at midnight, the earlier of the two still belongs to the
 * day before.
 *
 * @param midnight of the same day in UTC
 */
function beginOf(midnight: number, timeZone: string | undefined): number {
  const guess = midnight - offsetAt(midnight, timeZone);
  return Math.max(guess, midnight - offsetAt(guess, timeZone));
}

/** How far the zone's clock is ahead of UTC at a given whole second, in milliseconds. */
function offsetAt(moment: number, timeZone: string | undefined): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(moment);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "00";
  const written = `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:${part("second")}Z`;
  return Date.parse(written) - moment;
}
