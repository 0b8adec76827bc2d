import { AppError } from "./app-error";

/**
 * The database cannot be reached, did not answer in time, or broke off. Whether the last statement
 * was done is unknown.
 */
export class DatabaseUnavailable extends AppError {
  override readonly code = "SERVICE_UNAVAILABLE";
  override readonly retryable = true;
}

/**
 * The database was told to commit and did not say that it has: the transaction may have happened or
 * not.
 */
export class CommitUnknown extends DatabaseUnavailable {}

/**
 * Did PostgreSQL give up waiting for a lock that somebody else has? Nothing was done; the same may
 * succeed later.
 */
export function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "55P03";
}

/** Two transactions stood in each other's way; PostgreSQL has ended one. */
const DEADLOCK = "40P01";

/**
 * Did others stand in the way of a transaction, or it in theirs? PostgreSQL has undone it; the same
 * may succeed later.
 */
export function isInTheWay(error: unknown): boolean {
  return (
    isLockTimeout(error) || (error instanceof Error && "code" in error && error.code === DEADLOCK)
  );
}

/**
 * Is it the database that has no time now? Nothing is wrong with what was asked: done again later,
 * it succeeds.
 */
export function isMomentary(error: unknown): boolean {
  return error instanceof DatabaseUnavailable || isInTheWay(error);
}
