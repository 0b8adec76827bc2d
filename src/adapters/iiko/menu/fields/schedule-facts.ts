import {
  type IssueSchedule,
  type SchedulePeriod,
  Severity,
} from "../../../../domain/catalogue/menu-issue";
import { UserErrorCode } from "../../../../domain/errors/user-error-code";
import { type Fields, readId, readList, readWord } from "../reading/menu-reading";
import { plainText } from "../reading/menu-text";
import { type Fact, type FactRule } from "./field-table";

const DAYS = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];
const LETTERS_OF_DAY = 3;
const LONGEST_MOMENT = 40;
/** A week has that many quarters of an hour; nobody reads more. */
const MOST_PERIODS = 50;
const MOST_DAYS = 20;

/** What a format calls the parts of a period. */
interface PeriodNames {
  readonly days: string;
  readonly from: string;
  readonly to: string;
}

const OF_CATEGORY: PeriodNames = { days: "daysOfWeek", from: "begin", to: "end" };
const OF_SCHEDULE: PeriodNames = { days: "weekDays", from: "from", to: "to" };
/** Every day. */
const OF_MENU: Omit<PeriodNames, "days"> = { from: "fromTime", to: "toTime" };

/** A category's hours in the external menus: in place, beside an id and a name. */
export const externalCategoryHours: FactRule = (category) => {
  const periods = periodsOf(readList(category.schedules), OF_CATEGORY);
  return categoryHours(category, periods, plainText(category.scheduleName));
};

/** In the standalone menu: an id, by which the root has the hours. */
export const standaloneCategoryHours: FactRule = (category, { scheduleOf }) => {
  const id = readId(category.scheduleId);
  const schedule = id === null ? undefined : scheduleOf(id);
  return categoryHours(
    category,
    periodsOf(readList(schedule?.periods), OF_SCHEDULE),
    plainText(schedule?.name),
  );
};

/** The hours of the menu itself, of this organization. */
export const menuHours: FactRule = (root, { organizationId }) => {
  const own = readList(root.intervals).filter((row) => {
    const id = readId(row.organizationId)?.toLowerCase();
    return id === undefined || organizationId === "" || id === organizationId.toLowerCase();
  });
  const periods = periodsOf(own, OF_MENU);
  return periods.length === 0 || periods.some(isAlways)
    ? null
    : fact({ of: "MENU", name: null, title: null, periods });
};

/** A combo that is sold from one day to another. */
export const comboDates: FactRule = ({ name, startDate, expirationDate }) => {
  const [from, to] = [moment(startDate), moment(expirationDate)];
  if (from === null && to === null) return null;
  return fact({
    of: "PRODUCT",
    name: plainText(name),
    title: null,
    periods: [{ days: [], from, to }],
  });
};

function categoryHours(
  category: Fields,
  periods: readonly SchedulePeriod[],
  title: string | null,
): Fact | null {
  const hasSchedule = readId(category.scheduleId) !== null || title !== null;
  if ((periods.length === 0 && !hasSchedule) || periods.some(isAlways)) return null;
  return fact({ of: "CATEGORY", name: plainText(category.name), title, periods });
}

/** Round the clock, every day: no limit. A period that ends when it begins lasts a day. */
function isAlways({ days, otherDays, from, to }: SchedulePeriod): boolean {
  const everyDay = otherDays === undefined && (days.length === 0 || days.length === DAYS.length);
  const wholeDay =
    from === null || /^0?0:00$/.test(from)
      ? to === null || /^(?:0?0:00|23:59|24:00)$/.test(to)
      : from === to;
  return everyDay && wholeDay;
}

function fact(schedule: IssueSchedule): Fact {
  return { code: UserErrorCode.SCHEDULE_NOT_APPLIED, severity: Severity.WARNING, schedule };
}

function periodsOf(
  rows: readonly Fields[],
  names: Partial<PeriodNames> & typeof OF_MENU,
): SchedulePeriod[] {
  return rows.slice(0, MOST_PERIODS).map((row) => ({
    ...daysOf(names.days === undefined ? null : row[names.days]),
    from: moment(row[names.from]),
    to: moment(row[names.to]),
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
function moment(told: unknown): string | null {
  const text = plainText(told, LONGEST_MOMENT);
  return text === null ? null : text.replace(/^(\d{1,2}:\d{2}):\d{2}(?:\.\d{1,9})?$/, "$1");
}
