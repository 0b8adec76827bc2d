import { cleanText, fit } from "./iiko-text";

/** How the gateway speaks of money in the till, and what comes close to it; letters only. */
const OWN_WORDS = ["оплачен", "коплате", "сдачас", "итого", "предоплат", "внесенвручную", "вчеке"];
const OWN_WORDS_IN_ENGLISH = ["paidonline", "alreadypaid", "prepaid", "paidinfull"];
/** Latin letters and digits that look like Russian ones, in pairs. */
const ALIKE = new Map(
  ["aа", "bв", "cс", "eе", "hн", "kк", "mм", "oо", "pр", "tт", "xх", "yу", "0о", "3з", "ёе"].map(
    ([one = "", other = ""]) => [one, other],
  ),
);

/**
 * What a guest wrote, for a field of the till. It stands in «» where it sounds like the gateway,
 * however it is spelled: what the till shows without them, about money, nobody but the gateway has
 * said.
 */
export function guestText(text: string | null): string {
  const clean = cleanText(text);
  return soundsLikeUs(clean) ? `«${clean.replaceAll(/[«»]/g, '"')}»` : clean;
}

/**
 * The same in at most `limit` characters, the closing quotation mark among them; undefined when
 * nothing is left.
 */
export function fitGuestText(text: string | null, limit: number): string | undefined {
  const clean = cleanText(text);
  return soundsLikeUs(clean)
    ? guestText(fit(clean, limit - 2) ?? "") || undefined
    : fit(clean, limit);
}

function soundsLikeUs(text: string): boolean {
  const letters = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  const russian = letters.replace(/[abcehkmoptxy03ё]/g, (letter) => ALIKE.get(letter) ?? letter);
  return (
    OWN_WORDS.some((word) => russian.includes(word)) ||
    OWN_WORDS_IN_ENGLISH.some((word) => letters.includes(word))
  );
}
