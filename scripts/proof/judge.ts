import { type Message } from "./messages";

/**
 * What became of an order on one channel of its branch: the gateway's own record, and what the
 * recipients' side has caught.
 */
export interface Told {
  readonly kind: "EMAIL" | "TELEGRAM";
  readonly purpose: "HAND_OVER" | "CORRECTION" | "ALERT" | "CANCEL_BY_HAND";
  readonly sent: boolean;
  /**
   * Not sent as far as the gateway knows, but it may have arrived: the one case that ADR 10 leaves
   * open.
   */
  readonly inDoubt: boolean;
  /** It was sent a second time, and says so. */
  readonly repeated: boolean;
  readonly messages: readonly Message[];
}

/** Everything that the proof knows about one accepted order once all has come to rest. */
export interface Evidence {
  readonly number: string;
  readonly injectionState: string;
  /** As seen by the guest. */
  readonly cancelled: boolean;
  /** How many times the till has it, under any id. */
  readonly inTill: number;
  /** The same without copies that are cancelled in the till. */
  readonly madeInTill: number;
  /** Whether the staff message said that the till may have the order. */
  readonly warned: boolean;
  readonly told: readonly Told[];
  /** Messages about the order that belong to none of its deliveries. */
  readonly strayMessages: number;
  /** How many times the staff were asked to take over the order. */
  readonly rounds: number;
  /** Notes that appear more than once, word for word, in the order's history. */
  readonly repeatedNotes: number;
  /** Jobs and deliveries that are still to be done; probes after a hand-over do not count. */
  readonly openWork: number;
}

export type Verdict =
  | "in till"
  | "with people"
  | "with people, marked copy"
  | "with people, till has it too"
  | "cancelled"
  | "cancelled, made all the same"
  | "channel missed"
  | "lost"
  | "doubled"
  | "told twice"
  | "not settled in time";

/** The meaning of each verdict, printed under the table. */
export const MEANINGS: readonly string[] = [
  "in till: the till has the order once, and nobody was asked to enter it",
  "with people: the till does not have it, and every channel of the branch got the message once (ADR 10: where a crash left it open whether one arrived, another channel has it)",
  "with people, marked copy: the same, and one channel got a second copy that says it is one",
  "with people, till has it too: people were asked, and were warned that the till may have it, or corrected afterwards",
  "cancelled: it was cancelled before anybody made it, and whoever had been told of it knows",
  "cancelled, made all the same: the guest was told so, the till makes it, and nobody was asked to cancel it there",
  "channel missed: one channel has people's message, and another has neither got nor given up its own",
  "doubled: twice in the till, or in the till and with people who were not warned or corrected",
  "told twice: a second message that does not say it is one, a second hand-over that nobody asked for, or the same note twice in the history",
  "lost: neither in the till nor with people",
];

export const WITH_PEOPLE: readonly Verdict[] = [
  "with people",
  "with people, marked copy",
  "with people, till has it too",
];

export function judge(evidence: Evidence): Verdict {
  const { injectionState, inTill, told, openWork } = evidence;
  if (inTill > 1) return "doubled";
  if (isToldTwice(evidence)) return "told twice";
  if (openWork > 0) return "not settled in time";
  const asked = told.filter(({ purpose }) => purpose === "HAND_OVER");
  const reached = asked.filter(({ messages }) => messages.length > 0);
  if (evidence.cancelled) return judgeCancelled(evidence, reached);
  if (inTill === 1 && reached.length === 0)
    return injectionState === "IN_POS" ? "in till" : "not settled in time";
  if (inTill === 1)
    return isUnderstood(evidence, reached) ? "with people, till has it too" : "doubled";
  if (reached.length === 0) return "lost";
  if (
    !(["EMAIL", "TELEGRAM"] as const).every((kind) =>
      asked.some((each) => each.kind === kind && hasFate(each)),
    )
  )
    return "channel missed";
  return asked.some(({ messages }) => messages.length > 1)
    ? "with people, marked copy"
    : "with people";
}

function judgeCancelled({ madeInTill, told }: Evidence, reached: readonly Told[]): Verdict {
  const asked = told.some(
    ({ purpose, messages }) => purpose === "CANCEL_BY_HAND" && messages.length > 0,
  );
  if (madeInTill > 0 && !asked) return "cancelled, made all the same";
  return reached.every((each) => isCorrected(each, told)) ? "cancelled" : "doubled";
}

function isToldTwice({ rounds, repeatedNotes, strayMessages, told }: Evidence): boolean {
  return rounds > 1 || repeatedNotes > 0 || strayMessages > 0 || told.some(isDoubled);
}

/** Folded mails count once; a second Telegram message is allowed if it was a repeat and says so. */
function isDoubled({ messages, repeated }: Told): boolean {
  return messages.length > (repeated ? 2 : 1);
}

/** Whether it arrived, or the gateway says that it may not have. */
function hasFate({ sent, inDoubt, messages }: Told): boolean {
  return sent ? messages.length > 0 : inDoubt;
}

/** Whether everyone who was asked was told that the till may have the order, or has it. */
function isUnderstood({ warned, told }: Evidence, reached: readonly Told[]): boolean {
  return reached.every((each) => warned || isCorrected(each, told));
}

function isCorrected({ kind }: Told, told: readonly Told[]): boolean {
  return told.some(
    (each) => each.purpose === "CORRECTION" && each.kind === kind && each.messages.length > 0,
  );
}

/** How many orders break the branch's own rules. */
export interface BrokenRules {
  /**
   * Places in slots that were given away although none were left, or that are no longer given away.
   */
  readonly slots: number;
  /** Orders of a dish that the menu no longer sold. */
  readonly hours: number;
  /** Orders for as soon as possible that were accepted while the till was known to be silent. */
  readonly till: number;
  /** Orders for which guest, kitchen and till were given different times. */
  readonly times: number;
}
