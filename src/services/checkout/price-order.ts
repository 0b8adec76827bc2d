import { mayState } from "../../domain/access/may-state";
import { type Viewer } from "../../domain/access/viewer";
import { deliveryFeeOf, termsOfZone } from "../../domain/delivery/delivery-fee";
import { type DeliveryZone } from "../../domain/delivery/delivery-zone";
import { type UserError } from "../../domain/errors/user-error";
import { currencyStep, toStep } from "../../domain/money/currency";
import { type Kopecks } from "../../domain/money/money";
import {
  bonusLimit,
  type OrderMoney,
  orderMoney,
  paidByPoints,
} from "../../domain/money/order-money";
import { type AppliedPromotion, FROM_POS } from "../../domain/promotions/applied-promotion";
import {
  type AppliedPromotions,
  type UsablePromotion,
} from "../../domain/promotions/apply-promotions";
import { Fulfilment } from "../../domain/ticket/order-ticket";
import { type PosPromotion } from "../../domain/ticket/pos-promotion";
import { type Branch } from "../../entities/branches/branch";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import * as userError from "../loyalty/loyalty-errors";

/** A discount granted by Result.Rest itself, as its server sends it. */
export interface GivenDiscount {
  readonly name: string;
  readonly amount: Kopecks;
}

/** What a quote that is still valid promised to a guest. */
export interface QuotedTerms {
  /** null if it was promised for another zone. */
  readonly deliveryFee: Kopecks | null;
  readonly posPromotions: readonly PosPromotion[];
  /** The most that the POS lets points pay; null if it was not asked. */
  readonly posBonusLimit: Kopecks | null;
}

interface Wanted {
  readonly viewer: Viewer;
  /** E.164; null if it is not known yet, or cannot be read. */
  readonly phone: string | null;
  /** Whether the viewer may see the guest's points, if there is a guest. */
  readonly isWalletOpen: boolean;
  readonly fulfilment: Fulfilment;
  readonly subtotal: Kopecks;
  readonly discounts: readonly GivenDiscount[];
  readonly promo: AppliedPromotions;
  readonly bonusToSpend: Kopecks;
  /** The zone whose terms apply; null if the branch's own terms apply. */
  readonly zone: DeliveryZone | null;
  /** null if nothing was promised. */
  readonly quoted: QuotedTerms | null;
}

export interface PricedOrder {
  readonly money: OrderMoney;
  readonly promotions: readonly AppliedPromotion[];
  /** The most that points may pay, whatever the guest's balance; 0 where none may be spent. */
  readonly bonusLimit: Kopecks;
  /** Every objection to the order. `money` leaves out whatever these errors are about. */
  readonly userErrors: readonly UserError[];
}

/**
 * Calculates the final price of a basket and every objection to it. Makes no external calls: the
 * guest's balance is checked separately.
 */
export function priceOrder(
  wanted: Wanted,
  branch: Branch,
  settings: BranchSettings | null,
): PricedOrder {
  const { subtotal, bonusToSpend, quoted, promo } = wanted;
  const step = currencyStep(branch.currencyCode);
  const unfit = discountErrors(wanted, branch, settings);
  const mapped = Boolean(settings?.universalDiscountId);
  const ofPos = (quoted?.posPromotions ?? []).map(toPromotion);
  const ours = [
    ...(unfit.length > 0 ? [] : wanted.discounts).map(givenPromotion),
    ...promo.usable.filter(({ amount }) => mapped || amount === 0).map(promotionOfCode),
    ...(promo.coupon ? [{ ...promo.coupon, amount: 0, source: FROM_POS } as const] : []),
  ];
  const posDiscount = sumOf(ofPos);
  const deliveryFee = quoted?.deliveryFee ?? toStep(feeOf(wanted, settings), step);
  const money = orderMoney({
    subtotal,
    discounts: ours.map(({ amount }) => amount),
    posDiscount,
    deliveryFee,
    step,
  });
  const unspendable = pointsError(wanted, branch, settings);
  const limit = unspendable ? 0 : limitOf(money, settings, quoted, step);
  return {
    money: paidByPoints(money, toStep(Math.min(bonusToSpend, limit), step)),
    promotions: capped([...ofPos, ...ours], money.discount),
    bonusLimit: limit,
    userErrors: [
      ...unfit,
      ...promo.userErrors,
      ...(mapped ? [] : unmappedErrors(promo.usable)),
      ...(bonusToSpend === 0 ? [] : bonusErrors(bonusToSpend, unspendable, limit, step)),
    ],
  };
}

