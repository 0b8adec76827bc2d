import { type ChangeAction } from "./operations";

/** Of a plan: what waits for a person first. */
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
