import { useLanguage } from "../language/language";

const LANGUAGES = { ru: "ru-RU", en: "en-GB" };
/** As 2026-11-30: Canada writes dates as ISO 8601 does. */
const dayOf = (moment: Date, timeZone?: string) =>
  new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(moment);

/**
 * Times on a restaurant's clock, or the operator's own without a zone: "17:48:05", with the day
 * where it is not today.
 */
export function useMoment(
  timeZone?: string,
  timeStyle: "short" | "medium" = "medium",
): (at: string) => string {
  const { language } = useLanguage();
  return (at) => {
    const moment = new Date(at);
    const written = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(LANGUAGES[language], { timeZone, ...options }).format(moment);
    const time = written({ timeStyle });
    const [day, today] = [dayOf(moment, timeZone), dayOf(new Date(), timeZone)];
    if (day === today) return time;
    const year = day.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: "numeric" } as const);
    return `${written({ day: "numeric", month: "long", ...year })}, ${time}`;
  };
}

/** The time alone, for choices that are some hours away: after midnight, too, it is the next one. */
export function useHour(timeZone: string): (at: string) => string {
  const { language } = useLanguage();
  const format = new Intl.DateTimeFormat(LANGUAGES[language], { timeZone, timeStyle: "short" });
  return (at) => format.format(new Date(at));
}
