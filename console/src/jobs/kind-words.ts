import { type JobKind, type JobsWords } from "../language/jobs-words";

/** The words for a kind, including one known only to a newer gateway. */
export function kindWords(words: JobsWords, kind: string): JobsWords["otherKind"] {
  return words.kinds[kind as JobKind] ?? words.otherKind;
}
