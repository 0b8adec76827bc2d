import { type Locale } from "../texts/locale";
import { localDateOf } from "./local-date";

/** A moment as written for local readers. */
export interface WordedMoment {
  /** "17:48". */
  readonly time: string;
  /** "30 ноября", with the year if it is a different one; null: today. */
  readonly day: string | null;
}

/** The clock and calendar that apply, and the language to write in. */
export interface Reader {
  readonly now: Date;
  /** IANA time zone of the restaurant. */
  readonly timeZone: string;
  readonly locale: Locale;
}

const LANGUAGES: Record<Locale, string> = { ru: "ru-RU", en: "en-GB" };
const formats = new Map<string, Intl.DateTimeFormat>();

/** Returns the time of a moment, and its day unless that is today. */
export function momentInWords(at: Date, { now, timeZone, locale }: Reader): WordedMoment {
  const time = formatOf(
    { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    locale,
  ).format(at);
  const [day, today] = [localDateOf(at, timeZone), localDateOf(now, timeZone)];
  if (day === today) return { time, day: null };
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const options = {
    timeZone,
    day: "numeric",
    month: "long",
    ...(!sameYear && { year: "numeric" as const }),
  } as const;
  return { time, day: formatOf(options, locale).format(at) };
}

/** Returns the same as one text: "17:48" or "30 ноября, 17:48". */
export function momentText(at: Date, reader: Reader): string {
  const { day, time } = momentInWords(at, reader);
  return day === null ? time : `${day}, ${time}`;
}

function formatOf(options: Intl.DateTimeFormatOptions, locale: Locale): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(LANGUAGES[locale], options);
  formats.set(key, known);
  return known;
}
