import { type Decision, Draft } from "./decision";
import { InjectionEvent, InjectionState, isSendable } from "./injection-state";
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

const MINUTE_MS = 60_000;

interface Planned {
  readonly createdAt: Date;
  /** null: as soon as possible. */
  readonly wantedAt: Date | null;
  /** When it was to be sent next; null: nobody planned another attempt. */
  readonly nextAttemptAt: Date | null;
}

/**
 * Is it too late to begin sending an order without asking people? The gateway may have been away
 * for hours: nobody cooks for a guest who has left. A repeat that is planned, or that a person
 * asked for, counts from the time it was planned for.
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
