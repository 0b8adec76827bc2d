import { type PosFault, type PosReason } from "../../../domain/pos-fault";
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
import { type PosFailure } from "../../../ports/pos";
import { gatewayReason } from "../../../domain/gateway-reason";

/** What to make of a failed call to the POS. */
export interface PosTrouble {
  readonly fault: PosFault;
  readonly kind: RefusalKind;
  /** Milliseconds the POS asked to be left alone. */
  readonly pauseMs: number;
  readonly exchange: PosExchange | undefined;
  /** The POS was not asked at all: our own budget for it is used up, or the call was held back. */
  readonly unsent?: boolean;
  /** No answer came in time. */
  readonly silent?: boolean;
  /** The POS itself says that it has given up the order under this id, for good. */
  readonly proven?: boolean;
}

/** Before an attempt whose call was held back begins anew, in milliseconds. */
const HELD_BACK_MS = 1_000;

/** Reads an error of the port Pos; anything that is not one is a bug and is thrown on. */
export function troubleOf(error: unknown): PosTrouble {
  if (error instanceof PosRejected)
    return { ...trouble(error, error.posCode, error.kind, error.reason), proven: error.proven };
  if (error instanceof PosRateLimited)
    return { ...trouble(error, error.code, RefusalKind.RETRY), pauseMs: error.retryAfterMs, unsent: error.unsent };
  if (error instanceof PosUnavailable)
    return { ...trouble(error, error.code, RefusalKind.AMBIGUOUS), silent: error instanceof PosSilent };
  if (error instanceof CallHeldBack)
    return { fault: faultOf(error.code, error.message, RefusalKind.RETRY), ...NOT_CALLED };
  // An answer we cannot read may well stand for an order that was taken.
  if (error instanceof PosContractBroken) return trouble(error, error.code, RefusalKind.AMBIGUOUS);
  throw error;
}

const NOT_CALLED = { kind: RefusalKind.RETRY, pauseMs: HELD_BACK_MS, exchange: undefined, unsent: true } as const;

type PosError = AppError & { exchange: PosExchange | undefined };

function trouble(error: PosError, code: string, kind: RefusalKind, reason = gatewayReason(code)): PosTrouble {
  const correlationId = error.exchange?.correlationId ?? null;
  const fault = { ...faultOf(code, error.message, kind, reason), correlationId };
  return { fault, kind, pauseMs: 0, exchange: error.exchange };
}

/** The same for a failure that the POS reports of an order. */
export function troubleOfFailure({ code, message, kind, reason }: PosFailure): PosTrouble {
  return { fault: faultOf(code, message, kind, reason), kind, pauseMs: 0, exchange: undefined };
}

/** @param reason the gateway's own for its own codes, when left out */
export function faultOf(
  code: string,
  message: string,
  kind: RefusalKind,
  reason: PosReason | undefined = gatewayReason(code),
): PosFault {
  const mayExist = kind === RefusalKind.AMBIGUOUS;
  const retryable = mayExist || kind === RefusalKind.RETRY;
  return { code, message, correlationId: null, retryable, mayExist, kind, reason };
}
