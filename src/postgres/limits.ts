/**
 * How long each part of the database's work may take, in milliseconds; 0: any time. The limits
 * nest: a statement that waits for a lock is refused before it takes too long itself, and a
 * statement that takes too long is refused before its connection is abandoned.
 */
export interface PostgresLimits {
  /** Waiting for a connection, including a free one of a pool. */
  readonly connectMs: number;
  /** Waiting for a lock that someone else holds. */
  readonly lockMs: number;
  /**
   * Running a statement, by the server's clock. Does not cover a commit's wait for a synchronous
   * standby.
   */
  readonly statementMs: number;
  /** Waiting for an answer, by our clock: after that, the connection is abandoned. */
  readonly answerMs: number;
  /**
   * Between two statements of a transaction: this is how long an abandoned session keeps its locks.
   */
  readonly idleInTransactionMs: number;
}

/** Work that guests, operators and the till wait for. */
export const LIMITS: PostgresLimits = {
  connectMs: 5_000,
  lockMs: 2_000,
  statementMs: 4_000,
  answerMs: 5_000,
  idleInTransactionMs: 5_000,
};

const HOUR_MS = 3_600_000;

/**
 * Inherently long work: migrations and indexes, large plans, purging. Waits for locks are just as
 * short, because anyone waiting for one blocks everyone else.
 */
export const LONG_WORK: PostgresLimits = {
  ...LIMITS,
  statementMs: HOUR_MS,
  answerMs: HOUR_MS + 60_000,
  idleInTransactionMs: 60_000,
};
