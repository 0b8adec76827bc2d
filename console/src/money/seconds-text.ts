import { type Language } from "../language/language";

/** "1,8 с"; a dash when unknown. */
export function secondsText(seconds: number | null, language: Language): string {
  if (seconds === null) return "–";
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: seconds < 10 ? 1 : 0 });
  return `${number.format(seconds)}\u00A0${language === "ru" ? "с" : "s"}`;
}
