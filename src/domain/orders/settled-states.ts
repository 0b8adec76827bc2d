import { InjectionState } from "./injection-state";

/** The till never had these, and nobody sends them to it. */
const NEVER_IN_TILL = [InjectionState.CANCELLED_BEFORE_SEND, InjectionState.NOT_REQUIRED];
/** Nor does it have these under an id of ours. */
const NOT_OURS_IN_TILL = [InjectionState.ENTERED_BY_HAND, ...NEVER_IN_TILL];
/** Nobody has to do anything any more for an order to reach its till. */
const SETTLED = [InjectionState.IN_POS, ...NOT_OURS_IN_TILL];

/**
 * The same as lists for statements in SQL. The indexes of orders are as long as their texts are
 * these.
 */
export const SETTLED_STATES = inSql(SETTLED);
export const STATES_NOT_OURS_IN_TILL = inSql(NOT_OURS_IN_TILL);
export const STATES_NEVER_IN_TILL = inSql(NEVER_IN_TILL);

/** Has somebody answered for the order: the till, or people? */
export function isSettled(state: InjectionState): boolean {
  return SETTLED.includes(state);
}

function inSql(states: readonly InjectionState[]): string {
  return `(${states.map((state) => `'${state}'`).join(", ")})`;
}
