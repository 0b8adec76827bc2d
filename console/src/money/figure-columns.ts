import { daysBefore } from "../orders/days";
import { type FiguresAnswer, type FiguresVariables } from "./operations";

export type Figure = FiguresAnswer["now"]["total"];

/** An hour or a day, with its figures now and in the period before. */
export interface Column {
  readonly name: string;
  readonly now: Figure | undefined;
  readonly before: Figure | undefined;
}

/** With fewer columns than a working day has hours, a chart does not look like a day. */
const LEAST_HOURS = 8;
const LAST_HOUR = 23;

/** All hours from the first to the last with orders, and a few more when the day has just begun. */
export function columnsByHour({ now, past }: FiguresAnswer): Column[] {
  const hours = [...now.hours, ...past.hours].flatMap(({ hour }) => (hour === null ? [] : [hour]));
  const last = Math.min(LAST_HOUR, Math.max(...hours, Math.min(...hours) + LEAST_HOURS - 1));
  const first = Math.min(...hours, last - LEAST_HOURS + 1);
  const of = (figures: readonly Figure[], hour: number) =>
    figures.find((figure) => figure.hour === hour);
  return range(last - first + 1).map((index) => ({
    name: `${first + index}`,
    now: of(now.hours, first + index),
    before: of(past.hours, first + index),
  }));
}

/** Every day of a period, including days without orders. */
export function columnsByDay(
  { now, past }: FiguresAnswer,
  { from, to, pastFrom }: Pick<FiguresVariables, "from" | "to" | "pastFrom">,
): Column[] {
  const count = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  const of = (figures: readonly Figure[], day: string) =>
    figures.find((figure) => figure.day === day);
  return range(count).map((index) => {
    const day = daysBefore(from, -index);
    return {
      name: dayText(day),
      now: of(now.days, day),
      before: of(past.days, daysBefore(pastFrom, -index)),
    };
  });
}

const DAY_MS = 86_400_000;

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

/** "30.11": without the year, which is known. */
function dayText(day: string): string {
  const [, month = "", date = ""] = day.split("-");
  return `${date}.${month}`;
}
