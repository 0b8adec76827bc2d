export type Locale = "ru" | "en";

/** One text in both languages of the product. */
export type Text = Readonly<Record<Locale, string>>;

/** The first language of an Accept-Language header that we speak; English otherwise. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  for (const part of (acceptLanguage ?? "").split(",")) {
    const language = part.trim().slice(0, 2).toLowerCase();
    if (language === "ru" || language === "en") return language;
  }
  return "en";
}
