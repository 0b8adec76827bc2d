import { gatewayReason } from "./gateway-reason";
import { type PosFault, type PosReason } from "./pos-fault";
import { RefusalKind } from "../faults/refusal-kind";

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
