import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { isUuid } from "../../domain/ids";
import {
  PosContractBroken,
  PosRateLimited,
  PosRejected,
  PosUnavailable,
  Refused,
} from "../../errors";
import { posErrorText } from "./pos-error-text";

type PosError = PosRejected | PosUnavailable | PosRateLimited | PosContractBroken;

/**
 * Runs the part of a mutation that needs the POS, and turns what the POS reports into something the
 * caller can read and fix.
 *
 * @throws {Refused} with one upstream user error, when the POS refused or did not respond
 */
export async function refusedByPos<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (isPosError(error)) throw new Refused<UserError>([toPosUserError(error)]);
    throw error;
  }
}

export function isPosError(error: unknown): error is PosError {
  return [PosRejected, PosUnavailable, PosRateLimited, PosContractBroken].some(
    (type) => error instanceof type,
  );
}

/** Turns what the POS reported into something the caller can read. */
export function toPosUserError(error: PosError): UserError {
  const answered = error instanceof PosRejected || error instanceof PosContractBroken;
  const correlationId = error.exchange?.correlationId ?? null;
  return {
    code: answered ? UserErrorCode.UPSTREAM_REJECTED : UserErrorCode.UPSTREAM_UNAVAILABLE,
    field: null,
    message: posErrorText(error),
    upstream: {
      code: error instanceof PosRejected ? error.posCode : null,
      message: error.message,
      correlationId: correlationId !== null && isUuid(correlationId) ? correlationId : null,
      retryable: error.retryable,
      kind: error instanceof PosRejected ? error.kind : null,
    },
  };
}
