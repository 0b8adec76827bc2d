/** How one try to put an order into the till ended. */
export enum AttemptOutcome {
  ACCEPTED = "ACCEPTED",
  IN_PROGRESS = "IN_PROGRESS",
  REJECTED = "REJECTED",
  TIMED_OUT = "TIMED_OUT",
  FOUND_EXISTING = "FOUND_EXISTING",
  NETWORK_ERROR = "NETWORK_ERROR",
  /** Nothing of it has left: the key's own budget was used up, or the call was held back. */
  NOT_SENT = "NOT_SENT",
  ABANDONED_BY_CRASH = "ABANDONED_BY_CRASH",
  /** A failure of the gateway's own broke it off. */
  GATEWAY_FAILED = "GATEWAY_FAILED",
}
