/** What each viewer gets: "ok", "null", or a code; in the order of VIEWERS. */
export type Outcomes = readonly [string, string, string, string, string, string];

const GUEST = "ok";
export const [SIGN_IN, NO] = ["UNAUTHENTICATED", "FORBIDDEN"] as const;
/** A key for another branch does not learn that this one exists. */
export const OPERATORS: Outcomes = [SIGN_IN, NO, NO, "NOT_FOUND", "ok", "ok"];
export const OPERATORS_OR_NULL: Outcomes = [SIGN_IN, NO, NO, "null", "ok", "ok"];
export const PUBLIC: Outcomes = [GUEST, GUEST, GUEST, "NOT_FOUND", "ok", "ok"];
/**
 * A list of what the viewer may see of the requested objects: empty for a key of another branch.
 */
export const PUBLIC_LIST: Outcomes = [GUEST, GUEST, GUEST, "ok", "ok", "ok"];
export const PUBLIC_OR_NULL: Outcomes = [GUEST, GUEST, GUEST, "null", "ok", "ok"];
export const OWN: Outcomes = [SIGN_IN, "ok", "null", "null", "ok", "ok"];

export function admins(outcome: string): Outcomes {
  return [SIGN_IN, NO, NO, NO, NO, outcome];
}

export const WHOEVER_ORDERS = PUBLIC.map((outcome) =>
  outcome === "ok" ? "ITEM_NOT_FOUND" : outcome,
) as unknown as Outcomes;
