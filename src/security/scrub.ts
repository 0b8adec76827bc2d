import { cutBetweenWords } from "../domain/texts/cut-text";

/**
 * What must not reach a log, in whatever text it hides: error messages quote what they failed on.
 * Each pattern examines a character only a few times, so that searching a long text holds no one
 * up.
 */
const SECRETS: readonly [pattern: RegExp, replacement: string][] = [
  [/(?<![\w-])(?=[\w-]*\beyJ[\w-]{5})[\w-]+\.[\w-]{5,}\.[\w-]*/g, "[token]"],
  [/\brrk_[0-9a-f]{8}_[\w-]+/g, "[key]"],
  [/(?<![\w-])[\w-]{22}\.[\w-]{43}(?![\w-])/g, "[token]"],
  [/\bBearer +[\x21\x23-\x5b\x5d-\x7e]+/gi, "Bearer [token]"],
  [/(\w:\/\/)[^\s/@"]+@/g, "$1[credentials]@"],
  [/(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w-](?:[\w.+@-]*[\w-])?/g, "[e-mail]"],
  [
    /(?<![\w+.-])(?:\+7|7|8)[\s(-]{0,3}\d{3}[\s)-]{0,3}\d{3}[\s-]{0,2}\d{2}[\s-]{0,2}\d{2}(?![\w-])/g,
    "[phone]",
  ],
  [/\+\d{9,15}(?!\d)/g, "[phone]"],
];

/**
 * In a line of JSON, a line break is a backslash and a letter, which is not part of the word after
 * it.
 */
const ESCAPED_BREAK = /\\(?:[bfnrt]|u[\da-f]{4})/gi;
/** Occurs in no word and in no line of JSON. */
const BORDER = "\0";

/**
 * Returns the text without tokens, keys, e-mail addresses and phones. Names and streets cannot be
 * told apart from other words.
 */
export function scrub(text: string): string {
  const bordered = text.replace(ESCAPED_BREAK, `$&${BORDER}`);
  const clean = SECRETS.reduce(
    (rest, [pattern, replacement]) => rest.replace(pattern, replacement),
    bordered,
  );
  return clean.replaceAll(BORDER, "");
}

/** Does the same for the beginning of a text that may be long. */
export function scrubBeginning(text: string, limit: number): string {
  return scrub(cutBetweenWords(text, limit));
}
