/**
 * The gateway refused a call as a whole, or could not be reached. What the user can fix comes as
 * `userErrors` instead.
 */
export class GatewayFailure extends Error {
  /**
   * @param code the gateway's error code, or UNREACHABLE when there was no answer
   * @param requestId identifies the call in the gateway's log
   */
  constructor(
    readonly code: string,
    message: string,
    readonly requestId?: string,
  ) {
    super(message);
  }
}

export const UNREACHABLE = "UNREACHABLE";

export function toFailure(error: unknown): GatewayFailure {
  if (error instanceof GatewayFailure) return error;
  return new GatewayFailure(UNREACHABLE, error instanceof Error ? error.message : String(error));
}
