import { folded } from "../../../domain/texts/typed-text";
import { InvalidInput } from "../../../errors";

/** Maximum number of characters in a search, as stated in the API. */
export const LONGEST_SEARCH = 100;
/** Each word is searched for in every name. */
export const MOST_WORDS = 8;

/** Punctuation around a word, but not the whole of it: a guest may search for «борщ», or for %. */
const PUNCTUATION_AROUND = /^\p{P}+(?=[^\p{P}])|(?<=[^\p{P}])\p{P}+$/gu;

/**
 * Returns a function that says whether a folded text contains every word of `search`, in any order,
 * as whole words or parts of words.
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
