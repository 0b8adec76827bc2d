import { type IssueSchedule, type SchedulePeriod } from "../../../domain/catalogue/menu-issue";
import { type Locale, type Text } from "../../../domain/texts/locale";

const DAYS: Readonly<Record<Locale, readonly string[]>> = {
  ru: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
};

const UNKNOWN: Text = { ru: "часы в меню не указаны", en: "the menu does not tell the hours" };

/** "пн–пт 08:00–11:00; сб, вс 09:00–12:00". */
export function scheduleInWords({ periods }: IssueSchedule): Text {
  const inWords = (locale: Locale) =>
    periods.map((period) => periodInWords(period, locale)).join("; ");
  return periods.length === 0 ? UNKNOWN : { ru: inWords("ru"), en: inWords("en") };
}

function periodInWords({ days, otherDays, from, to }: SchedulePeriod, locale: Locale): string {
  const words = [daysInWords(days, locale), otherDays ?? ""]
    .filter((part) => part !== "")
    .join(", ");
  const times = from === null && to === null ? "" : `${from ?? "…"}–${to ?? "…"}`;
  return [words, times].filter((part) => part !== "").join(" ");
}

/** Consecutive days are given by the first and the last one; all seven by nothing. */
function daysInWords(days: readonly number[], locale: Locale): string {
  const rows: [number, number][] = [];
  for (const day of days) {
    const last = rows.at(-1);
    if (last?.[1] === day - 1) last[1] = day;
    else rows.push([day, day]);
  }
  const name = (day: number) => DAYS[locale][day - 1] ?? "";
  if (days.length === DAYS[locale].length) return "";
  return rows
    .map(([first, last]) =>
      first === last ? name(first) : `${name(first)}${last - first > 1 ? "–" : ", "}${name(last)}`,
    )
    .join(", ");
}
