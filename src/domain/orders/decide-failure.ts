import { RefusalKind } from "../errors/refusal-kind";
import { wordsOfOrder } from "../guests/guest-words";
import { posOrderIdFor } from "../ids";
import { failureWithoutWords, type PosFailure } from "../pos/pos-failure";
import { type Text } from "../texts/locale";
import { handOver, type StaffSettings } from "./decide-hand-over";
import { type Decision, Draft, NOTHING } from "./decision";
import { measuredReason } from "./effects";
import { InjectionEvent, InjectionState, nextInjectionState } from "./injection-state";
import { type OrderFacts } from "./order-facts";

/** An order that has waited so long for its key's budget has failed like any other. */
const LONGEST_WAIT_MS = 120_000;
const LONGEST_TURN_MS = 5_000;
const SHORTEST_TURN_MS = 1_000;
const OUT_OF_BUDGET = "POS_RATE_LIMITED";
const WAITING: Text = {
  ru: "Заказ ждёт очереди: лимит запросов к кассе исчерпан",
  en: "The order waits for its turn: the calls that the POS allows for are used up",
};

/** What keeps an order from its till. */
export interface SubmissionFailure {
  readonly fault: PosFailure;
  readonly kind: RefusalKind;
  /** Milliseconds the POS asked to be left alone. */
  readonly pauseMs: number;
  /** The POS was not asked at all. */
  readonly unsent?: boolean;
  /** Repeating is pointless, whatever the kind of failure: people get the order now. */
  readonly final?: boolean;
}

export interface FailureContext {
  readonly now: Date;
  readonly source: "POS" | "GATEWAY";
  readonly attempt: number | null;
  /**
   * The POS itself says that the current id exists there and failed for good: only then a new id
   * may be used.
   */
  readonly provenFailed: boolean;
  /** What the order's history told last; only asked for where `unsent`. */
  readonly toldLast?: Text | undefined;
}

export interface FailureSettings extends StaffSettings {
  /** Pauses before each repeat. */
  readonly retryDelaysSeconds: readonly number[];
}

/** What follows when the till did not take an order: a repeat, a look, or people. */
export function decideFailure(
  order: OrderFacts,
  settings: FailureSettings,
  told: SubmissionFailure,
  context: FailureContext,
): Decision {
  const failure = { ...told, fault: failureWithoutWords(told.fault, wordsOfOrder(order)) };
  const { now, source, attempt, provenFailed } = context;
  if (failure.unsent && isWaitingShort(order, now)) return waitInLine(order, failure, context);
  const draft = new Draft(order, now);
  const ambiguous = failure.kind === RefusalKind.AMBIGUOUS;
  // A lost answer was counted when it was lost: to learn what became of it is no second failure.
  const isNew = order.injectionState !== InjectionState.OUTCOME_UNKNOWN;
  const failures = order.failures + (isNew ? 1 : 0);
  const delays = failure.final ? [] : settings.retryDelaysSeconds;
  const repeat = planRepeat(delays, failures, failure.kind, failure.pauseMs, now);
  const nextAttemptAt = repeat.kind === "again" ? repeat.at : null;
  const lastFault = withEarlierDoubt(order.lastFault, failure.fault, provenFailed);
  draft.change({ failures, lastFault, pendingSince: null, nextAttemptAt });
  if (repeat.kind === "again" || ambiguous)
    draft.take(ambiguous ? InjectionEvent.OUTCOME_LOST : InjectionEvent.POS_REFUSED, {
      source,
      attempt,
      fault: failure.fault,
      nextAttemptAt,
    });
  // Whoever sends it next, an operator perhaps, would be refused the old id for ever.
  if (provenFailed && !ambiguous) renewPosId(draft);
  measure(draft, failure, { lost: ambiguous && isNew, givenUp: repeat.kind === "hand-over" });
  if (repeat.kind === "hand-over") handOver(draft, settings);
  else draft.cause({ kind: "SEND", delayMs: repeat.at.getTime() - now.getTime() });
  // The sooner a lost answer is cleared up, the sooner the guest knows.
  if (ambiguous && repeat.kind === "again") draft.cause({ kind: "PROBE", look: 0 });
  return draft.done();
}

/**
 * The same for what the POS tells of an order by itself: by web hook and by look-up it is one
 * failure.
 */
