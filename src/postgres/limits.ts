/**
 * How long each part of the database's work may take, in milliseconds; 0: any time. They nest: a
 * statement that waits for a lock is refused before it is too long, and a statement that is too
 * long is refused before its connection is given up.
 */
export interface PostgresLimits {
  /** For a connection, a free one of a pool included. */
  readonly connectMs: number;
  /** For a lock that somebody else holds. */
  readonly lockMs: number;
  /**
   * For a statement, by the server's clock. It does not reach a commit's wait for a synchronous
   * standby.
   */
  readonly statementMs: number;
  /** For an answer, by ours: after it the connection is given up. */
  readonly answerMs: number;
  /** Between two statements of a transaction: an abandoned session keeps its locks that long. */
  readonly idleInTransactionMs: number;
}

/** What guests, operators and the till wait for. */
export const LIMITS: PostgresLimits = {
  connectMs: 5_000,
  lockMs: 2_000,
  statementMs: 4_000,
  answerMs: 5_000,
  idleInTransactionMs: 5_000,
};

const HOUR_MS = 3_600_000;

/**
 * Work that is long by its nature: migrations and indexes, large plans, clearing up. Locks are
 * asked for as briefly: whoever waits for one stands in everybody's way.
 */
export const LONG_WORK: PostgresLimits = {
  ...LIMITS,
  statementMs: HOUR_MS,
  answerMs: HOUR_MS + 60_000,
  idleInTransactionMs: 60_000,
};
