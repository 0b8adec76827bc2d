import { useLanguage } from "../language/language";

const LANGUAGES = { ru: "ru-RU", en: "en-GB" };
/** In the form 2026-11-30: the Canadian locale writes dates as ISO 8601 does. */
const dayOf = (moment: Date, timeZone?: string) =>
  new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(moment);

/**
 * Formats times on a restaurant's clock, or on the operator's own when no zone is given:
 * "17:48:05", with the day unless it is today.
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

/**
 * Formats only the time, for choices a few hours ahead: even after midnight, the next such time is
 * meant.
 */
export function useHour(timeZone: string): (at: string) => string {
  const { language } = useLanguage();
  const format = new Intl.DateTimeFormat(LANGUAGES[language], { timeZone, timeStyle: "short" });
  return (at) => format.format(new Date(at));
}
