import { roubles } from "../money";
import {
  calculateRequestSchema,
  type RequestedItem,
  type RequestedOrder,
} from "../orders/create-request";
import { lineSum, toOrderLine } from "../orders/order-lines";
import { requestedSubtotal } from "../orders/order-money";
import { parseRequest } from "../parse-request";
import { type LoyaltyGuest, type Restaurant } from "../restaurant/model";
import { stableId } from "../restaurant/stable-id";
import { type Coupons } from "./coupons";
import { type Wallets } from "./wallets";

/** The percentage of an order that bonuses may pay. */
const BONUS_LIMIT_PERCENT = 50;
const BONUSES = {
  marketingCampaignId: stableId("marketing campaign", "bonuses"),
  name: "Бонусная",
};
/** Discounts every dish for some guests. */
export const REGULARS = {
  marketingCampaignId: stableId("marketing campaign", "regulars"),
  name: "Постоянным гостям",
};
/** Discounts every dish of an order with a coupon. */
export const COUPONS = {
  marketingCampaignId: stableId("marketing campaign", "coupons"),
  name: "Купоны",
};
/** iiko's code for a discount on one line. */
const FIXED_ON_ITEM = 1;

/** Calculates what the loyalty programme gives and takes for an order, without placing it. */
export function calculate(
  restaurant: Restaurant,
  wallets: Wallets,
  coupons: Coupons,
  body: unknown,
) {
  const { order, availablePaymentMarketingCampaignIds: campaigns } = parseRequest(
    calculateRequestSchema,
    body,
  );
  const guest = wallets.guestByPhone(order.phone);
  const regulars = discountsFor(restaurant, guest?.discountPercent ?? 0, order);
  const forCoupon = discountsFor(
    restaurant,
    coupons.usable(order.loyaltyInfo?.coupon)?.percent ?? 0,
    order,
  );
  const asked = !campaigns?.length || campaigns.includes(BONUSES.marketingCampaignId);
  const coupon = order.loyaltyInfo?.coupon;
  return {
    loyaltyProgramResults: [
      programResult(BONUSES, []),
      ...(regulars.length > 0 ? [programResult(REGULARS, regulars)] : []),
      ...(forCoupon.length > 0 ? [programResult(COUPONS, forCoupon)] : []),
    ],
    availablePayments: asked ? paymentsFor(restaurant, wallets, guest, order) : [],
    validationWarnings: [],
    Warnings:
      coupon && !coupons.find(coupon)
        ? [
            {
              Code: "Coupon_NotFound",
              ErrorCode: "Coupon_NotFound",
              Message: `Coupon ${coupon} is not found`,
            },
          ]
        : [],
    loyaltyTrace: null,
  };
}

function programResult(campaign: typeof BONUSES, discounts: object[]) {
  return {
    ...campaign,
    discounts,
    upsales: [],
    freeProducts: [],
    availableComboSpecifications: [],
    availableCombos: [],
    needToActivateCertificate: false,
  };
}

function discountsFor(restaurant: Restaurant, percent: number, { items }: RequestedOrder) {
  return items.flatMap((item) => {
    const sum = lineSum(toOrderLine(restaurant, item));
    const discountSum = roubles((sum * percent) / 100);
    return discountSum > 0
      ? [{ code: FIXED_ON_ITEM, positionId: positionOf(item), discountSum, amount: item.amount }]
      : [];
  });
}

function positionOf(item: RequestedItem): string | null {
  return (item.type === "Product" ? item.positionId : item.primaryComponent.positionId) ?? null;
}

function paymentsFor(
  restaurant: Restaurant,
  wallets: Wallets,
  guest: LoyaltyGuest | undefined,
  order: RequestedOrder,
) {
  const limit = roubles((requestedSubtotal(restaurant, order) * BONUS_LIMIT_PERCENT) / 100);
  const walletInfos = (guest?.wallets ?? [])
    .map(({ id }) => ({
      id,
      maxSum: Math.min(limit, wallets.available(guest?.id ?? "", id)),
      canHoldMoney: true,
    }))
    .filter(({ maxSum }) => maxSum > 0);
  const maxSum = Math.min(
    limit,
    roubles(walletInfos.reduce((sum, wallet) => sum + wallet.maxSum, 0)),
  );
  return maxSum > 0 ? [{ id: BONUSES.marketingCampaignId, maxSum, order: 0, walletInfos }] : [];
}
