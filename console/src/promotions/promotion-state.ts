import { type PromotionRow } from "./operations";

export type PromotionState = "live" | "soon" | "paused" | "ended" | "over" | "usedUp" | "codeless";

/** @param today in the branch's zone, in the form 2026-11-30 */
export function stateOf(
  { disabledAt, pausedAt, startsOn, endsOn, usageLimit, uses, codeCount }: PromotionRow,
  today: string,
): PromotionState {
  if (disabledAt !== null) return "ended";
  if (endsOn !== null && endsOn < today) return "over";
  if (usageLimit !== null && uses >= usageLimit) return "usedUp";
  if (pausedAt !== null) return "paused";
  if (codeCount === 0) return "codeless";
  return startsOn !== null && startsOn > today ? "soon" : "live";
}

/** Whether nobody can use it again, whatever is done. */
export function isOver(state: PromotionState): boolean {
  return state === "ended" || state === "over" || state === "usedUp";
}