/** There is no fee without a courier. */
function feeOf({ fulfilment, subtotal, zone }: Wanted, settings: BranchSettings | null): Kopecks {
  return settings && fulfilment === Fulfilment.DELIVERY
    ? deliveryFeeOf(subtotal, termsOfZone(zone, settings))
    : 0;
}

function discountErrors(
  { viewer, phone, discounts }: Wanted,
  branch: Branch,
  settings: BranchSettings | null,
): UserError[] {
  if (discounts.length === 0) return [];
  if (!mayState("CreateOrderInput", "discounts", viewer, { branchId: branch.id, phone }))
    return [userError.mayNotGiveDiscounts()];
  return settings?.universalDiscountId ? [] : [userError.discountNotMapped(["discounts"])];
}

function unmappedErrors(usable: readonly UsablePromotion[]): UserError[] {
  const money = usable.filter(({ amount }) => amount > 0);
  return money.map(({ index }) => userError.discountNotMapped(["promoCodes", String(index)]));
}

/** Explains why points cannot be spent here, or not by this viewer. */
function pointsError(
  { viewer, phone, isWalletOpen }: Wanted,
  branch: Branch,
  settings: BranchSettings | null,
): UserError | null {
  if (!mayState("CreateOrderInput", "bonusToSpend", viewer, { branchId: branch.id, phone }))
    return userError.notTheGuest();
  if (phone !== null && !isWalletOpen) return userError.notAGuestOfTheBranch();
  return !settings?.bonusPaymentTypeId || settings.doNotUseBonuses
    ? userError.pointsDisabled()
    : null;
}

function limitOf(
  money: OrderMoney,
  settings: BranchSettings | null,
  quoted: QuotedTerms | null,
  step: Kopecks,
): Kopecks {
  const ofBranch = bonusLimit(money, settings?.bonusWriteOffLimitPercent ?? 0, step);
  return Math.min(ofBranch, toStep(quoted?.posBonusLimit ?? ofBranch, step));
}

function bonusErrors(
  bonusToSpend: Kopecks,
  unspendable: UserError | null,
  limit: Kopecks,
  step: Kopecks,
): UserError[] {
  if (unspendable) return [unspendable];
  if (toStep(bonusToSpend, step) !== bonusToSpend) return [userError.tooFine()];
  return bonusToSpend > limit ? [userError.aboveLimit(limit)] : [];
}

function givenPromotion({ name, amount }: GivenDiscount): AppliedPromotion {
  return { code: null, name, amount, source: "RESULT_REST" };
}

function promotionOfCode({ code, terms: { name }, amount }: UsablePromotion): AppliedPromotion {
  return { code, name, amount, source: "RESULT_REST" };
}

function toPromotion(pos: PosPromotion): AppliedPromotion {
  return { code: null, name: pos.name, amount: sumOf(pos.lines), source: FROM_POS, pos };
}

function sumOf(parts: readonly { readonly amount: Kopecks }[]): Kopecks {
  return parts.reduce((sum, { amount }) => sum + amount, 0);
}

/**
 * Returns what each promotion came to after the cap; together they equal the order's discount
 * exactly.
 */
function capped(promotions: readonly AppliedPromotion[], total: Kopecks): AppliedPromotion[] {
  let left = total;
  return promotions.map((promotion) => {
    const amount = Math.min(promotion.amount, left);
    left -= amount;
    return { ...promotion, amount };
  });
}
