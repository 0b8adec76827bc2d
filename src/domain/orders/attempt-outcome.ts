/** How one attempt to submit an order ended. */
export enum AttemptOutcome {
  ACCEPTED = "ACCEPTED",
  IN_PROGRESS = "IN_PROGRESS",
  REJECTED = "REJECTED",
  TIMED_OUT = "TIMED_OUT",
  FOUND_EXISTING = "FOUND_EXISTING",
  NETWORK_ERROR = "NETWORK_ERROR",
  /** Nothing was sent: the key's own budget was used up, or the call was held back. */
  NOT_SENT = "NOT_SENT",
  ABANDONED_BY_CRASH = "ABANDONED_BY_CRASH",
  /** A failure of the gateway itself interrupted it. */
  GATEWAY_FAILED = "GATEWAY_FAILED",
}