export function decideToldFailure(
  order: OrderFacts,
  settings: FailureSettings,
  failure: SubmissionFailure,
  now: Date,
): Decision {
  const ambiguous = failure.kind === RefusalKind.AMBIGUOUS;
  const event = ambiguous ? InjectionEvent.OUTCOME_LOST : InjectionEvent.POS_REFUSED;
  const waiting = ambiguous ? InjectionState.OUTCOME_UNKNOWN : InjectionState.RETRY_SCHEDULED;
  const { injectionState: state, handedOverAt } = order;
  const isNews = nextInjectionState(state, event) !== undefined && state !== waiting;
  if (!isNews || handedOverAt !== null) return NOTHING;
  return decideFailure(order, settings, failure, {
    now,
    source: "POS",
    attempt: null,
    provenFailed: true,
  });
}

/** Gives an order the next id in its POS, under which no till has seen it. */
export function renewPosId(
  draft: Draft,
  place: { readonly organizationId?: string | null; readonly keyId?: string | null } = {},
): void {
  const { id, generation: former } = draft.after;
  const generation = former + 1;
  const posOrderId = posOrderIdFor(id, generation);
  draft.change({ generation, posOrderId });
  draft.cause({ kind: "RENEW_POS_ID", posOrderId, generation, ...place });
}

/**
 * Nothing has failed: the order only waits for its turn, among the others of its key. The timeline
 * says so once.
 */
function waitInLine(
  order: OrderFacts,
  failure: SubmissionFailure,
  { now, toldLast }: FailureContext,
): Decision {
  const draft = new Draft(order, now);
  const delayMs = Math.min(Math.max(failure.pauseMs, SHORTEST_TURN_MS), LONGEST_TURN_MS);
  draft.change({ nextAttemptAt: new Date(now.getTime() + delayMs) });
  if (failure.fault.code === OUT_OF_BUDGET && toldLast?.en !== WAITING.en) draft.note(WAITING);
  draft.cause({ kind: "SEND", delayMs });
  return draft.done();
}

function isWaitingShort({ createdAt }: OrderFacts, now: Date): boolean {
  return now.getTime() - createdAt.getTime() < LONGEST_WAIT_MS;
}

function measure(
  draft: Draft,
  { fault }: SubmissionFailure,
  { lost, givenUp }: { lost: boolean; givenUp: boolean },
): void {
  if (!fault.reason) draft.cause({ kind: "MEASURE", measured: { what: "UNKNOWN_REASON" } });
  if (lost) draft.cause({ kind: "MEASURE", measured: { what: "ANSWER_LOST" } });
  if (givenUp)
    draft.cause({
      kind: "MEASURE",
      measured: { what: "HANDED_OVER", reason: measuredReason(fault) },
    });
}

/**
 * A later refusal does not prove that an earlier attempt, whose answer was lost, came to nothing.
 */
function withEarlierDoubt(
  earlier: PosFailure | null,
  fault: PosFailure,
  provenFailed: boolean,
): PosFailure {
  const doubt = !provenFailed && earlier?.mayExist === true;
  return doubt ? { ...fault, mayExist: true } : fault;
}

/** A POS that asks for a longer pause is as good as down: people get the order. */
const LONGEST_PAUSE_MS = 60_000;

type Repeat =
  | { readonly kind: "again"; readonly at: Date }
  /** No more tries: people get the order now. */
  | { readonly kind: "hand-over" };

/**
 * What follows a failed attempt. Refusals that cannot heal go to people at once; everything else is
 * repeated after the branch's pauses, as many times as there are pauses.
 *
 * @param failures how many attempts have failed, this one included
 * @param pauseMs what the POS asked for; never undercut, and at most a minute
 */
export function planRepeat(
  retryDelaysSeconds: readonly number[],
  failures: number,
  kind: RefusalKind,
  pauseMs: number,
  now: Date,
): Repeat {
  const delaySeconds = retryDelaysSeconds[failures - 1];
  const heals = kind === RefusalKind.RETRY || kind === RefusalKind.AMBIGUOUS;
  if (!heals || delaySeconds === undefined || pauseMs > LONGEST_PAUSE_MS)
    return { kind: "hand-over" };
  return { kind: "again", at: new Date(now.getTime() + Math.max(delaySeconds * 1000, pauseMs)) };
}
