import { roubles, sumOf } from "../money";
import { type Restaurant } from "../restaurant/model";
import { type RequestedOrder, type RequestedPayment } from "./create-request";
import { type OrderBody, type OrderDiscount, type OrderPayment } from "./order-body";
import { lineSum, toOrderLine } from "./order-lines";

type Money = Pick<
  OrderBody,
  "items" | "combos" | "discounts" | "payments" | "tips" | "sum" | "processedPaymentsSum"
>;
type RequestedDiscount = NonNullable<
  NonNullable<RequestedOrder["discountsInfo"]>["discounts"]
>[number];

/** Lines, discounts and payments, with every sum recalculated by the till, in roubles. */
export function orderMoney(restaurant: Restaurant, order: RequestedOrder): Money {
  const items = order.items.map((item) => toOrderLine(restaurant, item));
  const combos = (order.combos ?? []).map(({ id, name, amount, price, sourceId }) => ({
    id,
    name,
    amount,
    price,
    sourceId,
    size: null,
  }));
  const subtotal = subtotalOf(items, combos);
  const discounts = (order.discountsInfo?.discounts ?? []).map((discount) =>
    toDiscount(restaurant, discount, subtotal),
  );
  const payments = (order.payments ?? []).map((payment) => toPayment(restaurant, payment));
  return {
    items,
    combos,
    discounts,
    payments,
    tips: (order.tips ?? []).map((payment) => toPayment(restaurant, payment)),
    sum: Math.max(0, roubles(subtotal - sumOf(discounts.map(({ sum }) => sum)))),
    processedPaymentsSum: sumOf(
      payments.filter(({ isProcessedExternally }) => isProcessedExternally).map(({ sum }) => sum),
    ),
  };
}

/** The order's total before discounts. */
export function requestedSubtotal(restaurant: Restaurant, order: RequestedOrder): number {
  return subtotalOf(
    order.items.map((item) => toOrderLine(restaurant, item)),
    order.combos ?? [],
  );
}

function subtotalOf(
  items: OrderBody["items"],
  combos: readonly { amount: number; price: number }[],
): number {
  return sumOf([...items.map(lineSum), ...combos.map(({ amount, price }) => amount * price)]);
}

function toDiscount(
  restaurant: Restaurant,
  discount: RequestedDiscount,
  subtotal: number,
): OrderDiscount {
  if (discount.type === "iikoCard") {
    const sum = sumOf(discount.discountItems.map((item) => item.sum));
    const selectivePositions = discount.discountItems.map(({ positionId }) => positionId);
    return {
      discountType: { id: discount.programId, name: discount.programName },
      sum,
      selectivePositions,
    };
  }
  const kind = restaurant.discounts.find(({ id }) => id === discount.discountTypeId);
  const sums = {
    Percent: (subtotal * (kind?.percent ?? 0)) / 100,
    FixedSum: kind?.sum ?? 0,
    FlexibleSum: discount.sum ?? 0,
  };
  return {
    discountType: { id: discount.discountTypeId, name: kind?.name ?? "" },
    sum: roubles(Math.min(subtotal, sums[kind?.mode ?? "FlexibleSum"])),
    selectivePositions: discount.selectivePositions ?? null,
  };
}

function toPayment(restaurant: Restaurant, payment: RequestedPayment): OrderPayment {
  const isProcessedExternally = payment.isProcessedExternally ?? false;
  const kind = payment.paymentTypeKind === "LoyaltyCard" ? "External" : payment.paymentTypeKind;
  return {
    paymentType: {
      id: payment.paymentTypeId,
      name: restaurant.paymentTypes.find(({ id }) => id === payment.paymentTypeId)?.name ?? "",
      kind,
    },
    sum: payment.sum,
    isPreliminary: true,
    isExternal: isProcessedExternally,
    isProcessedExternally,
    isFiscalizedExternally: payment.isFiscalizedExternally ?? false,
    isPrepay: payment.isPrepay ?? false,
  };
}
