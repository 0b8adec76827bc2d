import { letGo } from "./decide-cancellation";
import { type Decision, Draft, type Refusal } from "./decision";
import { InjectionEvent, InjectionState, isUnderWay, nextInjectionState } from "./injection-state";
import { alreadyInPos, enteredAlready, notRetryable, outcomeUnknown } from "./operator-errors";
import { type OrderFacts } from "./order-facts";
import { OrderStatus } from "./order-status";

/** The restaurant has not responded to the order yet. */
const UNANSWERED = new Set([OrderStatus.NEW, OrderStatus.UNCONFIRMED]);

export interface Acting {
  readonly actor: string | null;
  readonly now: Date;
  /** For operators only; never shown to guests. */
  readonly remark?: string | null;
}

interface RetryFacts {
  /** Nobody is working on the order, although its state says so. */
  readonly stuck: boolean;
  /** Proceed even though the POS may already have the order. */
  readonly force: boolean;
}

/**
 * A person has the order sent to the POS again, immediately. This never creates a duplicate: the
 * job probes before it sends, and sends the same id as before.
 *
 * @returns the refusal ALREADY_IN_POS, NOT_RETRYABLE, or OUTCOME_UNKNOWN (without `force`) where a
 *   retry is not allowed
 */
export function decideRetry(
  order: OrderFacts,
  { stuck, force }: RetryFacts,
  acting: Acting,
): Decision | Refusal {
  const { injectionState: state } = order;
  if (state === InjectionState.IN_POS) return { refusal: alreadyInPos() };
  if (!mayBeRetried(state, stuck) || order.erasedAt) return { refusal: notRetryable(state) };
  const peopleMayEnterIt =
    state === InjectionState.FALLBACK_SENT && order.lastFault?.mayExist === true;
  if (!force && (stuck || state === InjectionState.OUTCOME_UNKNOWN || peopleMayEnterIt))
    return { refusal: outcomeUnknown() };
  const { actor, now, remark = null } = acting;
  const draft = new Draft(order, now);
  if (stuck) letGo(draft);
  draft.take(InjectionEvent.RETRY_REQUESTED, { actor, remark });
  draft.change({ failures: 0, handedOverAt: null, nextAttemptAt: now });
  draft.cause({ kind: "SEND", delayMs: 0 });
  return draft.done();
}

/**
 * A person reports that the staff have entered the order by hand; nothing is sent any more.
 *
 * @param posNumber its number in the POS, if known
 * @returns the refusal ALREADY_IN_POS; CONFLICT: automation is still working on the order, or the
 *   order is finished
 */
export function decideEnteredByHand(
  order: OrderFacts,
  posNumber: string | null,
  stuck: boolean,
  { actor, now, remark = null }: Acting,
): Decision | Refusal {
  const { injectionState: state } = order;
  if (state === InjectionState.IN_POS) return { refusal: alreadyInPos() };
  const draft = new Draft(order, now);
  // Anyone who enters an order has accepted it, and nobody else will ever report that.
  if (UNANSWERED.has(order.status)) draft.reach(OrderStatus.ACCEPTED, actor);
  const mayEnter = stuck || !isUnderWay(state);
  if (!mayEnter || !draft.take(InjectionEvent.ENTERED_BY_HAND, { actor, remark }))
    return { refusal: enteredAlready(state) };
  draft.change({ posNumber: posNumber ?? order.posNumber });
  if (stuck) {
    letGo(draft);
    // The POS may already have the order that a person has entered there, so it is probed.
    draft.change({ handedOverAt: order.handedOverAt ?? now });
    draft.cause({ kind: "PROBE", look: 0 });
  }
  return draft.done();
}

function mayBeRetried(state: InjectionState, stuck: boolean): boolean {
  if (isUnderWay(state) && !stuck) return false;
  return nextInjectionState(state, InjectionEvent.RETRY_REQUESTED) !== undefined;
}
