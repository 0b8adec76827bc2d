import { cleanText, fit } from "./iiko-text";

/** The gateway's own wording about money in the POS, and similar phrases; letters only. */
const OWN_WORDS = ["оплачен", "коплате", "сдачас", "итого", "предоплат", "внесенвручную", "вчеке"];
const OWN_WORDS_IN_ENGLISH = ["paidonline", "alreadypaid", "prepaid", "paidinfull"];
/** Latin letters and digits that look like Russian letters, in pairs. */
const ALIKE = new Map(
  ["aа", "bв", "cс", "eе", "hн", "kк", "mм", "oо", "pр", "tт", "xх", "yу", "0о", "3з", "ёе"].map(
    ([one = "", other = ""]) => [one, other],
  ),
);

/**
 * Prepares a guest's text for a field of the POS. It is put in «» where it resembles the gateway's
 * wording, however it is spelled: anything about money that the POS shows without them comes from
 * the gateway alone.
 */
export function guestText(text: string | null): string {
  const clean = cleanText(text);
  return soundsLikeUs(clean) ? `«${clean.replaceAll(/[«»]/g, '"')}»` : clean;
}

/**
 * The same in at most `limit` characters, including the closing quotation mark; undefined when
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
