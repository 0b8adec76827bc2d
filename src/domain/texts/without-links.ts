/**
 * The last label of names that programs make links of: Latin letters, and what the registries have
 * in Cyrillic.
 */
const TOP =
  "[a-z]{2,24}|xn--[a-z0-9-]{2,59}|рф|рус|онлайн|сайт|орг|ком|дети|москва|бел|бг|ею|қаз|мкд|мон|срб|укр";
const DOTS = ".\\u3002\\uff0e\\uff61";
/** The dots of a name, each by itself; looks no further than a name is long. */
const DOT_OF_NAME = new RegExp(
  `(?<=[\\p{L}\\p{N}_-])[${DOTS}](?=(?:[\\p{L}\\p{N}_-]{1,63}[${DOTS}]){0,8}(?:${TOP})(?![\\p{L}\\p{N}_-]))`,
  "giu",
);
/** Colons before the slashes of an address, and the signs of e-mail addresses and of mentions. */
const SIGNS = /:(?=\s?[/\\]{1,2})|[@＠](?=[\p{L}\p{N}_])/gu;
/**
 * Turns the direction of writing, or is not seen at all: with these a text reads otherwise than it
 * is.
 */
const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * A text of a guest's, or one that may quote a guest, for people: nothing in it is a link, in no
 * program. Whoever reads it sees what stood there: `https://a.example` becomes
 * `https[:]//a[.]example`.
 */
export function withoutLinks(text: string): string {
  return text
    .replace(UNSEEN, "")
    .replace(SIGNS, (sign) => `[${sign}]`)
    .replace(DOT_OF_NAME, (dot) => `[${dot}]`);
}
