import { type BranchSettings } from "../../../entities/branches/branch-settings";

/**
 * May guests of the branch spend points? Somebody chose a payment for it, and nobody switched
 * points off.
 */
export function usesPoints({ doNotUseBonuses, bonusPaymentTypeId }: BranchSettings): boolean {
  return !doNotUseBonuses && bonusPaymentTypeId !== null;
}

/** Is anything asked of the POS's loyalty programme? */
export function usesLoyalty(settings: BranchSettings): boolean {
  return usesPoints(settings) || settings.quotesByPosLoyalty;
}
