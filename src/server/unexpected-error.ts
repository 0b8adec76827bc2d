import { type Logger } from "pino";

/** Where an unexpected error came up; joined to the answer by `requestId`. */
export interface ErrorPlace {
  readonly requestId: string;
  readonly operationName?: string | null | undefined;
  readonly path?: readonly (string | number)[] | undefined;
}

/** Writes the one log line of an error that the client sees masked. */
export function logUnexpectedError(logger: Logger, error: unknown, place: ErrorPlace): void {
  logger.error({ ...place, err: describe(error) }, "unexpected error");
}

/**
 * Picks the fields by hand: errors of HTTP clients hang whole requests, with their keys, on the
 * object.
 */
export function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const cause = error.cause === undefined ? {} : { cause: describe(error.cause) };
  return { type: error.name, message: error.message, stack: error.stack, ...cause };
}
