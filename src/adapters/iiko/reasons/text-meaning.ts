import { type WholeText, wholeText } from "../values/whole-text";
import { type IikoReason } from "./reason";

/** What a text means, derived from what it names. */
type Meaning = IikoReason | undefined | ((named: readonly string[]) => IikoReason);

export type TextMeaning = readonly [says: WholeText, meaning: Meaning];

/** Gives the same meaning to every text that one of the patterns matches as a whole. */
export function meaning(means: Meaning, ...patterns: readonly string[]): TextMeaning[] {
  return patterns.map((pattern) => [wholeText(pattern), means] as const);
}
