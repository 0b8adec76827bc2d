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
  /** Nobody is at the order, although its state says so. */
  readonly stuck: boolean;
  /** Some attempt was made, and may have got through, whatever was answered. */
  readonly sent: boolean;
}

/**
 * Somebody who may cancels the order: at once while the till does not have it, else the till is
 * asked.
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
  // Should an earlier attempt turn up, it is cancelled there.
  if (sent) draft.cause({ kind: "PROBE", look: 0 });
}

/** The till has what nobody wants any more. */
export function tillIsAskedToCancel(draft: Draft, command: NewCommand): void {
  draft.note(ASKED, command.actor);
  draft.cause({ kind: "CANCEL_IN_POS", command });
}

/**
 * A cancelled order shows it by its status; of any other people are told, for the kitchen goes on
 * with it.
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
 * A person takes a stuck order out of the hands of whoever was at it: the attempt that nobody has
 * ended is over, so that its answer, should one come yet, decides nothing; and that the till may
 * have the order is kept.
 */
export function letGo(draft: Draft): void {
  const message = "The attempt broke off, and nobody knows how it ended";
  draft.cause({ kind: "ABANDON_ATTEMPTS", at: draft.at });
  draft.change({
    pendingSince: null,
    lastFault: posFailureOf("ATTEMPT_ABANDONED", message, RefusalKind.AMBIGUOUS),
  });
}
