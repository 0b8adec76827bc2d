import { isOpenAt, type OpeningHours } from "../hours/opening-hours";
import { clockChangeOn, dayAfter, MINUTES_A_DAY, momentsOf, wallTimeAt } from "../time/wall-clock";

/** A slot: orders wanted within it count against each other. */
export interface TimeSlot {
  readonly from: Date;
  /** Exclusive. */
  readonly to: Date;
}

/** How a branch divides its days into slots. */
export interface SlotGrid {
  /** Length of a slot. The first one of a day begins at midnight. */
  readonly minutes: number;
  /** IANA name, of the branch. */
  readonly timeZone: string;
}

const MINUTE_MS = 60_000;

/**
 * Returns the slots of a calendar day that begin while the branch is open, in order. A slot that
 * begins in an hour that the clock skips does not exist; in an hour that it repeats there are two.
 *
 * @param hours null: always open
 */
export function slotsOn(date: string, hours: OpeningHours | null, grid: SlotGrid): TimeSlot[] {
  const starts = startsOn(date, grid);
  return starts
    .map((from, index) => ({ from, to: starts[index + 1] ?? firstOn(dayAfter(date), grid) }))
    .filter(({ from }) => hours === null || isOpenAt(hours, from, grid.timeZone));
}

/** Returns the slot that contains a moment. Every moment belongs to exactly one slot. */
export function slotAround(at: Date, grid: SlotGrid): TimeSlot {
  const { date, minute } = wallTimeAt(at, grid.timeZone);
  if (clockChangeOn(date, grid.timeZone) !== null) return slotOnChangeDay(at, date, grid);
  // Calculated, not looked up, because an order is waiting for it.
  const begun = minute % grid.minutes;
  const from = new Date(at.getTime() - begun * MINUTE_MS - (at.getTime() % MINUTE_MS));
  const isLast = minute - begun + grid.minutes >= MINUTES_A_DAY;
  const to = new Date(from.getTime() + grid.minutes * MINUTE_MS);
  return { from, to: isLast ? firstOn(dayAfter(date), grid) : to };
}

function slotOnChangeDay(at: Date, date: string, grid: SlotGrid): TimeSlot {
  const starts = [date, dayAfter(date)].flatMap((day) => startsOn(day, grid));
  const next = starts.findIndex((start) => start > at);
  // Where midnight is skipped, a day begins later than its calendar date.
  const from = starts[next - 1] ?? startsOn(dayAfter(date, -1), grid).at(-1) ?? at;
  return { from, to: starts[next] ?? from };
}

function firstOn(date: string, grid: SlotGrid): Date {
  const [first = new Date(`${date}T00:00:00Z`)] = startsOn(date, grid);
  return first;
}

function startsOn(date: string, { minutes, timeZone }: SlotGrid): Date[] {
  const ofDay = Array.from(
    { length: Math.ceil(MINUTES_A_DAY / minutes) },
    (_, index) => index * minutes,
  );
  const [midnight] = momentsOf({ date, minute: 0 }, timeZone);
  if (midnight && clockChangeOn(date, timeZone) === null)
    return ofDay.map((minute) => new Date(midnight.getTime() + minute * MINUTE_MS));
  return ofDay
    .flatMap((minute) => momentsOf({ date, minute }, timeZone))
    .sort((one, other) => one.getTime() - other.getTime());
}
