import { UserErrorCode } from "../../domain/errors/user-error-code";
import { isUuid } from "../../domain/ids";
import { type PosFailure } from "../../domain/pos/pos-failure";
import { type Locale, type Text } from "../../domain/texts/locale";
import { toUserError } from "./user-error";
import { type UpstreamUserError } from "./user-error-types";

/** Returns why the POS refused an order, for operators. */
export function publicFailure(fault: PosFailure | null, locale: Locale): UpstreamUserError | null {
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

const UNCLEAR: Text = { ru: "Касса не дала ясного ответа", en: "The POS gave no clear answer" };
const REFUSED: Text = { ru: "Касса не приняла заказ", en: "The POS did not take the order" };

/**
 * Returns what a failure means, in words for people; `fix` is null if the POS's words are not
 * known. Those words themselves are `fault.message`.
 */
function reasonTextOf({ reason, mayExist }: PosFailure): {
  readonly message: Text;
  readonly fix: Text | null;
} {
  return reason ?? { message: mayExist ? UNCLEAR : REFUSED, fix: null };
}
