import { type WorkingAnswer } from "./operations";

export type WorkingOrder = WorkingAnswer["orders"]["nodes"][number];
export type LaneName = "till" | "kitchen" | "ready" | "way";

export const LANES: readonly LaneName[] = ["till", "kitchen", "ready", "way"];

const UNDER_WAY_TO_TILL = new Set<string>([
  "QUEUED",
  "SENDING",
  "AWAITING_POS",
  "RETRY_SCHEDULED",
  "OUTCOME_UNKNOWN",
]);

/**
 * Where an order is; undefined when it waits for a person in the list above, and so belongs to no
 * lane.
 */
export function laneOf({ injection, status, attention }: WorkingOrder): LaneName | undefined {
  if (attention !== null && attention.reason !== "LATE") return undefined;
  if (UNDER_WAY_TO_TILL.has(injection.state)) return "till";
  if (status === "READY" || status === "WAITING_FOR_COURIER") return "ready";
  return status === "ON_THE_WAY" ? "way" : "kitchen";
}

/** When the guest should have the order; null when nobody has said. */
export function dueOf({ promisedAt, wantedAt, estimatedAt }: WorkingOrder): number | null {
  const due = promisedAt ?? estimatedAt ?? wantedAt;
  return due === null ? null : Date.parse(due);
}

/** The share of the promised time that is used: 0 to 1. */
export function usedOf(order: WorkingOrder, now: number): number {
  const due = dueOf(order);
  if (due === null) return 0;
  const began = Date.parse(order.createdAt);
  return Math.min(1, Math.max(0, (now - began) / Math.max(1, due - began)));
}
