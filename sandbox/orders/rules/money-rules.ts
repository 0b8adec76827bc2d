import { COUPONS, REGULARS } from "../../loyalty/calculate";
import { roubles } from "../../money";
import { type RequestedPayment } from "../create-request";
import { type ErrorInfo, errorInfo } from "../error-info";
import { requestedSubtotal } from "../order-money";
import { positionsOf } from "./item-rules";
import { firstOf, type OrderCase, type OrderRule } from "./order-case";

/** What the dictionary of payment types calls the kinds that have other names in orders. */
const DICTIONARY_KIND: Readonly<Record<RequestedPayment["paymentTypeKind"], string>> = {
  Cash: "Cash",
  Card: "Card",
  External: "External",
  LoyaltyCard: "IikoCard",
};

/** Checks how the order is paid and which discounts are taken off. */
export const moneyRules: OrderRule = (orderCase) => {
  const { payments, tips, discountsInfo } = orderCase.request.order;
  return (
    firstOf(
      [...(payments ?? []), ...(tips ?? [])].map((payment) => paymentRefusal(orderCase, payment)),
    ) ??
    firstOf(
      (discountsInfo?.discounts ?? []).map((discount) => discountRefusal(orderCase, discount)),
    )
  );
};

function paymentRefusal(orderCase: OrderCase, payment: RequestedPayment): ErrorInfo | undefined {
  const { paymentTypeId, paymentTypeKind, sum, isProcessedExternally = false } = payment;
  const kind = orderCase.restaurant.paymentTypes.find(({ id }) => id === paymentTypeId);
  if (!kind) return errorInfo("PaymentTypeNotFound", `Payment type ${paymentTypeId} is not found`);
  if (kind.isDeleted) return errorInfo("Common", `Payment type ${kind.name} is deleted.`);
  if (kind.paymentTypeKind !== DICTIONARY_KIND[paymentTypeKind]) {
    return errorInfo(
      "PaymentTypeNotFound",
      `Payment type ${kind.name} is not of kind ${paymentTypeKind}`,
    );
  }
  if (sum <= 0) return errorInfo("PaymentSumShouldBePositive", "Payment sum should be positive");
  if (roubles(sum) !== sum)
    return errorInfo("Common", `Sum ${sum} doesn't fit for the currency settings`);
  if (isProcessedExternally && paymentTypeKind === "Cash") {
    return errorInfo(
      "Common",
      "Payment of cash payment type must have IsProcessedExternally = false.",
    );
  }
  if (isProcessedExternally && kind.paymentProcessingType === "Internal") {
    const reason = "Payment item can not be externally processed due to payment type settings";
    return errorInfo("PaymentTypeCanNotBeUsedAsExternal", reason);
  }
  return paymentTypeKind === "LoyaltyCard" ? loyaltyRefusal(orderCase, payment) : undefined;
}

function loyaltyRefusal({ wallets }: OrderCase, payment: RequestedPayment): ErrorInfo | undefined {
  const { credential, searchScope } = payment.paymentAdditionalData ?? {};
  if (!searchScope)
    return errorInfo("Iikocard51PaymentSearchScopeNotFound", "Search scope is not specified");
  const guest = credential ? wallets.guestByPhone(credential) : undefined;
  if (!guest || searchScope !== "Phone") {
    return errorInfo("Iikocard51PaymentCredentialNotFound", "Payment credential is not found");
  }
  return wallets.walletForPayment(guest, payment)
    ? undefined
    : errorInfo("Common", `Not enough money on the wallet to pay ${payment.sum}`);
}

type RequestedDiscount = NonNullable<
  NonNullable<OrderCase["request"]["order"]["discountsInfo"]>["discounts"]
>[number];

function discountRefusal(orderCase: OrderCase, discount: RequestedDiscount): ErrorInfo | undefined {
  const { restaurant, request } = orderCase;
  const known = request.order.items.flatMap(positionsOf);
  const named =
    discount.type === "RMS"
      ? (discount.selectivePositions ?? [])
      : discount.discountItems.map(({ positionId }) => positionId);
  if (named.some((position) => !known.includes(position))) {
    return errorInfo(
      "DiscountItemPositionNotFound",
      "Discount refers to a position the order does not have",
    );
  }
  if (discount.type === "iikoCard") {
    const programmes = request.order.loyaltyInfo?.coupon ? [REGULARS, COUPONS] : [REGULARS];
    if (programmes.some(({ marketingCampaignId }) => marketingCampaignId === discount.programId))
      return undefined;
    return errorInfo("InvalidDiscountItem", `Programme ${discount.programName} is not found`);
  }
  const kind = restaurant.discounts.find(({ id }) => id === discount.discountTypeId);
  if (!kind || kind.isDeleted)
    return errorInfo("InvalidDiscountItem", `Discount ${discount.discountTypeId} is not found`);
  const sum = discount.sum ?? null;
  if (kind.mode === "FlexibleSum" && sum === null)
    return errorInfo("DiscountSumNotSpecified", "Discount sum is not specified");
  if (kind.mode !== "FlexibleSum" && sum !== null)
    return errorInfo("InvalidDiscountItem", "Discount sum can not be changed");
  if (sum !== null && (sum <= 0 || sum > requestedSubtotal(restaurant, request.order))) {
    return errorInfo("InvalidDiscountItem", `Discount sum ${sum} does not fit the order`);
  }
  return sum !== null && roubles(sum) !== sum
    ? errorInfo("Common", `Sum ${sum} doesn't fit for the currency settings`)
    : undefined;
}
