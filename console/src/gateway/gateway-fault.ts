/**
 * The gateway refused a call as a whole, or could not be asked. What a person can mend comes as
 * `userErrors` instead.
 */
export class GatewayFault extends Error {
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

export function toFault(error: unknown): GatewayFault {
  if (error instanceof GatewayFault) return error;
  return new GatewayFault(UNREACHABLE, error instanceof Error ? error.message : String(error));
}
