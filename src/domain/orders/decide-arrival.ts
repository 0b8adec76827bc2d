import { type Text } from "../texts/locale";
import { tillIsAskedToCancel } from "./decide-cancellation";
import { type Decision, Draft, NOTHING } from "./decision";
import { type NewCommand } from "./effects";
import { InjectionEvent, InjectionState } from "./injection-state";
import { type OrderColumns, type OrderFacts } from "./order-facts";

const BY_HAND_AND_BY_US: Text = {
  ru: "Заказ внесли вручную, а касса приняла его и от шлюза: одну копию нужно отменить",
  en: "The order was entered by hand, and the till took it from the gateway, too: one copy has to be cancelled",
};

interface Arrival {
  readonly at: Date;
  /** The attempt that this answers; null: the POS reported it on its own, or was asked. */
  readonly attempt: number | null;
  /** What the POS reported about the order along with it. */
  readonly columns?: Partial<OrderColumns>;
  /** The request to cancel it there, for an order that was cancelled before it was sent. */
  readonly unwanted?: NewCommand | undefined;
}

/** Returns whether the order was cancelled, so that it is unwanted if it turns up in the POS. */
export function isUnwanted({ injectionState }: OrderFacts): boolean {
  return injectionState === InjectionState.CANCELLED_BEFORE_SEND;
}

/**
 * The POS has the order: probing ends, staff who believe otherwise are corrected, and a cancelled
 * order is cancelled there. Nothing follows if this was already known.
 */
export function decideArrival(
  order: OrderFacts,
  { at, attempt, columns = {}, unwanted }: Arrival,
): Decision {
  const draft = new Draft(order, at);
  if (!draft.take(InjectionEvent.POS_CREATED, { source: "POS", attempt })) return NOTHING;
  draft.change(columns);
  draft.cause({ kind: "STOP_PROBING" });
  const seconds = (at.getTime() - order.createdAt.getTime()) / 1000;
  draft.cause({ kind: "MEASURE", measured: { what: "REACHED_TILL", seconds } });
  if (order.injectionState === InjectionState.ENTERED_BY_HAND) {
    draft.note(BY_HAND_AND_BY_US);
    // The person who entered it may not have received a message, so every channel is notified.
    draft.cause({ kind: "STAFF_MESSAGE", purpose: "TWICE_IN_TILL", round: 0 });
  }
  // An order that was handed over keeps its failure permanently; most orders have none.
  if (order.lastFault !== null) draft.cause({ kind: "CORRECTION" });
  if (unwanted) tillIsAskedToCancel(draft, unwanted);
  return draft.done();
}

/** The POS is about to accept the order. Nothing follows if this was already known. */
export function decidePending(order: OrderFacts, at: Date, attempt: number | null): Decision {
  const draft = new Draft(order, at);
  if (order.injectionState === InjectionState.AWAITING_POS) return NOTHING;
  if (!draft.take(InjectionEvent.POS_PENDING, { source: "POS", attempt })) return NOTHING;
  draft.change({ pendingSince: at, nextAttemptAt: null });
  draft.cause({ kind: "PROBE", look: 0 });
  return draft.done();
}

/** A probe before a repeat has found the order, which prevented a duplicate. */
export function decideFound({ duplicatesPrevented }: OrderFacts): Decision {
  return { ...NOTHING, columns: { duplicatesPrevented: duplicatesPrevented + 1 } };
}
