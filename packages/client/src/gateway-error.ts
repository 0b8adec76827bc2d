import { isObject } from "./json.ts";

/** One entry of `errors` in a response of the gateway. */
export interface AnsweredError {
  readonly message: string;
  readonly extensions?: { readonly [name: string]: unknown } | undefined;
}

/**
 * The gateway responded and did not do what was requested. What a guest can fix is not among these:
 * see `userErrors`.
 */
export class GatewayError extends Error {
  override readonly name = "GatewayError";
  /** Stable, for example NOT_FOUND, UNAUTHENTICATED, RATE_LIMITED, INTERNAL_SERVER_ERROR. */
  readonly code: string;
  /** Whether the same request may succeed later, unchanged. */
  readonly retryable: boolean;
  /** The earliest time to come back, if the gateway says so. */
  readonly retryAfterSeconds: number | undefined;
  /** The gateway's operator finds the error in the log by this. */
  readonly requestId: string | undefined;

  constructor({ message, extensions = {} }: AnsweredError, retryable = false) {
    super(message);
    const { code, requestId, retryAfterSeconds } = extensions;
    this.code = typeof code === "string" ? code : "UNKNOWN";
    this.retryable =
      typeof extensions["retryable"] === "boolean" ? extensions["retryable"] : retryable;
    this.retryAfterSeconds = typeof retryAfterSeconds === "number" ? retryAfterSeconds : undefined;
    this.requestId = typeof requestId === "string" ? requestId : undefined;
  }
}

/** Returns the first of the errors in a response body of the gateway, if there is any. */
export function errorIn(body: unknown): AnsweredError | undefined {
  const errors: unknown = isObject(body) ? body["errors"] : undefined;
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  if (!isObject(first) || typeof first["message"] !== "string") return undefined;
  return {
    message: first["message"],
    extensions: isObject(first["extensions"]) ? first["extensions"] : undefined,
  };
}
