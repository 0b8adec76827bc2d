import { InjectionState } from "./injection-state";

/** These were never in the POS, and nobody sends them there. */
const NEVER_IN_TILL = [InjectionState.CANCELLED_BEFORE_SEND, InjectionState.NOT_REQUIRED];
/** The POS does not have these under one of our ids either. */
const NOT_OURS_IN_TILL = [InjectionState.ENTERED_BY_HAND, ...NEVER_IN_TILL];
/** No further action is needed for these orders to reach their POS. */
const SETTLED = [InjectionState.IN_POS, ...NOT_OURS_IN_TILL];

/**
 * The same as lists for SQL statements. The indexes on orders only apply as long as they contain
 * exactly this text.
 */
export const SETTLED_STATES = inSql(SETTLED);
export const STATES_NOT_OURS_IN_TILL = inSql(NOT_OURS_IN_TILL);
export const STATES_NEVER_IN_TILL = inSql(NEVER_IN_TILL);

/** Returns whether the POS or the staff have taken responsibility for the order. */
export function isSettled(state: InjectionState): boolean {
  return SETTLED.includes(state);
}

function inSql(states: readonly InjectionState[]): string {
  return `(${states.map((state) => `'${state}'`).join(", ")})`;
}
