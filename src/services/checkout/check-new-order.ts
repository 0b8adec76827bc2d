import { mayState } from "../../domain/access/may-state";
import { type Viewer } from "../../domain/access/viewer";
import { isAcceptable } from "../../domain/checkout/pricing";
import { required } from "../../domain/errors/input-errors";
import {
  commentErrors,
  optionalTextErrors,
  requiredTextErrors,
} from "../../domain/errors/text-errors";
import { type UserError } from "../../domain/errors/user-error";
import { priceOf } from "../../domain/money/order-money";
import { Fulfilment } from "../../domain/ticket/order-ticket";
import { PaymentMethod } from "../../domain/ticket/payment-method";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { type NewOrder } from "./new-order";
import * as userError from "./order-errors";
import { LONGEST, MOST } from "./order-limits";
import { type PricedCheckout } from "./price-checkout";
import { takenMethods } from "./taken-methods";

/** Errors in an order that would not be user errors for a basket that is only priced. */
export function errorsOfNewOrder(
  order: NewOrder,
  settings: BranchSettings | null,
  viewer: Viewer,
): UserError[] {
  const { idempotencyKey, comment, guestCount, payment, fulfilment, address } = order;
  return [
    ...requiredTextErrors("idempotencyKey", idempotencyKey, LONGEST.idempotencyKey),
    ...commentErrors("comment", comment, LONGEST.comment),
    ...guestCountErrors(guestCount ?? 1),
    ...optionalTextErrors(
      "payment.externalPaymentId",
      payment.externalPaymentId,
      LONGEST.externalPaymentId,
    ),
    ...(fulfilment === Fulfilment.DELIVERY && !address ? [required("address")] : []),
    ...paymentErrors(order, settings),
    ...claimErrors(order, viewer),
  ];
}

function guestCountErrors(count: number): UserError[] {
  return Number.isInteger(count) && count >= 1 && count <= MOST.guests
    ? []
    : [userError.guestCountOutOfRange()];
}

/**
 * Returns errors if what the guest was shown, or has ready to pay with, does not match the total.
 */
export function errorsOfTotal(
  order: NewOrder,
  {
    priced: { money },
    quotedPrice,
    branch,
  }: Pick<PricedCheckout, "priced" | "quotedPrice" | "branch">,
): UserError[] {
  const { changeFrom } = order.payment;
  const { total } = money;
  return [
    ...(isAcceptable(quotedPrice, priceOf(money), order.onPriceMismatch)
      ? []
      : [userError.quoteOutdated(total, branch.currencyCode)]),
    ...(isAcceptable(order.expectedTotal, total, order.onPriceMismatch)
      ? []
      : [userError.totalChanged(total, branch.currencyCode)]),
    ...(changeFrom !== null && changeFrom < total ? [userError.changeTooSmall(total)] : []),
  ];
}

/** Claims that cannot be verified: that money was taken, and by which payment. */
function claimErrors({ branchId, payment }: NewOrder, viewer: Viewer): UserError[] {
  const may = (name: string) => mayState("PaymentInput", name, viewer, { branchId, phone: null });
  return [
    ...(!payment.paidOnline || may("paidOnline") ? [] : [userError.mayNotSayPaid()]),
    ...(payment.externalPaymentId === null || may("externalPaymentId")
      ? []
      : [userError.mayNotNamePayment()]),
  ];
}

/**
 * For an unpaid order: an order that is already paid is not refunded because of its payment method.
 */
function isTaken(method: PaymentMethod, settings: BranchSettings | null): boolean {
  return settings === null || takenMethods(settings).includes(method);
}

function paymentErrors(order: NewOrder, settings: BranchSettings | null): UserError[] {
  const { method, paidOnline, changeFrom } = order.payment;
  if (method === PaymentMethod.BONUS) return [userError.paymentMethodUnavailable()];
  if (changeFrom !== null && method !== PaymentMethod.CASH) return [userError.changeForCashOnly()];
  if (!paidOnline) return isTaken(method, settings) ? [] : [userError.methodNotTaken()];
  if (method !== PaymentMethod.ONLINE) return [userError.notPayableOnline()];
  // Unless the branch has mapped the method, the till would take the guest's money a second time.
  return settings?.paymentTypes.some((mapping) => mapping.method === method)
    ? []
    : [userError.paymentNotMapped()];
}
