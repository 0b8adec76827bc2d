import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { type PricedOrder } from "./price-order";

/**
 * All objections to an order at a price. A sum based on something invalid is not worth judging.
 */
export function objections(
  { userErrors }: { readonly userErrors: readonly UserError[] },
  priced: PricedOrder,
): readonly UserError[] {
  return userErrors.every(leavesPriceKnown) ? [...userErrors, ...priced.userErrors] : userErrors;
}

/** With these errors an order cannot be accepted now, but its price is still known. */
const PRICE_KNOWN: ReadonlySet<UserErrorCode> = new Set([
  UserErrorCode.BRANCH_NOT_ACCEPTING,
  UserErrorCode.ADDRESS_NOT_SERVED,
  UserErrorCode.ADDRESS_NOT_LOCATED,
  UserErrorCode.STREET_UNKNOWN,
  UserErrorCode.BELOW_MINIMUM,
  UserErrorCode.ITEM_UNAVAILABLE,
  UserErrorCode.ITEM_OUTSIDE_HOURS,
  UserErrorCode.PRICE_CHANGED,
  UserErrorCode.FORBIDDEN,
  UserErrorCode.SIGN_IN_REQUIRED,
  UserErrorCode.PROMO_NOT_FOUND,
  UserErrorCode.PROMO_EXPIRED,
  UserErrorCode.PROMO_NOT_APPLICABLE,
  UserErrorCode.PROMO_NOT_COMBINABLE,
  UserErrorCode.PROMO_USAGE_EXCEEDED,
  UserErrorCode.LOYALTY_DISABLED,
  UserErrorCode.LOYALTY_INSUFFICIENT,
  UserErrorCode.LOYALTY_LIMIT_EXCEEDED,
  UserErrorCode.DISCOUNT_NOT_MAPPED,
  UserErrorCode.UPSTREAM_UNAVAILABLE,
  UserErrorCode.UPSTREAM_REJECTED,
]);

/** Whether the price of an order is valid despite this user error. */
export function leavesPriceKnown({ code }: UserError): boolean {
  return PRICE_KNOWN.has(code);
}
