import { type IncomingMessage, STATUS_CODES } from "node:http";
import { type Duplex } from "node:stream";

import { type GraphQLFormattedError } from "graphql";
import { type Logger } from "pino";

import { localeOf, RateLimited } from "../errors";
import { maskError } from "./mask-error";
import { PERSISTED_OPERATION_REQUIRED } from "./persisted-operations";
import { requestIdFor } from "./request-id";
import { logUnexpectedError } from "./unexpected-error";

/** The answer to an HTTP request of which nothing was executed. */
export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly formatted: GraphQLFormattedError;
}

/**
 * Wrong credentials give 401, a caller without permission 403, one who asks too much or too often
 * 400 or 429, and 503 means try later.
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

/** How long to wait for a client that does not read the reason. */
const LINGER_MS = 2_000;

/**
 * Answers an upgrade in the same way as an HTTP request that is refused for that reason, and closes
 * the connection.
 */
export function refuseUpgrade(
  stream: Duplex,
  error: unknown,
  request: IncomingMessage,
  logger: Logger,
): void {
  const requestId = requestIdFor(request.headers);
  const { status, headers, formatted } = refusalOf(
    error,
    requestId,
    logger,
    request.headers["accept-language"],
  );
  const body = JSON.stringify({
    errors: [{ ...formatted, extensions: { ...formatted.extensions, requestId } }],
  });
  const lines = {
    connection: "close",
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    ...headers,
  };
  const head = Object.entries(lines).map(([name, value]) => `${name}: ${value}\r\n`);
  stream.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n${head.join("")}\r\n${body}`);
  const gone = setTimeout(() => stream.destroy(), LINGER_MS);
  stream.once("close", () => clearTimeout(gone));
}
