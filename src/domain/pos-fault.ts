/** What the POS, or the way to it, last said against an order. */
export interface PosFault {
  /** The POS's own code, or POS_UNAVAILABLE and the like when there was no answer. */
  readonly code: string;
  readonly message: string;
  readonly correlationId: string | null;
  /** May the same order succeed later, unchanged? */
  readonly retryable: boolean;
  /** The order may be in the till in spite of it. */
  readonly mayExist: boolean;
}
