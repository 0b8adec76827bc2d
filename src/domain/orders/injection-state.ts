/** Whether the POS has the order. A separate axis, never merged with OrderStatus. */
export enum InjectionState {
  QUEUED = "QUEUED",
  SENDING = "SENDING",
  AWAITING_POS = "AWAITING_POS",
  IN_POS = "IN_POS",
  RETRY_SCHEDULED = "RETRY_SCHEDULED",
  OUTCOME_UNKNOWN = "OUTCOME_UNKNOWN",
  FALLBACK_SENT = "FALLBACK_SENT",
  DEAD_LETTERED = "DEAD_LETTERED",
  ENTERED_BY_HAND = "ENTERED_BY_HAND",
  CANCELLED_BEFORE_SEND = "CANCELLED_BEFORE_SEND",
  NOT_REQUIRED = "NOT_REQUIRED",
}

/** What can happen to an order on its way to the POS. */
export enum InjectionEvent {
  SEND_STARTED = "SEND_STARTED",
  /** The POS received the order and has not decided yet. */
  POS_PENDING = "POS_PENDING",
  /** The POS has the order. */
  POS_CREATED = "POS_CREATED",
  /** The POS refused, but the same order may succeed later. */
  POS_REFUSED = "POS_REFUSED",
  /** No usable answer: the order may or may not be there. */
  OUTCOME_LOST = "OUTCOME_LOST",
  /** A probe of the POS found no such order. */
  POS_ABSENT = "POS_ABSENT",
  HANDED_OVER = "HANDED_OVER",
  NOBODY_REACHED = "NOBODY_REACHED",
  ENTERED_BY_HAND = "ENTERED_BY_HAND",
  RETRY_REQUESTED = "RETRY_REQUESTED",
  CANCELLED = "CANCELLED",
}

const S = InjectionState;
const E = InjectionEvent;

type Row = Partial<Record<InjectionEvent, InjectionState>>;

/** Outcomes of notifying the staff, from any state in which automation still works on the order. */
const GIVEN_UP: Row = { [E.HANDED_OVER]: S.FALLBACK_SENT, [E.NOBODY_REACHED]: S.DEAD_LETTERED };

/** The POS has the final say: anyone who thought the order was lost is corrected. */
const FOUND: Row = { [E.POS_CREATED]: S.IN_POS };

const POS_ANSWERS: Row = {
  ...FOUND,
  [E.POS_PENDING]: S.AWAITING_POS,
  [E.POS_REFUSED]: S.RETRY_SCHEDULED,
  [E.OUTCOME_LOST]: S.OUTCOME_UNKNOWN,
};

/**
 * What a person may do once nobody is working on the order any more, whatever its state says: check
 * `isUnderWay` first.
 */
const TAKEN_OVER: Row = {
  [E.ENTERED_BY_HAND]: S.ENTERED_BY_HAND,
  [E.RETRY_REQUESTED]: S.QUEUED,
  [E.CANCELLED]: S.CANCELLED_BEFORE_SEND,
};

const TRANSITIONS: Record<InjectionState, Row> = {
  [S.QUEUED]: {
    ...FOUND,
    ...GIVEN_UP,
    [E.SEND_STARTED]: S.SENDING,
    [E.CANCELLED]: S.CANCELLED_BEFORE_SEND,
  },
  [S.SENDING]: { ...POS_ANSWERS, ...GIVEN_UP, ...TAKEN_OVER, [E.SEND_STARTED]: S.SENDING },
  [S.AWAITING_POS]: { ...POS_ANSWERS, ...GIVEN_UP, ...TAKEN_OVER },
  [S.RETRY_SCHEDULED]: {
    ...POS_ANSWERS,
    ...GIVEN_UP,
    [E.SEND_STARTED]: S.SENDING,
    [E.RETRY_REQUESTED]: S.QUEUED,
    [E.CANCELLED]: S.CANCELLED_BEFORE_SEND,
  },
  [S.OUTCOME_UNKNOWN]: {
    ...POS_ANSWERS,
    ...GIVEN_UP,
    [E.SEND_STARTED]: S.SENDING,
    [E.POS_ABSENT]: S.RETRY_SCHEDULED,
    [E.RETRY_REQUESTED]: S.QUEUED,
  },
  [S.FALLBACK_SENT]: {
    ...FOUND,
    [E.ENTERED_BY_HAND]: S.ENTERED_BY_HAND,
    [E.RETRY_REQUESTED]: S.QUEUED,
    [E.CANCELLED]: S.CANCELLED_BEFORE_SEND,
  },
  [S.DEAD_LETTERED]: {
    ...FOUND,
    [E.HANDED_OVER]: S.FALLBACK_SENT,
    [E.ENTERED_BY_HAND]: S.ENTERED_BY_HAND,
    [E.RETRY_REQUESTED]: S.QUEUED,
    [E.CANCELLED]: S.CANCELLED_BEFORE_SEND,
  },
  [S.ENTERED_BY_HAND]: FOUND,
  [S.CANCELLED_BEFORE_SEND]: FOUND,
  [S.IN_POS]: {},
  [S.NOT_REQUIRED]: {},
};

/**
 * Returns the state after the event, or undefined when the event has no meaning in this state and
 * must change nothing.
 */
export function nextInjectionState(
  state: InjectionState,
  event: InjectionEvent,
): InjectionState | undefined {
  return TRANSITIONS[state][event];
}

/**
 * Returns whether the `send-order` job may start an attempt. This includes SENDING, because a
 * worker may have died in the middle of one.
 */
export function isSendable(state: InjectionState): boolean {
  return TRANSITIONS[state][E.SEND_STARTED] !== undefined;
}

/**
 * Returns whether, judging by its state, somebody is working on the order. People then leave it
 * alone for as long as that can last.
 */
export function isUnderWay(state: InjectionState): boolean {
  return state === S.SENDING || state === S.AWAITING_POS;
}
