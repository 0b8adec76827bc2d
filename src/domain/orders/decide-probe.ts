import { RefusalKind } from "../errors/refusal-kind";
import { posFailureOf } from "../pos/pos-failure-of";
import { decideFailure, type FailureSettings } from "./decide-failure";
import { type Decision, Draft, NOTHING } from "./decision";
import { InjectionEvent, InjectionState } from "./injection-state";
import { type OrderColumns, type OrderFacts } from "./order-facts";

/**
 * How long an order is still probed after the staff were asked to take over, or after it was
 * cancelled.
 */
export const WATCH_MS = 15 * 60 * 1000;

export interface ProbeSettings extends FailureSettings {
  /** How long the POS may take to decide about an order. */
  readonly acceptTimeoutSeconds: number;
}

interface Probe {
  /** Counted from 0. */
  readonly look: number;
  /** The POS was reached, and does not know the order. */
  readonly absent: boolean;
  readonly now: Date;
}

/**
 * Returns when the gateway stopped sending the order, although a late POS may still create it; null
 * while it continues.
 */
function givenAwayAt(
  order: Pick<OrderFacts, "injectionState" | "statusChangedAt" | "handedOverAt">,
): Date | null {
  const { injectionState: state, statusChangedAt, handedOverAt } = order;
  return state === InjectionState.CANCELLED_BEFORE_SEND ? statusChangedAt : handedOverAt;
}

/** Returns whether only the POS can say what became of the order. */
export function isOpen(
  order: Pick<OrderFacts, "injectionState" | "statusChangedAt" | "handedOverAt">,
): boolean {
  const { injectionState: state } = order;
  if (givenAwayAt(order) !== null) return state !== InjectionState.IN_POS;
  return state === InjectionState.AWAITING_POS || state === InjectionState.OUTCOME_UNKNOWN;
}

/**
 * Decides what follows from a probe of the POS that revealed nothing, or whose news is already
 * recorded: the next probe, or the end of patience.
 *
 * @param looked the order as it was when the POS was asked
 */
export function decideProbe(
  order: OrderFacts,
  looked: OrderFacts,
  settings: ProbeSettings,
  what: Probe,
): Decision {
  if (!isOpen(order)) return NOTHING;
  // The state changes while the staff are being notified, and only this probe keeps watching.
  if (givenAwayAt(looked)) return watchOn(order, what);
  // Anything else that happened to the order has already scheduled what follows from it.
  if (!isAsLookedAt(order, looked)) return NOTHING;
  if (order.injectionState === InjectionState.AWAITING_POS) return waitOn(order, settings, what);
  if (what.absent && order.nextAttemptAt) return sendAsAbsent(order, what.now);
  return probe(what.look + 1);
}

function watchOn(order: OrderFacts, { look, now }: Probe): Decision {
  const since = givenAwayAt(order) ?? now;
  return now.getTime() - since.getTime() > WATCH_MS ? NOTHING : probe(look + 1);
}

function waitOn(order: OrderFacts, settings: ProbeSettings, { look, now }: Probe): Decision {
  const { acceptTimeoutSeconds } = settings;
  const waitedMs = now.getTime() - (order.pendingSince ?? now).getTime();
  const leftMs = acceptTimeoutSeconds * 1000 - waitedMs;
  if (leftMs > 0) return probe(look + 1, leftMs);
  const kind = RefusalKind.AMBIGUOUS;
  const fault = posFailureOf(
    "POS_UNDECIDED",
    `The POS has not decided within ${acceptTimeoutSeconds} s`,
    kind,
  );
  // The POS has the order but does not decide: sending it again would change nothing.
  const failure = { fault, kind, pauseMs: 0, final: true };
  return decideFailure(order, settings, failure, {
    now,
    source: "GATEWAY",
    attempt: null,
    provenFailed: false,
  });
}

/** The next attempt is already scheduled; the guest may know that the order will be sent again. */
function sendAsAbsent(order: OrderFacts, now: Date): Decision {
  const draft = new Draft(order, now);
  draft.take(InjectionEvent.POS_ABSENT, { fault: order.lastFault });
  return draft.done();
}

function probe(look: number, withinMs = Infinity): Decision {
  return { ...NOTHING, effects: [{ kind: "PROBE", look, withinMs }] };
}

/** Returns whether no attempt began or ended between the probe and the lock. */
function isAsLookedAt(order: OrderColumns, looked: OrderColumns): boolean {
  const { injectionState, posOrderId, failures, pendingSince } = order;
  return (
    pendingSince?.getTime() === looked.pendingSince?.getTime() &&
    injectionState === looked.injectionState &&
    posOrderId === looked.posOrderId &&
    failures === looked.failures
  );
}
