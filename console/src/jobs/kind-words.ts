import { type JobKind, type JobsWords } from "../language/jobs-words";

/** How a kind is spoken of, also one that a newer gateway has. */
export function kindWords(words: JobsWords, kind: string): JobsWords["otherKind"] {
  return words.kinds[kind as JobKind] ?? words.otherKind;
}
