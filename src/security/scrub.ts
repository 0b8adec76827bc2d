import { cutBetweenWords } from "../domain/texts/cut-text";

/**
 * What must not reach a log in whatever text it hides: error messages quote what they failed on.
 * Each pattern looks at a character a few times at most: nobody waits until a long text is
 * searched.
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
 * In a line of JSON a line break is a backslash and a letter, which belongs to no word behind it.
 */
const ESCAPED_BREAK = /\\(?:[bfnrt]|u[\da-f]{4})/gi;
/** Is part of no word, and of no line of JSON. */
const BORDER = "\0";

/**
 * The text without tokens, keys, e-mail addresses and phones. Names and streets cannot be told from
 * other words.
 */
export function scrub(text: string): string {
  const bordered = text.replace(ESCAPED_BREAK, `$&${BORDER}`);
  const clean = SECRETS.reduce(
    (rest, [pattern, replacement]) => rest.replace(pattern, replacement),
    bordered,
  );
  return clean.replaceAll(BORDER, "");
}

/** The same of the beginning of a text that may be long. */
export function scrubBeginning(text: string, limit: number): string {
  return scrub(cutBetweenWords(text, limit));
}
