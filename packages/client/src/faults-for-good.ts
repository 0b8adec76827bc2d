import { type GatewayError } from "./gateway-error.ts";

/** Whatever one asks for again is refused again. All else may be a fault on the way. */
const FOR_GOOD: ReadonlySet<string> = new Set([
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "FORBIDDEN",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "NOT_FOUND",
  "PERSISTED_OPERATION_REQUIRED",
  "REFUSED",
  "TOO_COMPLEX",
  "UNAUTHENTICATED",
]);

/** Would the same subscription fail again, however often it is tried? */
export function isForGood({ code, retryable }: GatewayError): boolean {
  return !retryable && FOR_GOOD.has(code);
}
