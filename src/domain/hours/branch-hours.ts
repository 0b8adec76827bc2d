import { type Fulfilment } from "../ticket/order-ticket";
import { MINUTES_A_DAY } from "../time/wall-clock";
import { type OpeningHours, type OpenPeriod } from "./opening-hours";

/** Days of the week as used in opening hours, Monday first. */
export enum Weekday {
  MONDAY = "MONDAY",
  TUESDAY = "TUESDAY",
  WEDNESDAY = "WEDNESDAY",
  THURSDAY = "THURSDAY",
  FRIDAY = "FRIDAY",
  SATURDAY = "SATURDAY",
  SUNDAY = "SUNDAY",
}

/** The fulfilments that have hours. */
export type Received = Fulfilment.DELIVERY | Fulfilment.PICKUP;

/** One weekly period. Closing at or before the opening time means on the following day. */
export interface WeekHours {
  readonly fulfilment: Received;
  readonly day: Weekday;
  /** "10:00" */
  readonly opens: string;
  /** "23:00", at most "24:00" */
  readonly closes: string;
}

/** One period on a single day, or that the day has none. */
export interface DayHours {
  readonly fulfilment: Received;
  /** 2026-12-31 */
  readonly date: string;
  /** null together with `closes`: closed on that day. */
  readonly opens: string | null;
  readonly closes: string | null;
}

/** The hours that a branch has set. */
export interface BranchHours {
  readonly week: readonly WeekHours[];
  readonly days: readonly DayHours[];
}

const WEEKDAYS = Object.values(Weekday);
const AROUND_THE_CLOCK: readonly OpenPeriod[] = [{ from: 0, to: MINUTES_A_DAY }];
const TIME = /^(\d{1,2}):(\d{2})$/;

/**
 * Returns the hours of one fulfilment: around the clock while nothing is set for its week. null:
 * always.
 */
export function openingHoursOf(hours: BranchHours, fulfilment: Received): OpeningHours | null {
  const week = hours.week.filter((row) => row.fulfilment === fulfilment);
  const days = hours.days.filter((row) => row.fulfilment === fulfilment);
  if (week.length === 0 && days.length === 0) return null;
  const byDate: Record<string, OpenPeriod[]> = {};
  for (const { date, opens, closes } of days)
    (byDate[date] ??= []).push(...(opens && closes ? [periodOf(opens, closes)] : []));
  const ofDay = (day: Weekday) =>
    week.filter((row) => row.day === day).map(({ opens, closes }) => periodOf(opens, closes));
  return { week: WEEKDAYS.map(week.length === 0 ? () => AROUND_THE_CLOCK : ofDay), days: byDate };
}

/** "9:05" → 545; null: not a time of day. "24:00" is the end of the day. */
export function minuteOf(time: string): number | null {
  const [, hours = "", minutes = ""] = TIME.exec(time) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return hours !== "" && Number(minutes) < 60 && minute <= MINUTES_A_DAY ? minute : null;
}

/** Formats a time as clocks show it: "09:05". */
export function timeOf(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return [hours, minutes].map((part) => String(part).padStart(2, "0")).join(":");
}

/** @param opens and closes are times of day */
export function periodOf(opens: string, closes: string): OpenPeriod {
  const [from, to] = [minuteOf(opens) ?? 0, minuteOf(closes) ?? 0];
  return { from, to: to > from ? to : to + MINUTES_A_DAY };
}
