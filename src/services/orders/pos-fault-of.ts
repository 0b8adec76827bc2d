import { type PosFault } from "../../domain/pos-fault";
import {
  type AppError,
  PosContractBroken,
  type PosExchange,
  PosRateLimited,
  PosRejected,
  PosUnavailable,
  RefusalKind,
} from "../../errors";
import { type PosFailure } from "../../ports/pos";

/** What to make of a failed call to the POS. */
export interface PosTrouble {
  readonly fault: PosFault;
  readonly kind: RefusalKind;
  /** Milliseconds the POS asked to be left alone. */
  readonly pauseMs: number;
  readonly exchange: PosExchange | undefined;
  /** The POS was not asked at all: our own budget for it is used up. */
  readonly unsent?: boolean;
}

/** Reads an error of the port Pos; anything that is not one is a bug and is thrown on. */
export function troubleOf(error: unknown): PosTrouble {
  if (error instanceof PosRejected) return trouble(error, error.posCode, error.kind);
  if (error instanceof PosRateLimited)
    return { ...trouble(error, error.code, RefusalKind.RETRY), pauseMs: error.retryAfterMs, unsent: error.unsent };
  if (error instanceof PosUnavailable) return trouble(error, error.code, RefusalKind.AMBIGUOUS);
  // An answer we cannot read may well stand for an order that was taken.
  if (error instanceof PosContractBroken) return trouble(error, error.code, RefusalKind.AMBIGUOUS);
  throw error;
}

function trouble(error: AppError & { exchange: PosExchange | undefined }, code: string, kind: RefusalKind): PosTrouble {
  const correlationId = error.exchange?.correlationId ?? null;
  return { fault: faultOf(code, error.message, kind, correlationId), kind, pauseMs: 0, exchange: error.exchange };
}

/** The same for a failure that the POS reports of an order. */
export function troubleOfFailure(failure: PosFailure): PosTrouble {
  const { code, message, kind } = failure;
  return { fault: faultOf(code, message, kind, null), kind, pauseMs: 0, exchange: undefined };
}

export function faultOf(code: string, message: string, kind: RefusalKind, correlationId: string | null): PosFault {
  const ambiguous = kind === RefusalKind.AMBIGUOUS;
  return { code, message, correlationId, retryable: ambiguous || kind === RefusalKind.RETRY, mayExist: ambiguous };
}
