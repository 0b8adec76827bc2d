import { AppError } from "./app-error";

/**
 * The database is unreachable, did not answer in time, or broke off. Whether the last statement was
 * executed is unknown.
 */
export class DatabaseUnavailable extends AppError {
  override readonly code = "SERVICE_UNAVAILABLE";
  override readonly retryable = true;
}

/**
 * The database was asked to commit and did not confirm it: the transaction may or may not have
 * happened.
 */
export class CommitUnknown extends DatabaseUnavailable {}

/**
 * Returns whether PostgreSQL gave up waiting for a lock that someone else holds. Nothing was done;
 * the same call may succeed later.
 */
export function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "55P03";
}

/** Two transactions blocked each other, and PostgreSQL has ended one of them. */
const DEADLOCK = "40P01";

/**
 * Returns whether a transaction and others blocked each other. PostgreSQL has rolled it back; the
 * same may succeed later.
 */
export function isInTheWay(error: unknown): boolean {
  return (
    isLockTimeout(error) || (error instanceof Error && "code" in error && error.code === DEADLOCK)
  );
}

/**
 * Returns whether the database merely cannot serve the request now. Nothing is wrong with the
 * request: repeated later, it succeeds.
 */
export function isMomentary(error: unknown): boolean {
  return error instanceof DatabaseUnavailable || isInTheWay(error);
}
