import { priceOf } from "../../domain/money/order-money";
import { Fulfilment } from "../../domain/ticket/order-ticket";
import { PaymentMethod } from "../../domain/ticket/payment-method";
import { isAcceptable } from "../../domain/checkout/pricing";
import { mayState } from "../../domain/access/statements";
import { type UserFault } from "../../domain/faults/user-fault";
import { type Viewer } from "../../domain/access/viewer";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import {
  commentFaults,
  optionalTextFaults,
  requiredTextFaults,
} from "../../domain/faults/text-faults";
import { type PricedCheckout } from "./price-checkout";
import { required } from "../../domain/faults/input-faults";
import { type NewOrder } from "./new-order";
import * as fault from "./order-faults";
import { LONGEST, MOST } from "./order-limits";

/** What is wrong with an order that would be no fault of a basket whose price is asked. */
export function faultsOfNewOrder(
  order: NewOrder,
  settings: BranchSettings | null,
  viewer: Viewer,
): UserFault[] {
  const { idempotencyKey, comment, guestCount, payment, fulfilment, address } = order;
  return [
    ...requiredTextFaults("idempotencyKey", idempotencyKey, LONGEST.idempotencyKey),
    ...commentFaults("comment", comment, LONGEST.comment),
    ...guestCountFaults(guestCount ?? 1),
    ...optionalTextFaults(
      "payment.externalPaymentId",
      payment.externalPaymentId,
      LONGEST.externalPaymentId,
    ),
    ...(fulfilment === Fulfilment.DELIVERY && !address ? [required("address")] : []),
    ...paymentFaults(order, settings),
    ...claimFaults(order, viewer),
  ];
}

function guestCountFaults(count: number): UserFault[] {
  return Number.isInteger(count) && count >= 1 && count <= MOST.guests
    ? []
    : [fault.guestCountOutOfRange()];
}

/** What the guest was shown, or holds ready, does not fit the total. */
export function faultsOfTotal(
  order: NewOrder,
  {
    priced: { money },
    quotedPrice,
    branch,
  }: Pick<PricedCheckout, "priced" | "quotedPrice" | "branch">,
): UserFault[] {
  const { changeFrom } = order.payment;
  const { total } = money;
  return [
    ...(isAcceptable(quotedPrice, priceOf(money), order.onPriceMismatch)
      ? []
      : [fault.quoteOutdated(total, branch.currencyCode)]),
    ...(isAcceptable(order.expectedTotal, total, order.onPriceMismatch)
      ? []
      : [fault.totalChanged(total, branch.currencyCode)]),
    ...(changeFrom !== null && changeFrom < total ? [fault.changeTooSmall(total)] : []),
  ];
}

/** What nobody can see for themselves: that money was taken, and by which payment. */
function claimFaults({ branchId, payment }: NewOrder, viewer: Viewer): UserFault[] {
  const may = (name: string) => mayState("PaymentInput", name, viewer, { branchId, phone: null });
  return [
    ...(!payment.paidOnline || may("paidOnline") ? [] : [fault.mayNotSayPaid()]),
    ...(payment.externalPaymentId === null || may("externalPaymentId")
      ? []
      : [fault.mayNotNamePayment()]),
  ];
}

function paymentFaults(order: NewOrder, settings: BranchSettings | null): UserFault[] {
  const { method, paidOnline, changeFrom } = order.payment;
  if (method === PaymentMethod.BONUS) return [fault.paymentMethodUnavailable()];
  if (changeFrom !== null && method !== PaymentMethod.CASH) return [fault.changeForCashOnly()];
  if (!paidOnline) return [];
  if (method !== PaymentMethod.ONLINE) return [fault.notPayableOnline()];
  // Without a decision of the branch the till would take the guest's money a second time.
  return settings?.paymentTypes.some((mapping) => mapping.method === method)
    ? []
    : [fault.paymentNotMapped()];
}
