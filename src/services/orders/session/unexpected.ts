/**
 * An unexpected error while one order was processed. Its other consequences have been dealt with.
 */
export interface Unexpected {
  /** null if it concerns no particular order. */
  readonly orderId: string | null;
  /** The kind of job. */
  readonly during: string;
  readonly error: unknown;
}

export type ReportUnexpected = (unexpected: Unexpected) => void;
