/** Everything the proof knows of one accepted order, when all has come to rest. */
export interface Evidence {
  readonly number: string;
  readonly injectionState: string;
  /** How often the till has it, under whichever ids. */
  readonly inTill: number;
  /** What came to the branch's channels about it, one list per channel; copies with the same words count once. */
  readonly messages: readonly (readonly string[])[];
  /** Jobs that are still to work on it; looks after a hand-over are not counted. */
  readonly openJobs: number;
}

export type Verdict = "in till" | "with people" | "with people, till has it too" | "lost" | "doubled" | "unsettled";

/** What a verdict means; printed under the table. */
export const MEANINGS: readonly string[] = [
  "in till: the till has the order once, and nobody was asked to enter it",
  "with people: the till does not have it, and every channel that took the message took it once",
  "with people, till has it too: people were asked, and were warned that the till may have it, or corrected afterwards",
  "doubled: twice in the till, or in the till and with people who were not warned or corrected, or two different requests",
  "lost: neither in the till nor with people",
];

const WARNED = /ВНИМАНИЕ/;
const ASKED = /не попал на кассу/;

export function judge({ injectionState, inTill, messages, openJobs }: Evidence): Verdict {
  const asked = messages.map((texts) => texts.filter((text) => ASKED.test(text)));
  const told = asked.some((texts) => texts.length > 0);
  if (inTill > 1 || asked.some((texts) => texts.length > 1)) return "doubled";
  if (inTill === 1 && !told) return injectionState === "IN_POS" && openJobs === 0 ? "in till" : "unsettled";
  if (inTill === 1) return isUnderstood(messages) ? "with people, till has it too" : "doubled";
  if (told) return "with people";
  return openJobs > 0 ? "unsettled" : "lost";
}

/** Was everybody who was asked told that the till may have the order, or has it? */
function isUnderstood(messages: readonly (readonly string[])[]): boolean {
  return messages
    .filter((texts) => texts.length > 0)
    .every((texts) => texts.some((text) => WARNED.test(text) || !ASKED.test(text)));
}
