import { isUuid } from "../domain/ids";
import { type Locale } from "../domain/locale";
import { type PosFault } from "../domain/pos-fault";
import { UserErrorCode } from "../domain/user-error-code";
import { toUserError, type UpstreamUserError } from "./types/user-error";

/** What the POS said against an order, for operators. */
export function publicFault(fault: PosFault | null, locale: Locale): UpstreamUserError | null {
  if (!fault) return null;
  const { code, message, correlationId, retryable, mayExist } = fault;
  const text = mayExist
    ? { ru: "Касса не дала ясного ответа", en: "The POS gave no clear answer" }
    : { ru: "Касса не приняла заказ", en: "The POS did not take the order" };
  const known = correlationId !== null && isUuid(correlationId) ? correlationId : null;
  const upstream = { code, message, correlationId: known, retryable };
  const userErrorCode = mayExist ? UserErrorCode.UPSTREAM_UNAVAILABLE : UserErrorCode.UPSTREAM_REJECTED;
  return toUserError({ code: userErrorCode, field: null, message: text, upstream }, locale) as UpstreamUserError;
}
