/**
 * The last label of names that programs turn into links: Latin letters, and the Cyrillic labels of
 * the registries.
 */
const TOP =
  "[a-z]{2,24}|xn--[a-z0-9-]{2,59}|рф|рус|онлайн|сайт|орг|ком|дети|москва|бел|бг|ею|қаз|мкд|мон|срб|укр";
const DOTS = ".\\u3002\\uff0e\\uff61";
/** Matches each dot of a name separately; looks no further than the length of a name. */
const DOT_OF_NAME = new RegExp(
  `(?<=[\\p{L}\\p{N}_-])[${DOTS}](?=(?:[\\p{L}\\p{N}_-]{1,63}[${DOTS}]){0,8}(?:${TOP})(?![\\p{L}\\p{N}_-]))`,
  "giu",
);
/** Colons before the slashes of an address, and the signs of e-mail addresses and mentions. */
const SIGNS = /:(?=\s?[/\\]{1,2})|[@＠](?=[\p{L}\p{N}_])/gu;
/**
 * Characters that change the writing direction or are invisible: with them, a text appears
 * different from what it is.
 */
const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * Returns a text by a guest, or one that may quote a guest, for people to read: no program turns
 * anything in it into a link. Readers can still see the original: `https://a.example` becomes
 * `https[:]//a[.]example`.
 */
export function withoutLinks(text: string): string {
  return text
    .replace(UNSEEN, "")
    .replace(SIGNS, (sign) => `[${sign}]`)
    .replace(DOT_OF_NAME, (dot) => `[${dot}]`);
}
