import { type BranchSettings } from "../../../entities/branches/branch-settings";

/**
 * Whether guests of the branch may spend points: a payment type was chosen for it, and points were
 * not switched off.
 */
export function usesPoints({ doNotUseBonuses, bonusPaymentTypeId }: BranchSettings): boolean {
  return !doNotUseBonuses && bonusPaymentTypeId !== null;
}

/** Whether the POS's loyalty programme is used for anything. */
export function usesLoyalty(settings: BranchSettings): boolean {
  return usesPoints(settings) || settings.quotesByPosLoyalty;
}
