import { applyPromotions, type AppliedPromotions, type UsablePromotion } from "../../../domain/apply-promotions";
import { localDateOf } from "../../../domain/local-date";
import { type MenuSnapshot } from "../../../domain/menu-snapshot";
import { type Kopecks } from "../../../domain/money";
import { currencyStep } from "../../../domain/order-money";
import { type TicketLine } from "../../../domain/order-ticket";
import { priceBasket } from "../../../domain/pricing";
import { giftUnavailable } from "../../../domain/promotion-faults";
import { type PromoCode, PromotionKind } from "../../../domain/promotion-terms";
import { type StopList } from "../../../domain/stop-list";
import { type Branch } from "../../../entities/branch";
import { type WantedOrder } from "./wanted-order";

/** What the kitchen and the till read beside a dish that costs nothing. */
const GIFT = "Подарок";

export interface AppliedPromoCodes extends AppliedPromotions {
  /** Dishes that cost nothing, to be made with the others. */
  readonly gifts: readonly TicketLine[];
}

/** What promo codes give to a basket: sums off, and gifts as far as the kitchen has them. */
export function applyPromoCodes(
  codes: readonly PromoCode[],
  order: WantedOrder,
  { branch, subtotal, now, ...stock }: Stock & { branch: Branch; subtotal: Kopecks; now: Date },
): AppliedPromoCodes {
  const { fulfilment, discounts = [] } = order;
  const place = { branchId: branch.id, today: localDateOf(now, branch.timeZone) };
  const basket = { ...place, fulfilment, subtotal, step: currencyStep(branch.currencyCode) };
  const applied = applyPromotions(codes, { ...basket, discounted: discounts.length > 0 });
  const given = applied.usable.map((promotion) => ({ promotion, gift: giftOf(promotion, order, stock) }));
  const missing = given.filter(({ gift }) => gift === "unavailable").map(({ promotion }) => promotion);
  return {
    ...applied,
    usable: applied.usable.filter((promotion) => !missing.includes(promotion)),
    faults: [...applied.faults, ...missing.map(({ index }) => giftUnavailable(index))],
    gifts: given.flatMap(({ gift }) => (typeof gift === "object" ? [gift] : [])),
  };
}

interface Stock {
  readonly menu: MenuSnapshot;
  readonly stopList: StopList;
}

/** A gift is priced after the guest's own dishes, which take of the stock first; and then costs nothing. */
function giftOf(
  { terms: { kind, giftArticle, giftQuantity } }: UsablePromotion,
  order: WantedOrder,
  { menu, stopList }: Stock,
): TicketLine | "none" | "unavailable" {
  if (kind !== PromotionKind.GIFT) return "none";
  const gift = { article: giftArticle ?? "", sizeId: null, quantity: (giftQuantity ?? 1) * 1000, options: [] };
  const wanted = [...order.lines, { ...gift, comment: GIFT, expectedUnitPrice: null }];
  const { lines, faults } = priceBasket(menu, wanted, order.onPriceMismatch, stopList);
  const path = String(order.lines.length);
  const line = lines.at(-1);
  // What a combo is made of is a choice, and nobody has made it.
  if (!line || line.parts || faults.some(({ field }) => field?.[2] === path)) return "unavailable";
  return { ...line, unitPrice: 0, total: 0, options: line.options.map((option) => ({ ...option, price: 0 })) };
}
