const DAY_MS = 86_400_000;

/** The day of a moment in a zone, as 2026-11-30: Canada writes dates as ISO 8601 does. */
export function dayOf(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(moment);
}

/** @param day as 2026-11-30 */
export function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * DAY_MS).toISOString().slice(0, 10);
}

/** The moments at which the days begin and end in a zone. */
export function dayBounds(
  from: string,
  to: string,
  timeZone: string,
): { readonly createdFrom: string; readonly createdTo: string } {
  return {
    createdFrom: beginOf(from, timeZone),
    createdTo: beginOf(daysBefore(to, -1), timeZone),
  };
}

/** Twice, because the zone may be another one at the moment that was guessed first. */
function beginOf(day: string, timeZone: string): string {
  const wall = Date.parse(`${day}T00:00:00Z`);
  const guess = wall - offsetMs(new Date(wall), timeZone);
  return new Date(wall - offsetMs(new Date(guess), timeZone)).toISOString();
}

function offsetMs(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "00";
  const written = `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:${part("second")}Z`;
  return Date.parse(written) - Math.floor(at.getTime() / 1000) * 1000;
}
