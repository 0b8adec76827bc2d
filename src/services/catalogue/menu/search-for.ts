import { InvalidInput } from "../../../errors";

/** Characters of a search, as the API states them. */
export const LONGEST_SEARCH = 100;
/** Each is looked for in every name. */
export const MOST_WORDS = 8;

/** A text as searches compare it: whatever its case; ё and е are one letter, as guests type them. */
export function folded(text: string): string {
  // Some phones send й and ё as a letter and a mark.
  return text.normalize("NFC").toLowerCase().replaceAll("ё", "е");
}

/** Around a word, not all of it: a guest may look for «борщ», or for %. */
const PUNCTUATION_AROUND = /^\p{P}+(?=[^\p{P}])|(?<=[^\p{P}])\p{P}+$/gu;

/**
 * Tells of folded texts whether they contain every word of `search`, in any order, whole or in part.
 *
 * @throws {InvalidInput} `search` has more than `MOST_WORDS` different words
 */
export function searchFor(search: string): (foldedText: string) => boolean {
  const found = folded(search)
    .split(/\s+/)
    .map((word) => word.replace(PUNCTUATION_AROUND, ""))
    .filter(Boolean);
  const words = [...new Set(found)];
  if (words.length > MOST_WORDS) {
    throw new InvalidInput(`search: at most ${MOST_WORDS} different words`, { field: ["search"] });
  }
  return (foldedText) => words.every((word) => foldedText.includes(word));
}
