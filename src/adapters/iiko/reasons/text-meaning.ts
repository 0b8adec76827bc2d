import { type WholeText, wholeText } from "../values/whole-text";
import { type IikoReason } from "./reason";

/** What a text means, made of what it names. */
type Meaning = IikoReason | undefined | ((named: readonly string[]) => IikoReason);

export type TextMeaning = readonly [says: WholeText, meaning: Meaning];

/** The same of every text that one of the patterns fits as a whole. */
export function meaning(means: Meaning, ...patterns: readonly string[]): TextMeaning[] {
  return patterns.map((pattern) => [wholeText(pattern), means] as const);
}
