import { type Kopecks } from "../../../domain/money/money";
import { FROM_POS, ownDiscount } from "../../../domain/promotions/applied-promotion";
import {
  type OrderTicket,
  type TicketDiscount,
  type TicketPayment,
} from "../../../domain/ticket/order-ticket";
import { PaymentMethod } from "../../../domain/ticket/payment-method";
import { type BranchSettings } from "../../../entities/branches/branch-settings";
import { type Order } from "../../../entities/orders/order";
import { type OrderLine } from "../../../entities/orders/order-line";
import { PosRejected, RefusalKind } from "../../../errors";

/**
 * Returns everything the restaurant needs to prepare a stored order, with the id of its current
 * generation.
 *
 * @param lines by their position
 * @throws {PosRejected} the settings no longer contain what the order was taken with
 */
export function orderTicketOf(
  order: Order,
  lines: readonly OrderLine[],
  settings: BranchSettings,
): OrderTicket {
  return {
    posOrderId: order.posOrderId,
    number: order.number,
    fulfilment: order.fulfilment,
    currencyCode: order.currencyCode,
    customer: {
      name: order.customerName,
      phone: order.customerPhone,
      joinsLoyalty: order.joinsLoyalty,
    },
    address: order.address,
    placeUnchecked: order.placeUnchecked,
    wantedAt: order.wantedAt ?? order.delayedTo,
    comment: order.comment,
    guestCount: order.guestCount,
    lines,
    deliveryFee:
      order.deliveryFee === 0
        ? null
        : { posProductId: feeProductOf(order, settings), price: order.deliveryFee },
    discount: discountOf(order, settings),
    posPromotions: order.promotions.flatMap(({ pos }) => pos ?? []),
    ...codesOf(order, settings),
    payments: paymentsOf(order, settings),
    paidOnline: order.paidOnline,
    changeFrom: order.changeFrom,
    total: inTill(order, settings) + order.bonusSpent,
    placeAt: order.placeAt ?? order.createdAt,
    acceptTimeoutSeconds: settings.acceptTimeoutSeconds,
  };
}

/**
 * «Не передавать промокоды» keeps Result.Rest's own codes from the POS; what they took off is still
 * sent, as money.
 */
function codesOf({ promotions }: Order, { doNotSendPromoCodes }: BranchSettings) {
  const from = (wanted: "RESULT_REST" | typeof FROM_POS) =>
    promotions.flatMap(({ code, source }) => (source === wanted && code !== null ? [code] : []));
  return {
    promoCode: from(FROM_POS)[0] ?? null,
    usedCodes: doNotSendPromoCodes ? [] : from("RESULT_REST"),
  };
}

/** @throws {PosRejected} the discount was removed from the settings after the order was taken */
function discountOf(
  { discount, promotions }: Order,
  { universalDiscountId }: BranchSettings,
): TicketDiscount | null {
  const sum = ownDiscount(discount, promotions);
  if (sum === 0) return null;
  if (universalDiscountId === null)
    throw settingGone("DISCOUNT_NOT_MAPPED", "the universal discount");
  return { posDiscountId: universalDiscountId, sum };
}

/**
 * The part of the guest's money that the POS accounts for: a fee without a product in the POS is
 * collected by the courier.
 */
function inTill(order: Order, settings: BranchSettings): Kopecks {
  const { total, deliveryFee } = order;
  return feeProductOf(order, settings) === null ? total - deliveryFee : total;
}

/** The zone's own product if it has one, whatever the settings have become. */
function feeProductOf(
  { deliveryProductId: ofZone }: Order,
  { deliveryProductId: ofBranch }: BranchSettings,
): string | null {
  return ofZone ?? ofBranch;
}

/**
 * Together exactly what the order costs in the POS, unless «не выбрано» leaves the money to the
 * till.
 */
function paymentsOf(order: Order, settings: BranchSettings): TicketPayment[] {
  return [...pointsOf(order, settings), ...moneyOf(order, settings)];
}

/**
 * @throws {PosRejected} the payment type was removed from the settings after the order was taken
 */
function pointsOf(
  { bonusSpent: sum }: Order,
  { bonusPaymentTypeId }: BranchSettings,
): TicketPayment[] {
  if (sum === 0) return [];
  if (bonusPaymentTypeId === null)
    throw settingGone("BONUS_PAYMENT_NOT_MAPPED", "the payment by points");
  const method = PaymentMethod.BONUS;
  return [{ method, posPaymentTypeId: bonusPaymentTypeId, sum, processedExternally: false }];
}

function settingGone(posCode: string, what: string): PosRejected {
  const message = `The branch's settings no longer name ${what}, which the order was taken with`;
  return new PosRejected(message, { posCode, kind: RefusalKind.MAPPING });
}

/**
 * «Не выбрано» sends no payment: the till asks, and the comment says what the guest owes or has
 * paid.
 */
function moneyOf(order: Order, settings: BranchSettings): TicketPayment[] {
  const mapping = settings.paymentTypes.find((each) => each.method === order.paymentMethod);
  const sum = inTill(order, settings);
  if (!mapping?.posPaymentTypeId || sum === 0) return [];
  const processedExternally = order.paidOnline && mapping.processedExternally;
  const { method, posPaymentTypeId } = mapping;
  return [{ method, posPaymentTypeId, sum, processedExternally }];
}
