import { type OrderFilter } from "../now/operations";

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_AGO: Readonly<Record<string, number>> = { сегодня: 0, today: 0, вчера: 1, yesterday: 1 };

/**
 * What is typed, as the gateway finds it: a day of the restaurant's calendar («вчера», «21.11»), else
 * a number, a phone or its end, or how a name begins. @param timeZone of the day
 */
export function searchFilter(
  typed: string,
  timeZone: string | undefined,
  now: number,
): Omit<OrderFilter, "branchIds"> {
  const text = typed.trim();
  const day = dayIn(text.toLowerCase(), timeZone, now);
  if (day === undefined) return { search: text };
  const begins = midnight(day, timeZone);
  const ends = midnight(day + DAY_MS, timeZone);
  return {
    createdFrom: new Date(begins).toISOString(),
    createdTo: new Date(ends).toISOString(),
  };
}

/** Some moment of the day that is meant, as UTC noon of its date; undefined: no day is meant. */
function dayIn(text: string, timeZone: string | undefined, now: number): number | undefined {
  const [year = 0, month = 1, day = 1] = dateAt(now, timeZone);
  const noonToday = Date.UTC(year, month - 1, day, 12);
  const ago = DAYS_AGO[text];
  if (ago !== undefined) return noonToday - ago * DAY_MS;
  const found = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?$/.exec(text);
  if (!found) return undefined;
  const named = (ofYear: number) => Date.UTC(ofYear, Number(found[2]) - 1, Number(found[1]), 12);
  if (found[3] !== undefined) return named(Number(found[3]));
  // The last such day: in January «30.12» is of the year before.
  return named(year) > noonToday ? named(year - 1) : named(year);
}

function dateAt(moment: number, timeZone: string | undefined): number[] {
  const written = new Intl.DateTimeFormat("en-CA", { timeZone }).format(moment);
  return written.split("-").map(Number);
}

/** When the day of this UTC noon begins on the restaurant's clock. */
function midnight(noon: number, timeZone: string | undefined): number {
  const date = new Date(noon);
  const utc = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  return utc - offsetAt(utc, timeZone);
}

/** How far the zone's clock is ahead of UTC then, in milliseconds. */
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
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(
    of("year"),
    of("month") - 1,
    of("day"),
    of("hour"),
    of("minute"),
    of("second"),
  );
  return wall - moment;
}
