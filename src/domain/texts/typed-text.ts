/**
 * What people type and paste, as the gateway reads it: keyboards, messengers, documents and contact
 * lists add signs that nobody sees or nobody means. The one place for it: whatever a person may
 * have written goes through here at the door.
 */

/**
 * Marks of direction, zero widths, soft hyphens, fillers, and the like: they have no shape of their
 * own.
 */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * The same but for what makes one sign of several: emoji are joined and coloured by such, and
 * Persian words are spelled.
 */
const UNSEEN_IN_PROSE: readonly RegExp[] = [
  /(?!\u200C|\u200D|\uFE0F)[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu,
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D|\u200D(?!\p{Extended_Pictographic})/gu,
  /(?<!\p{Emoji})\uFE0F/gu,
  /(?<!\p{Script=Arabic})\u200C/gu,
];

/** Every dash there is, and the signs that fonts draw as one. */
const DASHES = /[\p{Pd}\u2212\u2043\u02D7\u06D4\u2796\u23AF\u2500]/gu;

/** Blanks of any width that stay on the line. */
const BLANKS = /[\p{Zs}\t]/gu;

const DOUBLE_QUOTES = /[«»“”„‟〝〞]/gu;
const SINGLE_QUOTES = /[‘’‚‛‹›`´ʼ′]/gu;

/** Full-width letters, digits and signs stand in a block of their own, in ASCII's order. */
const FULL_WIDTH = /[\uFF01-\uFF5E]/gu;
const FROM_FULL_WIDTH = 0xfee0;

const FOREIGN_DIGITS = /(?![0-9])\p{Nd}/gu;

/**
 * A text for people to read: names, streets, comments. Spelled with composed letters, ordinary
 * blanks and digits, without what is unseen and without blanks around it. Dashes, quotes and line
 * breaks stay as they were written.
 */
export function proseOf(text: string): string {
  return UNSEEN_IN_PROSE.reduce((seen, unseen) => seen.replace(unseen, ""), text.normalize("NFC"))
    .replace(BLANKS, " ")
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FROM_FULL_WIDTH))
    .replace(FOREIGN_DIGITS, asciiDigit)
    .trim();
}

/**
 * As `proseOf`, for what is short and stands on a door or a parcel, such as a house number: with
 * `-` for every dash.
 */
export function placeOf(text: string): string {
  return proseOf(text).replace(DASHES, "-");
}

/**
 * A text that something is found or reckoned by: phones, codes, articles, numbers, house numbers.
 * One spelling for all that look alike: plain letters and digits, `-` for every dash, plain quotes,
 * single blanks. Letter case stays.
 */
export function keyOf(text: string): string {
  return text
    .normalize("NFKC")
    .replace(UNSEEN, "")
    .replace(DASHES, "-")
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .replace(FOREIGN_DIGITS, asciiDigit)
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * A text as searches compare it: however it was typed, whatever its case; ё and е are one letter,
 * as guests type them.
 */
export function folded(text: string): string {
  return keyOf(text).toLowerCase().replaceAll("ё", "е");
}

/**
 * A secret that was pasted: nothing of it is another sign's spelling, but what nobody sees, and
 * blanks around it.
 */
export function secretOf(text: string): string {
  return text.replace(UNSEEN, "").trim();
}

/** Unicode promises that the decimal digits of a script stand in a row, zero first. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}
