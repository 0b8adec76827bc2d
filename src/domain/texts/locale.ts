export type Locale = "ru" | "en";

/** A text in both languages of the product. */
export type Text = Readonly<Record<Locale, string>>;

/** Returns the first language in an Accept-Language header that we support; otherwise English. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  for (const part of (acceptLanguage ?? "").split(",")) {
    const language = part.trim().slice(0, 2).toLowerCase();
    if (language === "ru" || language === "en") return language;
  }
  return "en";
}
