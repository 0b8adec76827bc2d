interface Reader {
  /** The restaurant's time zone: its clock counts, wherever the guest is. */
  readonly timeZone: string;
  readonly locale: "ru" | "en";
  /** If omitted, the device's clock. */
  readonly now?: Date;
}

const LANGUAGES = { ru: "ru-RU", en: "en-GB" };

/**
 * Formats a moment by a restaurant's clock: "17:48" if it is today there, otherwise with its day:
 * "30 ноября, 17:48".
 */
export function timeInWords(
  at: string | Date,
  { timeZone, locale, now = new Date() }: Reader,
): string {
  const moment = new Date(at);
  const [day, today] = [dayOf(moment, timeZone), dayOf(now, timeZone)];
  const written = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LANGUAGES[locale], { timeZone, ...options }).format(moment);
  const time = written({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  if (day === today) return time;
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  const date = written({
    day: "numeric",
    month: "long",
    ...(isThisYear ? {} : { year: "numeric" }),
  });
  return `${date}, ${time}`;
}

/** Returns 2026-11-30, for example: Canada writes dates as ISO 8601 does. */
function dayOf(moment: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(moment);
}
