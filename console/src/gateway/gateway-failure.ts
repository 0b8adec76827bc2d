/**
 * The gateway refused a call as a whole, or could not be asked. What a person can mend comes as
 * `userErrors` instead.
 */
export class GatewayFailure extends Error {
  /**
   * @param code of the gateway, or UNREACHABLE when there was no answer
   * @param requestId the gateway's log knows the call by it
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
