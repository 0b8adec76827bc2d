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

/** An order that has waited this long for its key's budget has failed like any other. */
const LONGEST_WAIT_MS = 120_000;
const LONGEST_TURN_MS = 5_000;
const SHORTEST_TURN_MS = 1_000;
const OUT_OF_BUDGET = "POS_RATE_LIMITED";
const WAITING: Text = {
  ru: "Заказ ждёт очереди: лимит запросов к кассе исчерпан",
  en: "The order waits for its turn: the calls that the POS allows for are used up",
};

/** What keeps an order out of its POS. */
export interface SubmissionFailure {
  readonly fault: PosFailure;
  readonly kind: RefusalKind;
  /** Milliseconds for which the POS asked us to pause. */
  readonly pauseMs: number;
  /** The POS was not asked at all. */
  readonly unsent?: boolean;
  /** Repeating is pointless, whatever the kind of failure: the order is handed over now. */
  readonly final?: boolean;
}

export interface FailureContext {
  readonly now: Date;
  readonly source: "POS" | "GATEWAY";
  readonly attempt: number | null;
  /**
   * The POS itself says that the current id exists there and has failed permanently: only then may
   * a new id be used.
   */
  readonly provenFailed: boolean;
  /** The last entry in the order's history; only needed for `unsent`. */
  readonly toldLast?: Text | undefined;
}

export interface FailureSettings extends StaffSettings {
  /** Pauses before each repeat. */
  readonly retryDelaysSeconds: readonly number[];
}

/**
 * Decides what follows when the POS did not accept an order: a repeat, a probe, or a handover to
 * the staff.
 */
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
  // A lost answer was counted when it was lost: finding out what happened to it is not a second
  // failure.
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
  // Otherwise the old id would always be refused when the order is sent again, perhaps by an
  // operator.
  if (provenFailed && !ambiguous) renewPosId(draft);
  measure(draft, failure, { lost: ambiguous && isNew, givenUp: repeat.kind === "hand-over" });
  if (repeat.kind === "hand-over") handOver(draft, settings);
  else draft.cause({ kind: "SEND", delayMs: repeat.at.getTime() - now.getTime() });
  // The sooner a lost answer is clarified, the sooner the guest knows.
  if (ambiguous && repeat.kind === "again") draft.cause({ kind: "PROBE", look: 0 });
  return draft.done();
}

/**
 * The same for what the POS reports about an order on its own: reported by both web hook and
 * look-up, it is one failure.
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

/** Gives an order the next id in its POS, which no till has seen yet. */
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
 * Nothing has failed: the order is only waiting for its turn among the others of its key. The
 * timeline says so once.
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

/** A later refusal does not prove that an earlier attempt with a lost answer had no effect. */
function withEarlierDoubt(
  earlier: PosFailure | null,
  fault: PosFailure,
  provenFailed: boolean,
): PosFailure {
  const doubt = !provenFailed && earlier?.mayExist === true;
  return doubt ? { ...fault, mayExist: true } : fault;
}

/** A POS that asks for a longer pause is as good as down: the order is handed over. */
const LONGEST_PAUSE_MS = 60_000;

type Repeat =
  | { readonly kind: "again"; readonly at: Date }
  /** No further attempts: the order is handed over now. */
  | { readonly kind: "hand-over" };

/**
 * Decides what follows a failed attempt. Refusals that cannot resolve themselves are handed over
 * immediately; everything else is repeated after the branch's pauses, as many times as there are
 * pauses.
 *
 * @param failures how many attempts have failed, including this one
 * @param pauseMs the pause that the POS asked for; never shortened, and at most a minute
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
