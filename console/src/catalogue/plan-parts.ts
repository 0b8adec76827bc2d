import { type ChangeAction } from "./operations";

/** The parts of a plan, beginning with what waits for a decision. */
export const PARTS = [
  "stopped",
  "update",
  "create",
  "remove",
  "blocked",
  "skipLocked",
  "unchanged",
] as const;
export type PlanPart = (typeof PARTS)[number];

export const ACTIONS: Record<PlanPart, ChangeAction | null> = {
  stopped: null,
  update: "UPDATE",
  create: "CREATE",
  remove: "REMOVE",
  blocked: "BLOCKED",
  skipLocked: "SKIP_LOCKED",
  unchanged: "UNCHANGED",
};
