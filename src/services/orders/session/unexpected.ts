/**
 * Something that nobody expected while one order was worked on. Its other consequences are dealt
 * with.
 */
export interface Unexpected {
  /** null: it is about no order in particular. */
  readonly orderId: string | null;
  /** The kind of job. */
  readonly during: string;
  readonly error: unknown;
}

export type ReportUnexpected = (unexpected: Unexpected) => void;
