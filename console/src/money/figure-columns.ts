import { type FiguresAnswer } from "./operations";

export type Figure = FiguresAnswer["now"]["total"];

/** An hour or a day, with what it comes to now and what it came to the time before. */
export interface Column {
  readonly name: string;
  readonly now: Figure | undefined;
  readonly before: Figure | undefined;
}

/** All hours between the first and the last that has orders; or the days that have. */
export function columnsOf({ now, past }: FiguresAnswer, isByHour: boolean): Column[] {
  if (!isByHour) {
    return now.days.map((figure, index) => ({
      name: dayText(figure.day),
      now: figure,
      before: past.days[index],
    }));
  }
  const figures = [...now.hours, ...past.hours];
  const hours = figures.flatMap(({ hour }) => (hour === null ? [] : [hour]));
  const first = Math.min(...hours);
  return Array.from({ length: Math.max(...hours) - first + 1 }, (_, index) => ({
    name: `${first + index}`,
    now: now.hours.find(({ hour }) => hour === first + index),
    before: past.hours.find(({ hour }) => hour === first + index),
  }));
}

/** "30.11": the year is known. */
function dayText(day: string | null): string {
  const [, month = "", date = ""] = (day ?? "").split("-");
  return `${date}.${month}`;
}
