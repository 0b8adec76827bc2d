import { type UserError } from "../errors/user-error";
import { toStep } from "../money/currency";
import { type Kopecks } from "../money/money";
import { percentOf } from "../money/order-money";
import { type Fulfilment } from "../ticket/order-ticket";
import * as userError from "./promotion-errors";
import {
  type PromoCode,
  PromotionKind,
  type PromotionTerms,
  type PromotionUses,
} from "./promotion-terms";

interface PromoBasket {
  readonly branchId: string;
  readonly fulfilment: Fulfilment;
  readonly subtotal: Kopecks;
  /** The current date at the branch, as 2026-11-25. */
  readonly today: string;
  /** The currency's smallest amount. */
  readonly step: Kopecks;
  /** Whether there are discounts that need no code. */
  readonly discounted: boolean;
}

/** A code that an order may use. */
export interface UsablePromotion {
  readonly code: string;
  /** Position of the code in the order's list. */
  readonly index: number;
  readonly terms: PromotionTerms;
  /** What it takes off; the cap on all discounts together is applied elsewhere. 0 for a gift. */
  readonly amount: Kopecks;
}

export interface AppliedPromotions {
  /** In the order in which they take effect, whatever order the guest chose. */
  readonly usable: readonly UsablePromotion[];
  /** The POS's own coupon, to be passed on. */
  readonly coupon: { readonly code: string; readonly name: string } | null;
  readonly userErrors: readonly UserError[];
}

/** First what depends on the sum, then fixed sums, then gifts. */
const ORDER = [PromotionKind.PERCENT, PromotionKind.SUM, PromotionKind.GIFT];

/** Returns what an order's promo codes give, and all objections to the others. */
export function applyPromotions(
  codes: readonly PromoCode[],
  basket: PromoBasket,
): AppliedPromotions {
  const judged = codes.map((each, index) => {
    const against = objectionOf(each, basket) ?? combinationError(codes, index, basket);
    return { ...each, index, userErrors: against ? [against(index)] : [] };
  });
  const good = judged.filter(({ userErrors }) => userErrors.length === 0);
  const usable = good.flatMap(({ code, index, found }) =>
    found.kind === "own"
      ? [{ code, index, terms: found.terms, amount: amountOf(found.terms, basket) }]
      : [],
  );
  const coupons = good.flatMap(({ found }) =>
    found.kind === "coupon" ? [{ code: found.code, name: found.name }] : [],
  );
  return {
    usable: usable.sort(inOrder),
    coupon: coupons[0] ?? null,
    userErrors: judged.flatMap(({ userErrors }) => userErrors),
  };
}

function objectionOf({ found }: PromoCode, basket: PromoBasket): userError.PromoError | undefined {
  if (found.kind === "unasked") return undefined;
  if (found.kind === "unknown") return userError.notFound;
  if (found.kind === "untold") return userError.toldOfCode(found.userError);
  if (found.kind === "own")
    return termsError(found.terms, basket) ?? usesError(found.terms, found.uses);
  if (found.deleted) return userError.expired;
  return found.used ? userError.usedUp : undefined;
}

function termsError(terms: PromotionTerms, basket: PromoBasket): userError.PromoError | undefined {
  const { startsOn, endsOn, minimumSum } = terms;
  const against = stopError(terms);
  if (against) return against;
  if (endsOn !== null && basket.today > endsOn) return userError.expired;
  if (startsOn !== null && basket.today < startsOn) return userError.notYet(startsOn);
  if (!terms.branchIds.includes(basket.branchId)) return userError.notAtThisBranch;
  if (!terms.fulfilments.includes(basket.fulfilment)) return userError.notThisWay;
  return basket.subtotal < minimumSum ? userError.belowMinimum(minimumSum) : undefined;
}

/** The promotion was stopped, permanently or temporarily. */
export function stopError({
  disabledAt,
  pausedAt,
}: Pick<PromotionTerms, "disabledAt" | "pausedAt">): userError.PromoError | undefined {
  if (disabledAt) return userError.expired;
  return pausedAt ? userError.paused : undefined;
}

function combinationError(
  codes: readonly PromoCode[],
  index: number,
  { discounted }: PromoBasket,
): userError.PromoError | undefined {
  const own = codes[index];
  if (!own) return undefined;
  if (codes.slice(0, index).some((earlier) => isSame(earlier, own))) return userError.givenTwice;
  const others = codes.filter((_, place) => place !== index);
  const { found } = own;
  if (found.kind === "own" && !found.terms.combinable && (discounted || others.length > 0))
    return userError.notWithOthers;
  const earlierCoupon = codes.slice(0, index).some((earlier) => earlier.found.kind === "coupon");
  return found.kind === "coupon" && earlierCoupon ? userError.oneCouponOnly : undefined;
}

function isSame(one: PromoCode, other: PromoCode): boolean {
  if (one.code === other.code) return true;
  return (
    one.found.kind === "own" &&
    other.found.kind === "own" &&
    one.found.terms.id === other.found.terms.id
  );
}

/** Each is calculated from the sum of the dishes, so that "10 %" is 10 % whatever else is given. */
function amountOf(
  { kind, percent, sum }: PromotionTerms,
  { subtotal, step }: PromoBasket,
): Kopecks {
  if (kind === PromotionKind.PERCENT) return toStep(percentOf(subtotal, percent ?? 0), step);
  return kind === PromotionKind.SUM ? toStep(sum ?? 0, step) : 0;
}

function inOrder(one: UsablePromotion, other: UsablePromotion): number {
  const byKind = ORDER.indexOf(one.terms.kind) - ORDER.indexOf(other.terms.kind);
  return byKind !== 0 ? byKind : one.code < other.code ? -1 : 1;
}

/** Returns why the uses so far rule out another one. */
export function usesError(
  terms: PromotionTerms,
  uses: PromotionUses,
): userError.PromoError | undefined {
  const { usageLimit, usesPerCode } = terms;
  if (terms.firstOrderOnly && uses.ordersOfCustomer > 0) return userError.notTheFirstOrder;
  if (terms.oncePerCustomer && uses.byCustomer > 0) return userError.usedByCustomer;
  if (usesPerCode !== null && uses.ofCode >= usesPerCode) return userError.usedUp;
  return usageLimit !== null && uses.total >= usageLimit ? userError.usedUp : undefined;
}
