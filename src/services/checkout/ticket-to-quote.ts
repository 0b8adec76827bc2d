import { newId } from "../../domain/ids";
import { priceOf } from "../../domain/money/order-money";
import { FROM_POS, ownDiscount } from "../../domain/promotions/applied-promotion";
import { type OrderTicket } from "../../domain/ticket/order-ticket";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { type PricedCheckout } from "./price-checkout";
import { type WantedOrder } from "./wanted-order";

/** Builds the order as the POS would receive it, in order to ask about it; it is never placed. */
export function ticketToQuote(
  wanted: WantedOrder,
  {
    branch,
    lines,
    place,
    priced: { money, promotions },
  }: Pick<PricedCheckout, "branch" | "lines" | "place" | "priced">,
  settings: BranchSettings,
  phone: string,
): OrderTicket {
  const sum = ownDiscount(money.discount, promotions);
  const { universalDiscountId, acceptTimeoutSeconds } = settings;
  const posProductId = place.zone?.feeProductId ?? settings.deliveryProductId;
  return {
    posOrderId: newId(),
    number: "",
    fulfilment: wanted.fulfilment,
    lines,
    acceptTimeoutSeconds,
    currencyCode: branch.currencyCode,
    customer: { name: wanted.customer?.name ?? "", phone, joinsLoyalty: true },
    address: wanted.address,
    wantedAt: wanted.wantedAt,
    comment: null,
    changeFrom: null,
    deliveryFee: money.deliveryFee === 0 ? null : { posProductId, price: money.deliveryFee },
    discount:
      universalDiscountId !== null && sum > 0 ? { posDiscountId: universalDiscountId, sum } : null,
    promoCode:
      promotions.find(({ code, source }) => source === FROM_POS && code !== null)?.code ?? null,
    posPromotions: [],
    usedCodes: [],
    payments: [],
    paidOnline: false,
    total: priceOf(money),
  };
}
