import { keyOf } from "./typed-text";

/** Characters of a code as it was typed, blanks among them. What is longer is no code, and stays as it is. */
export const LONGEST_TYPED_CODE = 100;

/** What a sentence puts around a code: quotes, brackets, a full stop. */
const AROUND = /^[^\p{L}\p{N}_-]+|[^\p{L}\p{N}_-]+$/gu;

/** A code as it was typed, without what nobody meant to type: blanks, dashes of other lengths, and what copies bring along. */
export function cleanPromoCode(text: string): string {
  if (text.length > LONGEST_TYPED_CODE) return text;
  return keyOf(text).replace(/\s/g, "").replace(AROUND, "");
}

/** One spelling for all: codes are compared without regard to case, too. */
export function normalisePromoCode(text: string): string {
  return cleanPromoCode(text).toUpperCase();
}

/** As codes were stored before texts were cleaned in one place. Fixed for ever: such codes, and hashes of them, are known by it. */
export function formerPromoCode(text: string): string {
  if (text.length > LONGEST_TYPED_CODE) return text.toUpperCase();
  return text
    .normalize("NFKC")
    .replace(/[\s\p{Cf}]/gu, "")
    .toUpperCase();
}

const CYRILLIC = "АВЕКМНОРСТУХІЅЈ";
const LATIN = "ABEKMHOPCTYXISJ";

/** The code, and what it is when letters that look alike are meant to be of one alphabet. @param code normalised */
export function spellingsOf(code: string): string[] {
  const written = (from: string, to: string) => [...code].map((letter) => to[from.indexOf(letter)] ?? letter).join("");
  return [...new Set([code, written(CYRILLIC, LATIN), written(LATIN, CYRILLIC)])];
}

/** Letters and digits of any script, `-` and `_`; @param code normalised */
export function isPromoCode(code: string): boolean {
  return /^[\p{L}\p{N}_-]{3,40}$/u.test(code);
}
