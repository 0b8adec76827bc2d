import { DatabaseUnavailable } from "../errors";

/**
 * The codes with which PostgreSQL ends or refuses a connection: shutdown, failover, too many, idle
 * for too long.
 */
const SQL_STATES = /^(08|57P0|53300|25P03|25P04)/;
/** The driver's own errors carry no code. */
const WORDS =
  /^(Connection terminated|timeout ex|Client has encountered a connection error|Client was closed)/;

/**
 * Returns whether an error is not an answer from the database but the lack of one: the request may
 * or may not have been executed.
 */
export function isBrokenOff(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return true;
  const { message, syscall } = Object(error) as {
    readonly message?: unknown;
    readonly syscall?: unknown;
  };
  // Node names the system call that failed: a connection was reset, refused, or has no address.
  return syscall !== undefined || SQL_STATES.test(sqlStateOf(error)) || WORDS.test(String(message));
}

/** Returns PostgreSQL's code of an error, or "" if there is none. */
export function sqlStateOf(error: unknown): string {
  const { code } = Object(error) as { readonly code?: unknown };
  return typeof code === "string" ? code : "";
}

/** Returns the same failure for the caller, with a text that may be shown. */
export function unavailable(cause: unknown): DatabaseUnavailable {
  return cause instanceof DatabaseUnavailable
    ? cause
    : new DatabaseUnavailable("The database is away", { cause });
}
