import { type PosCredential } from "./pos-branch";

/** A promo code of the POS's own. What it gives is known to the POS alone. */
export interface PosCoupon {
  /** As the POS spells it. */
  readonly code: string;
  /** What the POS calls all coupons of its sort. */
  readonly name: string;
  readonly used: boolean;
  readonly deleted: boolean;
}

/**
 * Promo codes of a POS's own. Errors are those of {Pos}.
 */
export interface PosCoupons {
  /**
   * The coupon that the loyalty programme has under this code; null: there is none. Case may
   * matter.
   *
   * @param options `last`: nobody we know asks; where calls wait, this one goes after all others,
   * and waits for 5 s at most
   * @throws {LoyaltyDisabled} the organization has no loyalty programme
   */
  coupon(
    credential: PosCredential,
    organizationId: string,
    code: string,
    options?: { readonly last?: boolean },
  ): Promise<PosCoupon | null>;
}
