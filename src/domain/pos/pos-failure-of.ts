import { RefusalKind } from "../errors/refusal-kind";
import { gatewayReason } from "./gateway-reason";
import { type PosFailure, type PosReason } from "./pos-failure";

/** @param reason defaults to the gateway's own reason for its own codes */
export function posFailureOf(
  code: string,
  message: string,
  kind: RefusalKind,
  reason: PosReason | undefined = gatewayReason(code),
): PosFailure {
  const mayExist = kind === RefusalKind.AMBIGUOUS;
  const retryable = mayExist || kind === RefusalKind.RETRY;
  return { code, message, correlationId: null, retryable, mayExist, kind, reason };
}
