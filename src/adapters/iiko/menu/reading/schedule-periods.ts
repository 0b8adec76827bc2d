import { type SchedulePeriod } from "../../../../domain/catalogue/menu-issue";
import { type SalePeriod } from "../../../../domain/catalogue/sale-hours";
import { minuteOf, periodOf } from "../../../../domain/hours/branch-hours";
import { MINUTES_A_DAY } from "../../../../domain/time/wall-clock";
import { type Fields, readId, readList, readWord } from "./menu-reading";
import { plainText } from "./menu-text";

const DAYS = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];
const LETTERS_OF_DAY = 3;
const LONGEST_MOMENT = 40;
/** A week has that many quarters of an hour; nobody reads more. */
const MOST_PERIODS = 50;
const MOST_DAYS = 20;
const LAST_MINUTE = "23:59";

/** One of the menu's own list of schedules. */
export type ScheduleOf = (id: string) => Fields | undefined;

/** The schedules of the standalone menu's root, by their ids. */
export function schedulesOf(body: Fields): ScheduleOf {
  let byId: Map<string, Fields> | undefined;
  return (id) => {
    byId ??= new Map(
      readList(body.schedules).map((schedule) => [readId(schedule.id) ?? "", schedule]),
    );
    return byId.get(id);
  };
}

/** A category's hours in the external menus, which stand in place. */
export function externalPeriods(category: Fields): SchedulePeriod[] {
  const names = { days: "daysOfWeek", from: "begin", to: "end" };
  return periodsOf(readList(category.schedules), names);
}

/** Those of a schedule of the standalone menu. */
export function standalonePeriods(schedule: Fields | undefined): SchedulePeriod[] {
  return periodsOf(readList(schedule?.periods), { days: "weekDays", from: "from", to: "to" });
}

/** Those of an external menu itself, of this organization. */
export function menuPeriods(root: Fields, organizationId: string): SchedulePeriod[] {
  const own = readList(root.intervals).filter((row) => {
    const id = readId(row.organizationId)?.toLowerCase();
    return id === undefined || organizationId === "" || id === organizationId.toLowerCase();
  });
  return periodsOf(own, { from: "fromTime", to: "toTime" });
}

/**
 * The periods as hours that can be kept. None: always. null: one of them cannot be read, and to
 * keep the others would hide what is sold.
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
  // Where nobody can write 24:00 this is what is meant.
  return { days, ...periodOf(begin, end === LAST_MINUTE ? "24:00" : end) };
}

/** A period that ends when it begins lasts a day. */
function isAlways({ days, from, to }: SalePeriod): boolean {
  return (days.length === 0 || days.length === DAYS.length) && to - from >= MINUTES_A_DAY;
}

/** What a format calls the parts of a period. */
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

/** A day is a word in any case. What is none is told as it stands: "every day" would be a guess. */
function daysOf(told: unknown): Pick<SchedulePeriod, "days" | "otherDays"> {
  const words: unknown[] = Array.isArray(told) ? told.slice(0, MOST_DAYS) : [];
  const numbers = words.map((word) => DAYS.indexOf(readWord(word).slice(0, LETTERS_OF_DAY)) + 1);
  const days = [...new Set(numbers.filter((day) => day > 0))].sort((one, other) => one - other);
  const others = words
    .filter((_, index) => numbers[index] === 0)
    .flatMap((word) => readId(word) ?? []);
  return { days, ...(others.length > 0 && { otherDays: others.join(", ") }) };
}

/** "08:00:00" is 08:00; a day, and what is neither, is left as it is. */
export function momentOf(told: unknown): string | null {
  const text = plainText(told, LONGEST_MOMENT);
  return text === null ? null : text.replace(/^(\d{1,2}:\d{2}):\d{2}(?:\.\d{1,9})?$/, "$1");
}
