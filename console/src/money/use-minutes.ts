import { useLanguage } from "../language/language";

/** "14 мин". */
export function useMinutes(): (minutes: number) => string {
  const { language } = useLanguage();
  return (minutes) =>
    new Intl.NumberFormat(language, {
      style: "unit",
      unit: "minute",
      maximumFractionDigits: minutes < 10 ? 1 : 0,
    }).format(minutes);
}
