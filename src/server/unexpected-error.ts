import { type Logger } from "pino";

/** Where an unexpected error occurred; linked to the answer by `requestId`. */
export interface ErrorPlace {
  readonly requestId: string;
  readonly operationName?: string | null | undefined;
  readonly path?: readonly (string | number)[] | undefined;
}

/** Writes the single log line for an error that the client sees masked. */
export function logUnexpectedError(logger: Logger, error: unknown, place: ErrorPlace): void {
  logger.error({ ...place, err: describe(error) }, "unexpected error");
}

/**
 * Picks the fields explicitly because HTTP client errors carry whole requests, including their
 * keys, on the object.
 */
export function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const cause = error.cause === undefined ? {} : { cause: describe(error.cause) };
  return { type: error.name, message: error.message, stack: error.stack, ...cause };
}
