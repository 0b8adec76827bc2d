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
  /** Whose answer it is; null: the POS told it by itself, or was asked. */
  readonly attempt: number | null;
  /** What the POS said of the order with it. */
  readonly columns?: Partial<OrderColumns>;
  /** The wish to cancel it there, for an order that was cancelled before it was sent. */
  readonly unwanted?: NewCommand | undefined;
}

/** Was the order cancelled, so that nobody wants what turns up of it in the till? */
export function isUnwanted({ injectionState }: OrderFacts): boolean {
  return injectionState === InjectionState.CANCELLED_BEFORE_SEND;
}

/**
 * The till has the order: nobody looks for it any more, people who thought otherwise are corrected,
 * and what was cancelled is cancelled there. Nothing follows where that was known.
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
    // Whoever entered it may be somebody who got no message: every channel is told.
    draft.cause({ kind: "STAFF_MESSAGE", purpose: "TWICE_IN_TILL", round: 0 });
  }
  // Whatever was handed over keeps its failure, for good; most orders have none.
  if (order.lastFault !== null) draft.cause({ kind: "CORRECTION" });
  if (unwanted) tillIsAskedToCancel(draft, unwanted);
  return draft.done();
}

/** The POS is about to take the order. Nothing follows where that was known. */
export function decidePending(order: OrderFacts, at: Date, attempt: number | null): Decision {
  const draft = new Draft(order, at);
  if (order.injectionState === InjectionState.AWAITING_POS) return NOTHING;
  if (!draft.take(InjectionEvent.POS_PENDING, { source: "POS", attempt })) return NOTHING;
  draft.change({ pendingSince: at, nextAttemptAt: null });
  draft.cause({ kind: "PROBE", look: 0 });
  return draft.done();
}

/** A look before a repeat has found the order: a second copy that was never made. */
export function decideFound({ duplicatesPrevented }: OrderFacts): Decision {
  return { ...NOTHING, columns: { duplicatesPrevented: duplicatesPrevented + 1 } };
}
