import { type GraphQLFormattedError } from "graphql";
import { type Logger } from "pino";
import { localeOf, RateLimited } from "../errors";
import { maskError } from "./mask-error";
import { PERSISTED_OPERATION_REQUIRED } from "./persisted-operations";
import { logUnexpectedError } from "./unexpected-error";

/** How an HTTP request is answered of which nothing ran. */
export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly formatted: GraphQLFormattedError;
}

/**
 * Wrong credentials are 401, a caller who may not is 403, one who asks too much or too often 400 or
 * 429, and 503 means later.
 *
 * @param language an Accept-Language header
 */
export function refusalOf(
  error: unknown,
  requestId: string,
  logger: Logger,
  language?: string,
): Refusal {
  const { formatted, unexpected } = maskError(error, {
    hideSuggestions: true,
    locale: localeOf(language),
  });
  if (unexpected !== undefined) logUnexpectedError(logger, unexpected, { requestId });
  const status = STATUS_BY_CODE[String(formatted.extensions?.["code"])] ?? 500;
  const headers = {
    ...(status === 401 && { "www-authenticate": "Bearer" }),
    ...(error instanceof RateLimited && { "retry-after": String(error.retryAfterSeconds) }),
  };
  return { status, headers, formatted };
}

const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  FORBIDDEN: 403,
  GRAPHQL_VALIDATION_FAILED: 400,
  NOT_FOUND: 404,
  [PERSISTED_OPERATION_REQUIRED]: 400,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
  TOO_COMPLEX: 400,
  UNAUTHENTICATED: 401,
};
