import { type Tone } from "../parts/badge";
import { type IconName } from "../parts/icon";
import { type AttentionReason } from "./operations";

interface Look {
  readonly tone: Tone;
  readonly icon: IconName;
  /** The step that the user has to take. */
  readonly step: "byHand" | "call" | "open";
  /** Whether it may be sent again from here. */
  readonly retry: boolean;
  /** Seconds between calls while nobody takes it; null means that it is called once. */
  readonly callEvery: number | null;
}

/** How each reason looks and sounds: red when nobody has the order. */
export const REASONS: Record<AttentionReason, Look> = {
  NOBODY_HAS_IT: { tone: "red", icon: "stop", step: "byHand", retry: true, callEvery: 60 },
  WITH_PEOPLE: { tone: "amber", icon: "hand", step: "byHand", retry: true, callEvery: 180 },
  OUTCOME_UNKNOWN: { tone: "amber", icon: "question", step: "byHand", retry: true, callEvery: 180 },
  CANCEL_BY_HAND: { tone: "amber", icon: "x", step: "open", retry: false, callEvery: 180 },
  APPROVAL_WANTED: { tone: "amber", icon: "clock", step: "open", retry: false, callEvery: null },
  LATE_TO_TILL: { tone: "amber", icon: "till", step: "open", retry: false, callEvery: null },
  LATE: { tone: "amber", icon: "clock", step: "call", retry: false, callEvery: null },
};
