/** Why an order needs a person, the most serious reason first. */
export enum AttentionReason {
  NOBODY_HAS_IT = "NOBODY_HAS_IT",
  WITH_PEOPLE = "WITH_PEOPLE",
  OUTCOME_UNKNOWN = "OUTCOME_UNKNOWN",
  CANCEL_BY_HAND = "CANCEL_BY_HAND",
  LATE_TO_TILL = "LATE_TO_TILL",
  APPROVAL_WANTED = "APPROVAL_WANTED",
  LATE = "LATE",
}

/** That an order needs a person, why, and since when. */
export interface Attention {
  readonly reason: AttentionReason;
  readonly since: Date;
}
