import { type BoardAnswer } from "./operations";

export type BoardOrder = BoardAnswer["orders"]["nodes"][number];
type InjectionState = BoardOrder["injection"]["state"];
type Status = BoardOrder["status"];
type Tone = "good" | "bad" | "warn" | "info";

/**
 * In the order of the way to the till, the worst last; with how much each wants to be looked at.
 */
export const INJECTION_TONES: Record<InjectionState, Tone> = {
  QUEUED: "info",
  SENDING: "info",
  AWAITING_POS: "info",
  IN_POS: "good",
  ENTERED_BY_HAND: "good",
  NOT_REQUIRED: "good",
  CANCELLED_BEFORE_SEND: "info",
  RETRY_SCHEDULED: "warn",
  OUTCOME_UNKNOWN: "warn",
  FALLBACK_SENT: "warn",
  DEAD_LETTERED: "bad",
};

/** In the order of the way to the guest. */
export const STATUS_TONES: Record<Status, Tone> = {
  UNCONFIRMED: "info",
  NEW: "info",
  ACCEPTED: "info",
  QUEUED_FOR_COOKING: "info",
  COOKING: "info",
  READY: "info",
  WAITING_FOR_COURIER: "info",
  ON_THE_WAY: "info",
  DELIVERED: "good",
  CLOSED: "good",
  CANCELLED: "warn",
};
