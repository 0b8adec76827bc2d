import { type Decision, Draft } from "./decision";
import { InjectionEvent, InjectionState, isSendable } from "./injection-state";
import { type OrderFacts } from "./order-facts";

/** Returns whether an attempt may begin. It may not while the staff have the order. */
export function maySend({ injectionState, handedOverAt }: OrderFacts): boolean {
  return handedOverAt === null && isSendable(injectionState);
}

/**
 * An attempt begins.
 *
 * @param number number of the attempt, from 1
 * @param interrupted the process died during the previous one
 */
export function decideStart(
  order: OrderFacts,
  number: number,
  interrupted: boolean,
  now: Date,
): Decision {
  const draft = new Draft(order, now);
  // Waiting for the key's budget is not an event of its own.
  if (order.injectionState !== InjectionState.SENDING || interrupted)
    draft.take(InjectionEvent.SEND_STARTED, { attempt: number });
  draft.change({ nextAttemptAt: null });
  return draft.done();
}

/**
 * Returns whether the result of sending is still unknown, and no later attempt has begun, which
 * would have ended this one.
 */
export function isAsItsAttemptLeftIt({ injectionState, handedOverAt }: OrderFacts): boolean {
  return injectionState === InjectionState.SENDING && handedOverAt === null;
}

const MINUTE_MS = 60_000;

interface Planned {
  readonly createdAt: Date;
  /** null: as soon as possible. */
  readonly wantedAt: Date | null;
  /** When the next attempt was scheduled; null: no further attempt was planned. */
  readonly nextAttemptAt: Date | null;
}

/**
 * Returns whether it is too late to begin sending an order without asking the staff. The gateway
 * may have been down for hours, and nobody should cook for a guest who has left. A repeat that is
 * planned, or was requested by a person, counts from its planned time.
 */
export function isTooLateToSend(
  { createdAt, wantedAt, nextAttemptAt }: Planned,
  sendWithinMinutes: number,
  now: Date,
): boolean {
  const within = (from: Date) => from.getTime() + sendWithinMinutes * MINUTE_MS;
  const first = wantedAt?.getTime() ?? within(createdAt);
  const planned = nextAttemptAt !== null && nextAttemptAt > createdAt ? within(nextAttemptAt) : 0;
  return now.getTime() > Math.max(first, planned);
}
