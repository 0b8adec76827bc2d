import { localDateOf } from "./local-date";

export const MINUTES_A_DAY = 24 * 60;
const MINUTE_MS = 60_000;
const DAY_MS = MINUTES_A_DAY * MINUTE_MS;
/**
 * Per zone. Looking up one offset takes ten times as long as everything else needed to judge an
 * order's time.
 */
const MOST_OFFSETS = 8_000;
const formats = new Map<string, Intl.DateTimeFormat>();
/** By zone and minute: since 1973, no clock change has happened within a minute of UTC. */
const offsets = new Map<string, Map<number, number>>();

/** What a local wall clock shows. */
export interface WallTime {
  /** 2026-11-25 */
  readonly date: string;
  /** Minutes since the calendar's midnight, 0 to 1439, whatever the clock skipped or repeated. */
  readonly minute: number;
}

/** @param timeZone IANA time zone */
export function wallTimeAt(at: Date, timeZone: string): WallTime {
  const shown = new Date(at.getTime() + offsetMs(at, timeZone));
  return {
    date: shown.toISOString().slice(0, 10),
    minute: shown.getUTCHours() * 60 + shown.getUTCMinutes(),
  };
}

/**
 * Returns the moments at which the clock shows this: one, two where an hour is repeated, none where
 * it is skipped. Earliest first.
 *
 * @param minute of the day; a larger value falls on a later day
 */
export function momentsOf({ date, minute }: WallTime, timeZone: string): Date[] {
  const shown = Date.parse(`${date}T00:00:00Z`) + minute * MINUTE_MS;
  const offsets = [shown - DAY_MS, shown + DAY_MS].map((at) => offsetMs(new Date(at), timeZone));
  return [...new Set(offsets)]
    .map((offset) => ({ at: new Date(shown - offset), offset }))
    .filter(({ at, offset }) => offsetMs(at, timeZone) === offset)
    .map(({ at }) => at)
    .sort((one, other) => one.getTime() - other.getTime());
}

/** Returns when the clock changes on a given day; null: it does not. */
export function clockChangeOn(date: string, timeZone: string): Date | null {
  const noon = Date.parse(`${date}T12:00:00Z`);
  let [low, high] = [noon - DAY_MS, noon + DAY_MS];
  const before = offsetMs(new Date(low), timeZone);
  if (before === offsetMs(new Date(high), timeZone)) return null;
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offsetMs(new Date(middle), timeZone) === before) low = middle;
    else high = middle;
  }
  const change = new Date(high);
  return wallTimeAt(change, timeZone).date === date ? change : null;
}

/** Returns the calendar day so many days later, or earlier. */
export function dayAfter(date: string, days = 1): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** Returns how far the zone is ahead of UTC. */
function offsetMs(at: Date, timeZone: string): number {
  const known = ofZone(timeZone);
  const minute = Math.floor(at.getTime() / MINUTE_MS);
  const kept = known.get(minute);
  if (kept !== undefined) return kept;
  const offset = readOffsetMs(at, timeZone);
  if (known.size >= MOST_OFFSETS) known.clear();
  known.set(minute, offset);
  return offset;
}

function ofZone(timeZone: string): Map<number, number> {
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  offsets.set(timeZone, known);
  return known;
}

function readOffsetMs(at: Date, timeZone: string): number {
  const known =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "medium", hourCycle: "h23" });
  formats.set(timeZone, known);
  const shown = Date.parse(`${localDateOf(at, timeZone)}T${known.format(at)}Z`);
  return shown - Math.floor(at.getTime() / 1_000) * 1_000;
}
