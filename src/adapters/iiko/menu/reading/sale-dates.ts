import { type SaleDates } from "../../../../domain/catalogue/sale-hours";
import { isLocalDate } from "../../../../domain/time/local-date";
import { MINUTES_A_DAY, type WallTime } from "../../../../domain/time/wall-clock";
import { type Fields } from "./menu-reading";
import { momentOf } from "./schedule-periods";

/** "2026-12-01", "2026-12-01 10:00:00.000", "2026-12-01T10:00:00+00:00". */
const MOMENT =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
/** Dates outside this range are placeholders: 0001-01-01, 9999-12-31. */
const [FIRST_YEAR, LAST_YEAR] = ["1970", "2199"];

/**
 * Reads the days on which a combo is sold. Times are in the branch's local time, whatever zone
 * follows them; an end without a time, or at midnight, means the end of that day.
 *
 * @returns null: always sold; undefined: unreadable, so it limits nothing
 */
export function readSaleDates({ startDate, expirationDate }: Fields): SaleDates | null | undefined {
  const [from, last] = [readMoment(startDate), readMoment(expirationDate)];
  if (from === undefined || last === undefined) return undefined;
  const to = last?.minute === 0 ? { date: last.date, minute: MINUTES_A_DAY } : last;
  return from === null && to === null ? null : { from, to };
}

function readMoment(told: unknown): WallTime | null | undefined {
  const text = momentOf(told);
  if (text === null) return null;
  const [, date = "", hour = "0", minute = "0"] = MOMENT.exec(text) ?? [];
  if (!isLocalDate(date)) return undefined;
  const isSet = FIRST_YEAR <= date && date.slice(0, LAST_YEAR.length) <= LAST_YEAR;
  return isSet ? { date, minute: Number(hour) * 60 + Number(minute) } : null;
}
