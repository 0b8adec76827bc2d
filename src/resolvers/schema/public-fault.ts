import { isUuid } from "../../domain/ids";
import { type Locale } from "../../domain/texts/locale";
import { type PosFault } from "../../domain/pos/pos-fault";
import { UserErrorCode } from "../../domain/faults/user-error-code";
import { reasonTextOf } from "../../services/orders/read/reason-text";
import { toUserError, type UpstreamUserError } from "./user-error";

/** What the POS said against an order, for operators. */
export function publicFault(fault: PosFault | null, locale: Locale): UpstreamUserError | null {
  if (!fault) return null;
  const { code, message, correlationId, retryable, mayExist, kind = null } = fault;
  const known = correlationId !== null && isUuid(correlationId) ? correlationId : null;
  const reason = reasonTextOf(fault);
  const upstream = { code, message, correlationId: known, retryable, kind, fix: reason.fix };
  const userErrorCode = mayExist
    ? UserErrorCode.UPSTREAM_UNAVAILABLE
    : UserErrorCode.UPSTREAM_REJECTED;
  return toUserError(
    { code: userErrorCode, field: null, message: reason.message, upstream },
    locale,
  ) as UpstreamUserError;
}
