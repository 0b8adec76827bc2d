import { type SubmissionFailure } from "../../../domain/orders/decide-failure";
import { gatewayReason } from "../../../domain/pos/gateway-reason";
import { posFailureOf } from "../../../domain/pos/pos-failure-of";
import {
  type AppError,
  CallHeldBack,
  PosContractBroken,
  type PosExchange,
  PosRateLimited,
  PosRejected,
  PosSilent,
  PosUnavailable,
  RefusalKind,
} from "../../../errors";
import { type ReportedFailure } from "../../../ports/pos/pos-orders";

const GATEWAY_FAILED = "GATEWAY_FAILED";
const GATEWAY_CRASHED = "GATEWAY_CRASHED";

/** What to make of a failed call to the POS. */
export interface CallFailure extends SubmissionFailure {
  readonly exchange: PosExchange | undefined;
  /** No answer came in time. */
  readonly silent?: boolean;
  /** The POS itself says that it has given up the order under this id, for good. */
  readonly proven?: boolean;
}

/** Before an attempt whose call was held back begins anew, in milliseconds. */
const HELD_BACK_MS = 1_000;

/**
 * What to make of whatever broke off an attempt. An error of the port Pos says it itself; anything
 * else is a failure of our own, or of the database, and counts like a failed call.
 *
 * @param asked the POS may have been asked to do what was wanted, and may have done it
 */
export function callFailureOf(error: unknown, asked: boolean): CallFailure {
  if (error instanceof PosRejected)
    return { ...failure(error, error.posCode, error.kind, error.reason), proven: error.proven };
  if (error instanceof PosRateLimited)
    return {
      ...failure(error, error.code, RefusalKind.RETRY),
      pauseMs: error.retryAfterMs,
      unsent: error.unsent,
    };
  if (error instanceof PosUnavailable)
    return {
      ...failure(error, error.code, RefusalKind.AMBIGUOUS),
      silent: error instanceof PosSilent,
    };
  if (error instanceof CallHeldBack)
    return { fault: posFailureOf(error.code, error.message, RefusalKind.RETRY), ...NOT_CALLED };
  // An answer we cannot read may well stand for an order that was taken.
  if (error instanceof PosContractBroken) return failure(error, error.code, RefusalKind.AMBIGUOUS);
  return ownFailure(error, asked);
}

/** Is it a failure of the gateway's own, not the POS's? Whoever runs the gateway has to look. */
export function isOurOwn({ fault }: CallFailure): boolean {
  return fault.code === GATEWAY_FAILED || fault.code === GATEWAY_CRASHED;
}

/** The process has died in the middle of attempt after attempt: most likely of this order. */
export const CRASHED: CallFailure = {
  fault: posFailureOf(
    GATEWAY_CRASHED,
    "The last attempts ended in the middle of the process",
    RefusalKind.AMBIGUOUS,
  ),
  kind: RefusalKind.AMBIGUOUS,
  pauseMs: 0,
  exchange: undefined,
  final: true,
};

/** Of the error its kind alone: what it says may quote a guest, and belongs into the log. */
function ownFailure(error: unknown, asked: boolean): CallFailure {
  const kind = asked ? RefusalKind.AMBIGUOUS : RefusalKind.RETRY;
  const message = `Something unexpected in the gateway: ${error instanceof Error ? error.name : typeof error}`;
  return {
    fault: posFailureOf(GATEWAY_FAILED, message, kind),
    kind,
    pauseMs: 0,
    exchange: undefined,
  };
}

const NOT_CALLED = {
  kind: RefusalKind.RETRY,
  pauseMs: HELD_BACK_MS,
  exchange: undefined,
  unsent: true,
} as const;

type PosError = AppError & { exchange: PosExchange | undefined };

function failure(
  error: PosError,
  code: string,
  kind: RefusalKind,
  reason = gatewayReason(code),
): CallFailure {
  const correlationId = error.exchange?.correlationId ?? null;
  const fault = { ...posFailureOf(code, error.message, kind, reason), correlationId };
  return { fault, kind, pauseMs: 0, exchange: error.exchange };
}

/** The same for a failure that the POS reports of an order. */
export function callFailureOfReport({ code, message, kind, reason }: ReportedFailure): CallFailure {
  return {
    fault: posFailureOf(code, message, kind, reason),
    kind,
    pauseMs: 0,
    exchange: undefined,
  };
}
