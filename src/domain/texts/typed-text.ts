/**
 * How the gateway reads what people type and paste: keyboards, messengers, documents and contact
 * lists add characters that are invisible or unintended. This is the only place for it: everything
 * a person may have written passes through here on arrival.
 */

/**
 * Direction marks, zero-width characters, soft hyphens, fillers and the like: they have no shape of
 * their own.
 */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * The same except for characters that join several into one: emoji are joined and coloured with
 * them, and Persian words are spelled with them.
 */
const UNSEEN_IN_PROSE: readonly RegExp[] = [
  /(?!\u200C|\u200D|\uFE0F)[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu,
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)\u200D|\u200D(?!\p{Extended_Pictographic})/gu,
  /(?<!\p{Emoji})\uFE0F/gu,
  /(?<!\p{Script=Arabic})\u200C/gu,
];

/** All dashes, and the characters that fonts draw like one. */
const DASHES = /[\p{Pd}\u2212\u2043\u02D7\u06D4\u2796\u23AF\u2500]/gu;

/** Blanks of any width that do not break the line. */
const BLANKS = /[\p{Zs}\t]/gu;

const DOUBLE_QUOTES = /[«»“”„‟〝〞]/gu;
const SINGLE_QUOTES = /[‘’‚‛‹›`´ʼ′]/gu;

/** Full-width letters, digits and signs form a separate block, in ASCII order. */
const FULL_WIDTH = /[\uFF01-\uFF5E]/gu;
const FROM_FULL_WIDTH = 0xfee0;

const FOREIGN_DIGITS = /(?![0-9])\p{Nd}/gu;

/**
 * Returns a text for people to read: names, streets, comments. It has composed letters, ordinary
 * blanks and digits, no invisible characters and no surrounding blanks. Dashes, quotes and line
 * breaks are kept as written.
 */
export function proseOf(text: string): string {
  return UNSEEN_IN_PROSE.reduce((seen, unseen) => seen.replace(unseen, ""), text.normalize("NFC"))
    .replace(BLANKS, " ")
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FROM_FULL_WIDTH))
    .replace(FOREIGN_DIGITS, asciiDigit)
    .trim();
}

/**
 * Like `proseOf`, for short texts on a door or a parcel, such as a house number: with `-` for every
 * dash.
 */
export function placeOf(text: string): string {
  return proseOf(text).replace(DASHES, "-");
}

/**
 * Returns a text used for look-ups or calculations: phones, codes, articles, numbers, house
 * numbers. Everything that looks alike gets one spelling: plain letters and digits, `-` for every
 * dash, plain quotes, single blanks. Letter case is kept.
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
 * Returns a text for comparison in searches, independent of typing and case; ё and е are one
 * letter, as guests type them.
 */
export function folded(text: string): string {
  return keyOf(text).toLowerCase().replaceAll("ё", "е");
}

/**
 * Returns a pasted secret: its characters are never replaced, but invisible characters and
 * surrounding blanks are removed.
 */
export function secretOf(text: string): string {
  return text.replace(UNSEEN, "").trim();
}

/** Unicode guarantees that the decimal digits of a script are consecutive, starting with zero. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}
