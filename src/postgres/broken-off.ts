import { DatabaseUnavailable } from "../errors";

/**
 * What PostgreSQL says of a connection that it ends or does not begin: shutdown, failover, too
 * many, idle for too long.
 */
const SQL_STATES = /^(08|57P0|53300|25P03|25P04)/;
/** The driver's own words carry no code. */
const WORDS =
  /^(Connection terminated|timeout ex|Client has encountered a connection error|Client was closed)/;

/**
 * Says whether an error is no answer of the database, but the lack of one: what was asked may have
 * been done or not.
 */
export function isBrokenOff(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return true;
  const { message, syscall } = Object(error) as {
    readonly message?: unknown;
    readonly syscall?: unknown;
  };
  // Node tells which call to the system failed: a connection was reset, refused, or has no address.
  return syscall !== undefined || SQL_STATES.test(sqlStateOf(error)) || WORDS.test(String(message));
}

/** PostgreSQL's code of an error, "" where there is none. */
export function sqlStateOf(error: unknown): string {
  const { code } = Object(error) as { readonly code?: unknown };
  return typeof code === "string" ? code : "";
}

/** The same for whoever asked: with a text that may be shown. */
export function unavailable(cause: unknown): DatabaseUnavailable {
  return cause instanceof DatabaseUnavailable
    ? cause
    : new DatabaseUnavailable("The database is away", { cause });
}
