import { folded } from "../../../domain/texts/typed-text";
import { InvalidInput } from "../../../errors";

/** Characters of a search, as the API states them. */
export const LONGEST_SEARCH = 100;
/** Each is looked for in every name. */
export const MOST_WORDS = 8;

/** Around a word, not all of it: a guest may look for «борщ», or for %. */
const PUNCTUATION_AROUND = /^\p{P}+(?=[^\p{P}])|(?<=[^\p{P}])\p{P}+$/gu;

/**
 * Tells of folded texts whether they contain every word of `search`, in any order, whole or in
 * part.
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
    const text = {
      en: `search: at most ${MOST_WORDS} different words`,
      ru: `search: не больше ${MOST_WORDS} разных слов`,
    };
    throw new InvalidInput(text, { field: ["search"] });
  }
  return (foldedText) => words.every((word) => foldedText.includes(word));
}
