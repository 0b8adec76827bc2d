import { type SchedulePeriod } from "../../../../domain/catalogue/menu-issue";
import { type SalePeriod } from "../../../../domain/catalogue/sale-hours";
import { minuteOf, periodOf } from "../../../../domain/hours/branch-hours";
import { MINUTES_A_DAY } from "../../../../domain/time/wall-clock";
import { type Fields, readId, readList, readWord } from "./menu-reading";
import { plainText } from "./menu-text";

const DAYS = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];
const LETTERS_OF_DAY = 3;
const LONGEST_MOMENT = 40;
/** Seven periods a day fill a week; a longer list is not read to its end. */
const MOST_PERIODS = 50;
const MOST_DAYS = 20;
const LAST_MINUTE = "23:59";

/** A schedule from the menu's own list. */
export type ScheduleOf = (id: string) => Fields | undefined;

/** Returns the schedules at the root of the standalone menu, by id. */
export function schedulesOf(body: Fields): ScheduleOf {
  let byId: Map<string, Fields> | undefined;
  return (id) => {
    byId ??= new Map(
      readList(body.schedules).map((schedule) => [readId(schedule.id) ?? "", schedule]),
    );
    return byId.get(id);
  };
}

/** Reads a category's hours in the external menus, which are given in place. */
export function externalPeriods(category: Fields): SchedulePeriod[] {
  const names = { days: "daysOfWeek", from: "begin", to: "end" };
  return periodsOf(readList(category.schedules), names);
}

/** Reads the hours of a schedule in the standalone menu. */
export function standalonePeriods(schedule: Fields | undefined): SchedulePeriod[] {
  return periodsOf(readList(schedule?.periods), { days: "weekDays", from: "from", to: "to" });
}

/** Reads the hours of an external menu itself, for this organization. */
export function menuPeriods(root: Fields, organizationId: string): SchedulePeriod[] {
  const own = readList(root.intervals).filter((row) => {
    const id = readId(row.organizationId)?.toLowerCase();
    return id === undefined || organizationId === "" || id === organizationId.toLowerCase();
  });
  return periodsOf(own, { from: "fromTime", to: "toTime" });
}

/**
 * Returns the periods as hours that the gateway can apply. An empty list means always. null means
 * that one of them cannot be read: applying only the others would hide products that are sold.
 */
export function keptPeriods(told: readonly SchedulePeriod[]): SalePeriod[] | null {
  const periods = told.map(keptPeriod);
  if (periods.includes(null)) return null;
  const kept = periods.filter((period) => period !== null);
  return kept.some(isAlways) ? [] : kept;
}

function keptPeriod({ days, otherDays, from, to }: SchedulePeriod): SalePeriod | null {
  if (otherDays !== undefined) return null;
  const [begin, end] = from === null && to === null ? ["0:00", "24:00"] : [from, to];
  if (begin === null || end === null || minuteOf(begin) === null || minuteOf(end) === null)
    return null;
  // This is what is meant where the POS does not accept 24:00.
  return { days, ...periodOf(begin, end === LAST_MINUTE ? "24:00" : end) };
}

/** A period that ends when it begins lasts a day. */
function isAlways({ days, from, to }: SalePeriod): boolean {
  return (days.length === 0 || days.length === DAYS.length) && to - from >= MINUTES_A_DAY;
}

/** Names that a format uses for the parts of a period. */
interface PeriodNames {
  readonly days?: string;
  readonly from: string;
  readonly to: string;
}

function periodsOf(rows: readonly Fields[], names: PeriodNames): SchedulePeriod[] {
  return rows.slice(0, MOST_PERIODS).map((row) => ({
    ...daysOf(names.days === undefined ? null : row[names.days]),
    from: momentOf(row[names.from]),
    to: momentOf(row[names.to]),
  }));
}

/**
 * A day is a word in any case. Anything else is reported verbatim, because assuming "every day"
 * would be a guess.
 */
function daysOf(told: unknown): Pick<SchedulePeriod, "days" | "otherDays"> {
  const words: unknown[] = Array.isArray(told) ? told.slice(0, MOST_DAYS) : [];
  const numbers = words.map((word) => DAYS.indexOf(readWord(word).slice(0, LETTERS_OF_DAY)) + 1);
  const days = [...new Set(numbers.filter((day) => day > 0))].sort((one, other) => one - other);
  const others = words
    .filter((_, index) => numbers[index] === 0)
    .flatMap((word) => readId(word) ?? []);
  return { days, ...(others.length > 0 && { otherDays: others.join(", ") }) };
}

/** Reads "08:00:00" as 08:00; a date, or anything else, is left unchanged. */
export function momentOf(told: unknown): string | null {
  const text = plainText(told, LONGEST_MOMENT);
  return text === null ? null : text.replace(/^(\d{1,2}:\d{2}):\d{2}(?:\.\d{1,9})?$/, "$1");
}
