import { type GatewayError } from "./gateway-error.ts";

/**
 * A request that gets one of these is refused again when repeated. Any other failure may be on the
 * way to the gateway.
 */
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

/** Whether the same subscription would fail again however often it is tried. */
export function isForGood({ code, retryable }: GatewayError): boolean {
  return !retryable && FOR_GOOD.has(code);
}
