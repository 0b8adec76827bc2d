import { InjectionEvent, InjectionState, isSendable } from "./injection-state";
import { type Decision, Draft } from "./decision";
import { type OrderFacts } from "./order-facts";

/** May an attempt begin? Not while people have the order. */
export function maySend({ injectionState, handedOverAt }: OrderFacts): boolean {
  return handedOverAt === null && isSendable(injectionState);
}

/**
 * An attempt begins.
 *
 * @param number which one, from 1
 * @param interrupted the process died in the one before
 */
export function decideStart(
  order: OrderFacts,
  number: number,
  interrupted: boolean,
  now: Date,
): Decision {
  const draft = new Draft(order, now);
  // Waiting for the key's budget is no event of its own.
  if (order.injectionState !== InjectionState.SENDING || interrupted)
    draft.take(InjectionEvent.SEND_STARTED, { attempt: number });
  draft.change({ nextAttemptAt: null });
  return draft.done();
}

/**
 * Nobody has told yet what became of the sending, and no later attempt has begun: that would have
 * ended this one.
 */
export function isAsItsAttemptLeftIt({ injectionState, handedOverAt }: OrderFacts): boolean {
  return injectionState === InjectionState.SENDING && handedOverAt === null;
}
