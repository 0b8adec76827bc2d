import { useLanguage } from "../language/language";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Formats a duration for reading: "9 мин", "1 ч 22 мин", "2 дн.". */
export function useAge(): (ms: number) => string {
  const { language } = useLanguage();
  const written = (value: number, unit: string) =>
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short" }).format(value);
  return (ms) => {
    if (ms < MINUTE) return written(Math.max(0, Math.floor(ms / 1000)), "second");
    if (ms < HOUR) return written(Math.floor(ms / MINUTE), "minute");
    if (ms >= DAY) return written(Math.floor(ms / DAY), "day");
    const minutes = Math.floor((ms % HOUR) / MINUTE);
    const hours = written(Math.floor(ms / HOUR), "hour");
    return minutes === 0 ? hours : `${hours} ${written(minutes, "minute")}`;
  };
}
