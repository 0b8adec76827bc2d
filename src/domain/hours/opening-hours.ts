import {
  clockChangeOn,
  dayAfter,
  MINUTES_A_DAY,
  momentsOf,
  wallTimeAt,
  weekdayOf,
} from "../time/wall-clock";

/**
 * A period in which the restaurant is open; minutes since midnight of the day on which it begins.
 */
export interface OpenPeriod {
  readonly from: number;
  /** Exclusive. Beyond 1440: on the following day, to which the period does not belong. */
  readonly to: number;
}

/** The hours of one fulfilment, in the local time of the branch. */
export interface OpeningHours {
  /** Monday first. */
  readonly week: readonly (readonly OpenPeriod[])[];
  /** Days that differ from the week, by date as 2026-12-31; empty: closed all day. */
  readonly days: Readonly<Record<string, readonly OpenPeriod[]>>;
}

export interface OpenState {
  readonly open: boolean;
  /** When it closes; null: it is closed, or does not close within a fortnight. */
  readonly until: Date | null;
  /** When it opens; null: it is open, or does not open within a year. */
  readonly opensAt: Date | null;
}

const DAYS_TO_CLOSE = 14;
const DAYS_TO_OPEN = 366;

/** @param timeZone IANA name, of the branch */
export function isOpenAt(hours: OpeningHours, at: Date, timeZone: string): boolean {
  const { date, minute } = wallTimeAt(at, timeZone);
  return (
    isWithin(periodsOf(hours, date), minute) ||
    isWithin(periodsOf(hours, dayAfter(date, -1)), minute + MINUTES_A_DAY)
  );
}

/** Returns whether it is open, and when that changes. */
export function openStateAt(hours: OpeningHours, at: Date, timeZone: string): OpenState {
  const open = isOpenAt(hours, at, timeZone);
  const changesAt = nextChange(hours, at, timeZone, open);
  return { open, until: open ? changesAt : null, opensAt: open ? null : changesAt };
}

/** Returns the periods that begin on a given day. */
function periodsOf({ week, days }: OpeningHours, date: string): readonly OpenPeriod[] {
  return days[date] ?? week[weekdayOf(date)] ?? [];
}

function isWithin(periods: readonly OpenPeriod[], minute: number): boolean {
  return periods.some(({ from, to }) => from <= minute && minute < to);
}

function nextChange(hours: OpeningHours, at: Date, timeZone: string, open: boolean): Date | null {
  const today = wallTimeAt(at, timeZone).date;
  for (let day = 0; day <= (open ? DAYS_TO_CLOSE : DAYS_TO_OPEN); day += 1) {
    const changed = bordersOn(dayAfter(today, day), hours, timeZone).find(
      (border) => border > at && isOpenAt(hours, border, timeZone) !== open,
    );
    if (changed) return changed;
  }
  return null;
}

/**
 * Returns every moment of a calendar day at which it may open or close, in order: the clock reaches
 * the border of a period, skips it, or is set back before it.
 */
function bordersOn(date: string, hours: OpeningHours, timeZone: string): Date[] {
  const minutes = (periods: readonly OpenPeriod[]) => periods.flatMap(({ from, to }) => [from, to]);
  const shown = [
    ...minutes(periodsOf(hours, date)).filter((minute) => minute < MINUTES_A_DAY),
    ...minutes(periodsOf(hours, dayAfter(date, -1)))
      .filter((minute) => minute >= MINUTES_A_DAY)
      .map((minute) => minute - MINUTES_A_DAY),
  ].flatMap((minute) => momentsOf({ date, minute }, timeZone));
  const jump = clockChangeOn(date, timeZone);
  return [...shown, ...(jump ? [jump] : [])].sort((one, other) => one.getTime() - other.getTime());
}
