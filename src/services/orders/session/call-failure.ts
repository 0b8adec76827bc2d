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

/** How to treat a failed call to the POS. */
export interface CallFailure extends SubmissionFailure {
  readonly exchange: PosExchange | undefined;
  /** No response came in time. */
  readonly silent?: boolean;
  /** The POS itself says that it has permanently given up the order under this id. */
  readonly proven?: boolean;
}

/** How long, in milliseconds, before an attempt whose call was held back starts again. */
const HELD_BACK_MS = 1_000;

/**
 * Classifies whatever interrupted an attempt. An error of the port Pos carries its classification;
 * anything else is a failure of our own, or of the database, and counts like a failed call.
 *
 * @param asked the POS may have received the request, and may have carried it out
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
  // A response that we cannot read may well mean that the order was accepted.
  if (error instanceof PosContractBroken) return failure(error, error.code, RefusalKind.AMBIGUOUS);
  return ownFailure(error, asked);
}

/**
 * Whether the failure is the gateway's own rather than the POS's, so that the gateway's operator
 * has to look into it.
 */
export function isOurOwn({ fault }: CallFailure): boolean {
  return fault.code === GATEWAY_FAILED || fault.code === GATEWAY_CRASHED;
}

/**
 * The process died in the middle of several consecutive attempts, most likely because of this
 * order.
 */
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

/** Keeps only the kind of the error: its message may quote a guest, and belongs in the log. */
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

/** The same for a failure that the POS reports about an order. */
export function callFailureOfReport({ code, message, kind, reason }: ReportedFailure): CallFailure {
  return {
    fault: posFailureOf(code, message, kind, reason),
    kind,
    pauseMs: 0,
    exchange: undefined,
  };
}
