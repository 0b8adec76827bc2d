import { RefusalKind } from "../errors/refusal-kind";
import { posFailureOf } from "../pos/pos-failure-of";
import { type Text } from "../texts/locale";
import { type Decision, Draft } from "./decision";
import { type NewCommand } from "./effects";
import { InjectionEvent, InjectionState } from "./injection-state";
import { isDoneInTill } from "./is-done-in-till";
import { type OrderFacts } from "./order-facts";
import { OrderStatus } from "./order-status";

const ASKED: Text = {
  ru: "Отменяем заказ на кассе",
  en: "The order is being cancelled in the till",
};

const NOT_CANCELLED: Record<"REFUSED" | "UNREACHABLE", Text> = {
  REFUSED: { ru: "Касса не отменила заказ", en: "The till did not cancel the order" },
  UNREACHABLE: {
    ru: "Касса не ответила на отмену",
    en: "The till did not answer the cancellation",
  },
};

export interface CancellationFacts {
  /** Nobody is working on the order, although its state says so. */
  readonly stuck: boolean;
  /** An attempt was made, and may have got through, whatever the answer was. */
  readonly sent: boolean;
}

/**
 * Somebody authorised cancels the order: immediately while the POS does not have it, otherwise the
 * POS is asked to.
 */
export function decideCancellation(
  order: OrderFacts,
  command: NewCommand,
  { stuck, sent }: CancellationFacts,
  now: Date,
): Decision {
  const draft = new Draft(order, now);
  if (stuck) letGo(draft);
  if (order.injectionState === InjectionState.IN_POS) tillIsAskedToCancel(draft, command);
  else beforeSending(draft, command, sent);
  return draft.done();
}

function beforeSending(draft: Draft, command: NewCommand, sent: boolean): void {
  const { actor, reason: remark } = command;
  draft.cause({ kind: "RECORD_COMMAND", of: "CANCEL", command });
  draft.take(InjectionEvent.CANCELLED, { actor, remark });
  draft.reach(OrderStatus.CANCELLED, actor);
  draft.change({ nextAttemptAt: null });
  if (draft.after.lastFault !== null) draft.cause({ kind: "CORRECTION" });
  // If an earlier attempt turns up, it is cancelled there.
  if (sent) draft.cause({ kind: "PROBE", look: 0 });
}

/** The POS has an order that is no longer wanted. */
export function tillIsAskedToCancel(draft: Draft, command: NewCommand): void {
  draft.note(ASKED, command.actor);
  draft.cause({ kind: "CANCEL_IN_POS", command });
}

/**
 * A cancelled order is recognised by its status; for any other, the staff are notified, because the
 * kitchen keeps working on it.
 */
export function decideNotCancelled(
  order: OrderFacts,
  outcome: "REFUSED" | "UNREACHABLE",
  now: Date,
): Decision {
  const draft = new Draft(order, now);
  if (!isDoneInTill(order))
    draft.cause({ kind: "STAFF_MESSAGE", purpose: "CANCEL_BY_HAND", round: 0 });
  draft.note(NOT_CANCELLED[outcome]);
  return draft.done();
}

/**
 * A person takes over a stuck order: the unfinished attempt is considered over, so that a late
 * answer decides nothing, while it stays recorded that the POS may have the order.
 */
export function letGo(draft: Draft): void {
  const message = "The attempt broke off, and nobody knows how it ended";
  draft.cause({ kind: "ABANDON_ATTEMPTS", at: draft.at });
  draft.change({
    pendingSince: null,
    lastFault: posFailureOf("ATTEMPT_ABANDONED", message, RefusalKind.AMBIGUOUS),
  });
}
