import { type MenuSnapshot } from "../../domain/catalogue/menu-snapshot";
import { type StopList } from "../../domain/catalogue/stop-list";
import { priceBasket, type WantedLine } from "../../domain/checkout/pricing";
import { currencyStep } from "../../domain/money/currency";
import { type Kopecks } from "../../domain/money/money";
import {
  type AppliedPromotions,
  applyPromotions,
  type UsablePromotion,
} from "../../domain/promotions/apply-promotions";
import { giftUnavailable } from "../../domain/promotions/promotion-errors";
import { type PromoCode, PromotionKind } from "../../domain/promotions/promotion-terms";
import { type TicketLine } from "../../domain/ticket/order-ticket";
import { localDateOf } from "../../domain/time/local-date";
import { type Branch } from "../../entities/branches/branch";
import { type WantedOrder } from "./wanted-order";

/** What the kitchen and the till read next to a dish that costs nothing. */
const GIFT = "Подарок";

export interface AppliedPromoCodes extends AppliedPromotions {
  /** Free dishes, to be made with the others. */
  readonly gifts: readonly TicketLine[];
}

interface Stock {
  readonly menu: MenuSnapshot;
  readonly stopList: StopList;
}

/** The effect of promo codes on a basket: discounts, and gifts as far as the kitchen has them. */
export function applyPromoCodes(
  codes: readonly PromoCode[],
  order: WantedOrder,
  { branch, subtotal, now, ...stock }: Stock & { branch: Branch; subtotal: Kopecks; now: Date },
): AppliedPromoCodes {
  const { fulfilment, discounts = [] } = order;
  const place = { branchId: branch.id, today: localDateOf(now, branch.timeZone) };
  const basket = { ...place, fulfilment, subtotal, step: currencyStep(branch.currencyCode) };
  const { usable, coupon, userErrors } = applyPromotions(codes, {
    ...basket,
    discounted: discounts.length > 0,
  });
  const made = makeGifts(usable, order, stock);
  const missing = usable.filter((promotion) => made.get(promotion) === null);
  return {
    coupon,
    usable: usable.filter((promotion) => !missing.includes(promotion)),
    userErrors: [...userErrors, ...missing.map(({ index }) => giftUnavailable(index))],
    gifts: [...made.values()].filter((gift) => gift !== null),
  };
}

/**
 * For each promotion that gives a dish; null: not enough is left of it after the guest's own order
 * and earlier gifts.
 */
function makeGifts(
  usable: readonly UsablePromotion[],
  order: WantedOrder,
  { menu, stopList }: Stock,
): Map<UsablePromotion, TicketLine | null> {
  const wanted = [...order.lines];
  const made = new Map<UsablePromotion, TicketLine | null>();
  for (const promotion of usable.filter(({ terms }) => terms.kind === PromotionKind.GIFT)) {
    const gift = wantedGift(promotion);
    const { lines, userErrors } = priceBasket(
      menu,
      [...wanted, gift],
      order.onPriceMismatch,
      stopList,
    );
    const isWrong = userErrors.some(({ field }) => field?.[2] === String(wanted.length));
    const line = lines.at(-1);
    // The contents of a combo have to be chosen, and nobody has chosen them.
    const fits = line?.parts === null && !isWrong && isSold(line, stopList);
    if (fits) wanted.push(gift);
    made.set(promotion, fits ? costingNothing(line) : null);
  }
  return made;
}

function isSold({ posProductId }: TicketLine, stopList: StopList): boolean {
  return stopList.opensAt(posProductId) === undefined;
}

function wantedGift({ terms: { giftArticle, giftQuantity } }: UsablePromotion): WantedLine {
  const dish = {
    article: giftArticle ?? "",
    sizeId: null,
    quantity: (giftQuantity ?? 1) * 1000,
    options: [],
  };
  return { ...dish, comment: GIFT, expectedUnitPrice: null };
}

function costingNothing(line: TicketLine): TicketLine {
  return {
    ...line,
    unitPrice: 0,
    total: 0,
    options: line.options.map((option) => ({ ...option, price: 0 })),
  };
}
