import { type AppliedPromotion } from "../../../domain/applied-promotion";
import { type Kopecks } from "../../../domain/money";
import { bonusLimit, currencyStep, orderMoney, type OrderMoney, toStep } from "../../../domain/order-money";
import { type UserFault } from "../../../domain/user-fault";
import { operatesBranch, type Viewer } from "../../../domain/viewer";
import { type Branch } from "../../../entities/branch";
import { type BranchSettings } from "../../../entities/branch-settings";
import * as fault from "../../loyalty/loyalty-faults";

/** A discount of Result.Rest's own, as its server gives it. */
export interface GivenDiscount {
  readonly name: string;
  readonly amount: Kopecks;
}

interface Wanted {
  readonly viewer: Viewer;
  /** E.164; null: it is not known yet, or cannot be read. */
  readonly phone: string | null;
  readonly subtotal: Kopecks;
  readonly discounts: readonly GivenDiscount[];
  readonly bonusToSpend: Kopecks;
}

export interface PricedOrder {
  readonly money: OrderMoney;
  readonly promotions: readonly AppliedPromotion[];
  readonly faults: readonly UserFault[];
}

/** What a basket costs in the end, with what stands against it. Asks nobody: the guest's balance is another question. */
export function priceOrder(wanted: Wanted, branch: Branch, settings: BranchSettings | null): PricedOrder {
  const { subtotal, discounts, bonusToSpend: bonus } = wanted;
  const step = currencyStep(branch.currencyCode);
  const money = orderMoney({ subtotal, discounts: discounts.map(({ amount }) => amount), bonus, step });
  return {
    money,
    promotions: promotionsOf(discounts, money.discount),
    faults: [...discountFaults(wanted, branch, settings), ...bonusFaults(wanted, money, step, branch, settings)],
  };
}

/** What every discount came to, the cap included: together exactly the order's discount. */
function promotionsOf(discounts: readonly GivenDiscount[], total: Kopecks): AppliedPromotion[] {
  let left = total;
  return discounts.map(({ name, amount: wanted }) => {
    const amount = Math.min(wanted, left);
    left -= amount;
    return { code: null, name, amount, source: "RESULT_REST" };
  });
}

function discountFaults({ viewer, discounts }: Wanted, branch: Branch, settings: BranchSettings | null): UserFault[] {
  if (discounts.length === 0) return [];
  if (!operatesBranch(viewer, branch.id)) return [fault.mayNotGiveDiscounts()];
  return settings?.universalDiscountId ? [] : [fault.discountNotMapped()];
}

function bonusFaults(
  { viewer, phone, bonusToSpend }: Wanted,
  money: OrderMoney,
  step: Kopecks,
  branch: Branch,
  settings: BranchSettings | null,
): UserFault[] {
  if (bonusToSpend === 0) return [];
  const own = viewer.kind === "customer" && viewer.phone === phone;
  if (!own && !operatesBranch(viewer, branch.id)) return [fault.notTheGuest()];
  if (!settings?.bonusPaymentTypeId || settings.doNotUseBonuses) return [fault.pointsDisabled()];
  if (toStep(bonusToSpend, step) !== bonusToSpend) return [fault.tooFine()];
  const limit = bonusLimit(money, settings.bonusWriteOffLimitPercent, step);
  return bonusToSpend > limit ? [fault.aboveLimit(limit, settings.bonusWriteOffLimitPercent)] : [];
}
